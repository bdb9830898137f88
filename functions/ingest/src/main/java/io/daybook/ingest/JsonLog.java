package io.daybook.ingest;

import com.google.gson.stream.JsonWriter;
import io.daybook.ledger.Book;
import io.daybook.ledger.StoreFailure;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Says it to CloudWatch, a line of JSON each. Counts are metrics in its <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>, a line a message that someone meant for a connection; addresses that are none, and what is no POST,
 * leave no line, for a scanner's curiosity would be paid for.
 */
public final class JsonLog implements IngestLog {
  private static final String NAMESPACE = "Daybook";
  private static final String DIMENSION = "Function";
  private static final int MOST_CAUSES = 5;

  private final OutputStream out;
  private final String function;
  private final Clock clock;

  /**
   * Lines to a stream, each written at once.
   *
   * @param function the dimension of its metrics
   */
  public JsonLog(OutputStream out, String function, Clock clock) {
    this.out = out;
    this.function = function;
    this.clock = clock;
  }

  @Override
  public void answered(Answer answer) {
    switch (answer) {
      case KEPT -> metrics("Received");
      case DUPLICATE -> metrics("Received", "Duplicates");
      case REFUSED -> metrics("Refused");
      case NOT_KEPT -> metrics("NotKept");
      case CHALLENGED, UNREADABLE, NOT_FOUND, NOT_ALLOWED, TOO_LARGE -> {}
    }
  }

  /** Each with the value 1: what is 0 need not be said, since a sum is asked for. */
  private void metrics(String... names) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("_aws").beginObject();
      json.name("Timestamp").value(clock.millis());
      json.name("CloudWatchMetrics").beginArray().beginObject();
      json.name("Namespace").value(NAMESPACE);
      json.name("Dimensions").beginArray().beginArray().value(DIMENSION).endArray().endArray();
      json.name("Metrics").beginArray();
      for (String name : names) {
        json.beginObject().name("Name").value(name).name("Unit").value("Count").endObject();
      }
      json.endArray().endObject().endArray().endObject();
      json.name(DIMENSION).value(function);
      for (String name : names) {
        json.name(name).value(1);
      }
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    print(text);
  }

  @Override
  public void refused(HookAddress address, Verification.Reason reason) {
    line("WARN", "refused", "connection", address.toString(), reason.name());
  }

  @Override
  public void notKept(HookAddress address, RuntimeException why) {
    line("ERROR", "not kept", "connection", address.toString(), chain(why));
  }

  @Override
  public void notCounted(Book book, String counter, RuntimeException why) {
    line("WARN", "not counted", "counter", book + "/" + counter, chain(why));
  }

  @Override
  public void notPrimed(RuntimeException why) {
    line("WARN", "not primed", "function", function, chain(why));
  }

  private void line(String level, String what, String kind, String record, String why) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("at").value(clock.millis());
      json.name("level").value(level);
      json.name("what").value(what);
      json.name(kind).value(record);
      json.name("why").value(why);
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    print(text);
  }

  /** Names of exceptions; words only of those that are known to hold nothing of a message. */
  private static String chain(Throwable thrown) {
    StringBuilder chain = new StringBuilder();
    Throwable link = thrown;
    for (int i = 0; link != null && i < MOST_CAUSES; i++) {
      chain.append(i == 0 ? "" : " < ").append(link.getClass().getName());
      if (isHarmless(link)) {
        chain.append(": ").append(link.getMessage());
      }
      link = link.getCause();
    }
    return chain.toString();
  }

  private static boolean isHarmless(Throwable link) {
    return link instanceof StoreFailure
        || link.getClass() == IOException.class
        || link.getClass().getName().startsWith("java.net.");
  }

  private void print(StringWriter line) {
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    try {
      synchronized (out) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the log", e);
    }
  }
}
