package io.daybook.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.daybook.direct.Deadline;
import io.daybook.ledger.Counters;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreFailure;
import io.daybook.sources.HookAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Keeps what a platform sends over EventBridge as a webhook of the connection that the rule names.
 *
 * <p>There is no signature: only the stage's own rules may call this function, and only the platform puts events on its bus.
 * It answers nobody. What it cannot keep it throws, so that EventBridge's call is tried again and then lies in the failures'
 * bucket, whole.
 */
public final class BridgeFunction implements RequestStreamHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

  private final IngestStores stores;
  private final IngestLog log;

  /** As Lambda creates it: from its environment. */
  public BridgeFunction() {
    this(CloudDoor.open(System.getenv()));
  }

  private BridgeFunction(CloudDoor door) {
    this(door.stores(), door.log());
  }

  /** On stores of one's own. */
  public BridgeFunction(IngestStores stores, IngestLog log) {
    this.stores = stores;
    this.log = log;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    keep(BridgeEvent.read(input));
    output.write(DONE);
  }

  private void keep(BridgeEvent event) {
    HookAddress address = event.address();
    Deadline deadline = Deadline.in(PATIENCE, stores.clock());
    boolean known =
        stores
            .connection(address.book(), address.connection(), deadline)
            .filter(found -> found.live() && found.source().equals(address.source()))
            .isPresent();
    if (!known) {
      throw new IllegalStateException(
          "an event for " + address + ", and there is no such connection");
    }
    InboxStore.Put put =
        stores.keep(
            address.book(),
            new Message(
                address.connection(),
                stores.clock().instant(),
                Message.Via.WEBHOOK,
                event.topic(),
                event.body()),
            deadline);
    if (put == InboxStore.Put.DUPLICATE) {
      count(event, deadline);
    }
  }

  /** For people to look at: that it fails changes nothing. */
  private void count(BridgeEvent event, Deadline deadline) {
    try {
      stores.count(event.address().book(), Counters.DUPLICATES, deadline);
    } catch (StoreFailure notCounted) {
      log.notCounted(event.address().book(), Counters.DUPLICATES, notCounted);
    }
  }
}
