package io.daybook.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a label cost beyond the whole minor units that its {@link Label} says: providers count fractions of a cent, and their
 * wallets lose them. Each label is rounded for itself; the fractions of a month are rounded together, so that no cent is lost
 * over the month (docs/decisions/0047).
 *
 * @param origin the provider of labels
 * @param label the label
 * @param version milliseconds since 1970 of its last change
 * @param currency of the fractions
 * @param chargedAt when the label was charged
 * @param chargedPart exact cost less the label's, in hundred-thousandths of a minor unit
 * @param refundedAt when it came back, if it did
 * @param refundedPart what came back exactly, less the label's refund, in hundred-thousandths of a minor unit
 */
public record LabelFraction(
    Origin origin,
    Reference label,
    long version,
    CurrencyCode currency,
    Instant chargedAt,
    long chargedPart,
    Optional<Instant> refundedAt,
    long refundedPart)
    implements State {
  /** So many parts are a minor unit. */
  public static final long PARTS = 100_000;

  /** Refuses what is a minor unit or more. */
  public LabelFraction {
    if (Math.abs(chargedPart) >= PARTS || Math.abs(refundedPart) >= PARTS) {
      throw new IllegalArgumentException("a fraction is less than a minor unit");
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("label-fraction", origin, label.value());
  }

  /** The months, by UTC, to which it adds something. */
  public List<YearMonth> months() {
    Set<YearMonth> months = new LinkedHashSet<>();
    months.add(month(chargedAt));
    refundedAt.ifPresent(at -> months.add(month(at)));
    return List.copyOf(months);
  }

  /** What it adds to a month: what was charged in it, less what came back in it. */
  public long partIn(YearMonth month) {
    long charged = month(chargedAt).equals(month) ? chargedPart : 0;
    boolean back = refundedAt.filter(at -> month(at).equals(month)).isPresent();
    return Math.subtractExact(charged, back ? refundedPart : 0);
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }
}
