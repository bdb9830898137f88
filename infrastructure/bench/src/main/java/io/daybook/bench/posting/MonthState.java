package io.daybook.bench.posting;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Platforms;
import io.daybook.ingest.IngestFunction;
import io.daybook.ingest.LoggerLog;
import io.daybook.ledger.Bytes;
import io.daybook.local.hub.HubIngestStores;
import io.daybook.sources.Sources;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The month, and new empty books for each time that it is played. */
@State(Scope.Thread)
public class MonthState {
  /** Stripe's signatures carry a time, which must not grow old while the month is played again and again. */
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private final MonthOfMessages month = open();
  private final Sources sources = new Platforms().sources();
  private final List<byte[]> bodies =
      month.messages().stream().map(one -> one.message().body().toArray()).toList();
  private final List<byte[]> events =
      month.messages().stream().map(MonthOfMessages.Prepared::event).map(Bytes::toArray).toList();
  private Deployment hub = month.emptyHub();
  private Bookkeeper keeper = new Bookkeeper(hub, sources, month.shop().book());
  private IngestFunction door = new IngestFunction(new HubIngestStores(hub), new LoggerLog());

  /** As JMH creates it. */
  public MonthState() {}

  private static MonthOfMessages open() {
    try {
      return new MonthOfMessages(Files.createTempDirectory("daybook-month-"), NOW);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }

  /** New books. */
  @Setup(Level.Invocation)
  public void empty() {
    hub = month.emptyHub();
    keeper = new Bookkeeper(hub, sources, month.shop().book());
    door = new IngestFunction(new HubIngestStores(hub), new LoggerLog());
  }

  List<MonthOfMessages.Prepared> messages() {
    return month.messages();
  }

  List<byte[]> bodies() {
    return bodies;
  }

  List<byte[]> events() {
    return events;
  }

  Sources sources() {
    return sources;
  }

  Bookkeeper keeper() {
    return keeper;
  }

  IngestFunction door() {
    return door;
  }

  Deployment hub() {
    return hub;
  }
}
