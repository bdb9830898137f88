package io.daybook.catalogue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** What holds for every function alike. */
public final class Settings {
  /** The alias that triggers, addresses and callers name; a deployment moves it. */
  public static final String ALIAS = "live";

  /** How long log lines are kept. */
  public static final Duration LOGS_KEPT = Duration.ofDays(90);

  /**
   * How many runs of {@code ingest} are kept free, at least, in a stage that serves: 200 webhooks a second that each find a
   * cold start of a second. It is a cap as well, and a platform that is told 429 eight times deletes its subscription
   * (PLATFORMS.md 2.1), hence generous; the alarm {@code ingest-throttles} tells of the first.
   */
  public static final int INGEST_RESERVED = 200;

  /** How often a function that the clock or a program called is tried again after it failed. */
  public static final int CALL_RETRIES = 2;

  /** How long such a call may wait for its turn: the clock's next comes sooner. */
  public static final Duration CALL_AGE = Duration.ofHours(1);

  /** How long EventBridge tries to hand over what a platform sent: all that it allows. */
  public static final Duration EVENT_AGE = Duration.ofHours(24);

  private static final Map<String, LocalTime> NIGHT =
      Map.of(
          Catalogue.REPLAY.name(), LocalTime.of(1, 10),
          Catalogue.RECONCILE.name(), LocalTime.of(2, 10),
          Catalogue.EXPORT.name(), LocalTime.of(3, 10),
          Catalogue.ERASE.name(), LocalTime.of(4, 10));

  private Settings() {}

  /**
   * When in the night, in UTC, a function comes that comes once a day and whose turn matters: what was replayed is
   * reconciled, what was reconciled is exported, and only then is anything erased.
   */
  public static Optional<LocalTime> night(FunctionSpec function) {
    return Optional.ofNullable(NIGHT.get(function.name()));
  }

  /**
   * How many batches of one shard run at once. Order is kept within an item only, which is all that the poster needs
   * (DESIGN, Posting): two batches that meet in a subject meet in a condition.
   */
  public static int batchesAtOnce(Trigger.Stream stream) {
    return switch (stream.table()) {
      case INBOX -> 4;
      case LEDGER, STATE -> 1;
    };
  }
}
