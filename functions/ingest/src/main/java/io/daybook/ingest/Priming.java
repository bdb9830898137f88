package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.direct.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What SnapStart calls. Before its snapshot the path of a webhook is walked until it is compiled, up to what would write;
 * after restoring one, what belongs to the time before is forgotten: credentials and secrets. Connections that were open
 * then are closed now; the first that is found so is replaced, as any that a server has closed.
 */
final class Priming implements Resource {
  /** Compiled by C1 after some 200 walks, by C2 after some thousands. */
  private static final int WALKS = 3_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Hooks are held weakly by those who call them. */
  private static final List<Resource> HELD = new CopyOnWriteArrayList<>();

  private final DirectStores stores;
  private final ConnectionCache connections;
  private final IngestLog log;

  Priming(DirectStores stores, ConnectionCache connections, IngestLog log) {
    this.stores = stores;
    this.connections = connections;
    this.log = log;
  }

  static void register(Priming priming) {
    HELD.add(priming);
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (int walk = 0; walk < WALKS; walk++) {
      walk(PrimingSample.ALL.get(walk % PrimingSample.ALL.size()));
    }
    try {
      stores.rehearse(Deadline.in(PATIENCE, stores.clock()));
    } catch (RuntimeException notRehearsed) {
      // A version that starts a little slower is better than one that cannot be published.
      log.notPrimed(notRehearsed);
    }
  }

  /** The whole function on a sample, from the event to the answer, as if cold. */
  static Answer walk(PrimingSample sample) {
    IngestLog unread = new JsonLog(OutputStream.nullOutputStream(), "priming", Clock.systemUTC());
    IngestFunction function = new IngestFunction(new Rehearsal(), unread);
    try {
      return function.handle(
          new ByteArrayInputStream(sample.event().getBytes(UTF_8)),
          OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    stores.renew();
    connections.forget();
  }
}
