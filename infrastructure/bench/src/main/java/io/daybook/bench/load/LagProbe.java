package io.daybook.bench.load;

import io.daybook.ledger.ChangeFeed;
import io.daybook.local.hub.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far the pump is behind: the age of the oldest message that it has not had posted. CloudWatch calls it iterator age. */
public final class LagProbe {
  private static final String PLACE = "pump-place";
  private static final int BATCH = 200;

  private final Hub hub;
  private final ChangeFeed feed;

  /** A probe of a folder that another process serves. */
  public LagProbe(Hub hub) {
    this.hub = hub;
    this.feed = hub.deployment().stores().feed();
  }

  /** The lag now; zero if every message that was kept is posted. */
  public Duration lag() {
    return oldest()
        .map(received -> Duration.between(received, hub.deployment().clock().instant()))
        .map(lag -> lag.isNegative() ? Duration.ZERO : lag)
        .orElse(Duration.ZERO);
  }

  private Optional<Instant> oldest() {
    String place = hub.folder().note(PLACE).orElseGet(feed::start);
    while (true) {
      ChangeFeed.Batch batch = feed.read(place, BATCH);
      for (ChangeFeed.Change change : batch.changes()) {
        if (change instanceof ChangeFeed.Change.Received received) {
          return Optional.of(received.message().receivedAt());
        }
      }
      if (batch.changes().isEmpty()) {
        return Optional.empty();
      }
      place = batch.next();
    }
  }
}
