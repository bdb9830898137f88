package io.daybook.notices;

import io.daybook.ledger.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of notice is told in one book.
 *
 * @param on whether at all
 * @param to where to; empty: where the hub tells by itself (its topic in the cloud, {@code notices.log} on one machine)
 * @param least amounts closer to zero than this, in the amount's own currency, are not told
 * @param after how long it must last before it is told; an ended month's close is due this long after its end
 * @param again after how long people are reminded of what still lasts; never, if absent
 * @param pace one by one, or gathered
 * @param quiet hours in which nobody is told
 * @param settled whether people who were told hear that it is over
 */
public record Preferences(
    boolean on,
    List<Destination> to,
    Optional<BigDecimal> least,
    Duration after,
    Optional<Duration> again,
    Pace pace,
    Optional<QuietHours> quiet,
    boolean settled) {
  /** A person reads a list of places; a program's list is a mistake. */
  public static final int MAX_DESTINATIONS = 10;

  private static final Duration SHORTEST_REMINDER = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  /** Refuses negative amounts and times, reminders that are nagging, and too many places. */
  public Preferences {
    to = to.stream().distinct().toList();
    if (to.size() > MAX_DESTINATIONS) {
      throw new IllegalArgumentException(
          to.size() + " places to tell, at most " + MAX_DESTINATIONS);
    }
    least.filter(amount -> amount.signum() < 0).ifPresent(Preferences::refuseLeast);
    if (after.isNegative() || after.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the waiting time is " + after + ", expected 0 to a year");
    }
    again
        .filter(time -> time.compareTo(SHORTEST_REMINDER) < 0 || time.compareTo(LONGEST) > 0)
        .ifPresent(time -> {
          throw new IllegalArgumentException(
              "the time to a reminder is " + time + ", expected an hour to a year");
        });
  }

  private static void refuseLeast(BigDecimal amount) {
    throw new IllegalArgumentException(
        "the least amount is " + amount.toPlainString() + ", expected at least 0");
  }

  /** How a kind is told unless somebody says otherwise. */
  public static Preferences standard(NoticeKind kind) {
    return switch (kind) {
      // Transactions of a payout come in parts; the sweep brings the rest within half an hour.
      case PAYOUT_DOES_NOT_TIE ->
          standard(Duration.ofMinutes(30), Duration.ofDays(7), Pace.AT_ONCE);
      case CONNECTION_SILENT -> standard(Duration.ZERO, Duration.ofDays(1), Pace.AT_ONCE);
      case MISSED_MESSAGES ->
          new Preferences(
              true,
              List.of(),
              Optional.empty(),
              Duration.ZERO,
              Optional.empty(),
              Pace.HOURLY,
              Optional.empty(),
              false);
      case CLOSE_DUE -> standard(Duration.ofDays(5), Duration.ofDays(7), Pace.DAILY);
      case MESSAGE_FAILED -> standard(Duration.ZERO, Duration.ofDays(1), Pace.AT_ONCE);
      case MESSAGE_PARKED -> standard(Duration.ZERO, Duration.ofDays(7), Pace.DAILY);
    };
  }

  private static Preferences standard(Duration after, Duration again, Pace pace) {
    return new Preferences(
        true, List.of(), Optional.empty(), after, Optional.of(again), pace, Optional.empty(), true);
  }

  /** Whether an amount is large enough to be told. */
  boolean matters(Optional<Money> amount) {
    return amount.isEmpty()
        || least.isEmpty()
        || amount.get().major().abs().compareTo(least.get()) >= 0;
  }

  /** The same, switched on. */
  public Preferences switchedOn() {
    return new Preferences(true, to, least, after, again, pace, quiet, settled);
  }

  /** The same, silenced. */
  public Preferences silenced() {
    return new Preferences(false, to, least, after, again, pace, quiet, settled);
  }
}
