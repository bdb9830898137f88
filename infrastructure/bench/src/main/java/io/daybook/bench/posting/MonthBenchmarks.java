package io.daybook.bench.posting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.sources.Source;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** A month of messages, each time a little further. One invocation is the whole month. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MonthBenchmarks {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As JMH creates it. */
  public MonthBenchmarks() {}

  /** JSON to a tree, and nothing else. */
  @Benchmark
  public void parse(MonthState month, Blackhole hole) throws IOException {
    for (byte[] body : month.bodies()) {
      hole.consume(MAPPER.readTree(body));
    }
  }

  /** Parsed and translated into facts. */
  @Benchmark
  public void translate(MonthState month, Blackhole hole) {
    List<MonthOfMessages.Prepared> messages = month.messages();
    for (int index = 0; index < messages.size(); index++) {
      MonthOfMessages.Prepared one = messages.get(index);
      Source source = month.sources().find(one.source()).orElseThrow();
      hole.consume(
          source.translate(one.message().topic(), month.bodies().get(index), one.origin()));
    }
  }

  /** Parsed, translated and posted, into books in memory. */
  @Benchmark
  public void post(MonthState month, Blackhole hole) {
    for (MonthOfMessages.Prepared one : month.messages()) {
      hole.consume(month.keeper().take(one.message()));
    }
  }

  /** Taken at the door: verified, kept in memory, answered. */
  @Benchmark
  public void take(MonthState month, Blackhole hole) {
    LocalFunction door = new LocalFunction(Catalogue.INGEST, month.door(), month.hub().clock());
    for (byte[] event : month.events()) {
      hole.consume(door.invoke(event));
    }
  }
}
