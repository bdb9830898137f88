package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.direct.Deadline;
import io.daybook.items.MessageItem;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
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
  private static final Instant THEN = Instant.parse("2025-01-01T00:00:00Z");
  private static final Secret SECRET = new Secret("a secret for priming".getBytes(UTF_8));

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
      PrimingSample sample = PrimingSample.ALL.get(walk % PrimingSample.ALL.size());
      walk(sample);
    }
    try {
      stores.rehearse(Deadline.in(PATIENCE, stores.clock()));
    } catch (RuntimeException notRehearsed) {
      // A version that starts a little slower is better than one that cannot be published.
      log.notPrimed(notRehearsed);
    }
  }

  /** From a function-URL event to the item that would be put; tells whether the sample's signature is right. */
  static Verification walk(PrimingSample sample) {
    try {
      HttpEvent event = HttpEvent.read(new ByteArrayInputStream(sample.event().getBytes(UTF_8)));
      HookAddress address = HookAddress.parse(event.path()).orElseThrow();
      Verifier verifier = Verifiers.of(address.source()).orElseThrow();
      Verification verification =
          verifier.verify(event.headers(), event.body(), List.of(SECRET), THEN);
      Message message =
          new Message(
              address.connection(), THEN, Message.Via.WEBHOOK, "topic", Bytes.of(event.body()));
      MessageItem.of(address.book(), message, MessageItem.body(message));
      return verification;
    } catch (IOException e) {
      throw new UncheckedIOException("a sample is a function-URL event", e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    stores.renew();
    connections.forget();
  }
}
