package io.daybook.catalogue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The buckets of a deployment. All are private, versioned, enciphered, and answer only over TLS. */
public enum Bucket {
  /** Message bodies too large for an item. Longer than the inbox's 40 days, for expiry there comes days late. */
  BODIES(Optional.of(Duration.ofDays(45)), Lock.NONE),
  /** Statements, journals, and the old images of whatever was changed in a ledger: under Object Lock. */
  STATEMENTS(Optional.empty(), Lock.LOCKED),
  /** Bank files that people and programs put there, and beside each a sentence of what became of it. */
  DROPS(Optional.of(Duration.ofDays(90)), Lock.NONE),
  /** What no retry could deliver, whole. */
  FAILURES(Optional.of(Duration.ofDays(90)), Lock.NONE),
  /** Who asked the other buckets for what. */
  ACCESS(Optional.of(Duration.ofDays(365)), Lock.NONE);

  /** Whether an object can be rewritten or removed. */
  public enum Lock {
    /** By whoever may. */
    NONE,
    /** By nobody before its retention has passed. */
    LOCKED
  }

  private final Optional<Duration> kept;
  private final Lock lock;

  Bucket(Optional<Duration> kept, Lock lock) {
    this.kept = kept;
    this.lock = lock;
  }

  /** How long an object stays, if not for ever. */
  public Optional<Duration> kept() {
    return kept;
  }

  /** Whether it is under Object Lock. */
  public Lock lock() {
    return lock;
  }

  /** Its name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
