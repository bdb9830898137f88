package io.daybook.statements;

import io.daybook.events.Movement;
import io.daybook.reconciliation.PayoutStatement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The lines of a payout statement as people read them. */
public final class PayoutLines {
  private PayoutLines() {}

  /** What moved the balance, in words. */
  public static String words(Movement movement) {
    return switch (movement) {
      case CHARGE -> "Charge";
      case REFUND -> "Refund";
      case REFUND_FAILURE -> "Refund came back";
      case DISPUTE -> "Dispute";
      case DISPUTE_REVERSAL -> "Dispute given back";
      case FEE -> "Fee";
      case PAYOUT -> "Payout";
      case PAYOUT_FAILURE -> "Payout came back";
      case RESERVE_HOLD -> "Reserve held";
      case RESERVE_RELEASE -> "Reserve released";
      case LOAN_REPAYMENT -> "Loan repayment";
      case SUBSCRIPTION -> "Subscription or app";
      case TAX_WITHHELD -> "Tax withheld";
      case UNKNOWN -> "Unknown type";
    };
  }

  /** The heading under which a group of lines stands. */
  public static String words(PayoutStatement.Membership membership) {
    return switch (membership) {
      case THIS_PAYOUT -> "In this payout";
      case NOT_IN_THIS_PAYOUT -> "Not in this payout";
    };
  }

  /** A membership as a cell. */
  public static String yesOrNo(PayoutStatement.Membership membership) {
    return switch (membership) {
      case THIS_PAYOUT -> "yes";
      case NOT_IN_THIS_PAYOUT -> "no";
    };
  }

  /** The lines of a group, in order. */
  public static List<PayoutStatement.Line> of(
      PayoutStatement statement, PayoutStatement.Membership membership) {
    return statement.lines().stream().filter(line -> line.membership() == membership).toList();
  }

  /** The sums of some lines: amount, fee, net. */
  public static Sums sums(List<PayoutStatement.Line> lines) {
    Sums sums = new Sums(0, 0, 0);
    for (PayoutStatement.Line line : lines) {
      sums =
          new Sums(
              Math.addExact(sums.amountMinor, line.amountMinor()),
              Math.addExact(sums.feeMinor, line.feeMinor()),
              Math.addExact(sums.netMinor, line.netMinor()));
    }
    return sums;
  }

  /** An instant with its offset, to the second, such as {@code 2026-10-25T02:30:00+01:00}: no hour is meant twice. */
  public static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
  }

  /**
   * An instant to the minute, such as {@code 2026-10-25 01:59}. Its offset follows only in the hour that comes twice when
   * summer time ends.
   */
  public static String shortTime(Instant at, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    boolean twice = zone.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    return DateTimeFormatter.ofPattern(
            twice ? "uuuu-MM-dd HH:mm XXX" : "uuuu-MM-dd HH:mm", Locale.ROOT)
        .format(time);
  }

  /** Minor units, added up. */
  public record Sums(long amountMinor, long feeMinor, long netMinor) {}
}
