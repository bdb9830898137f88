package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What was posted on an account under one reference: open while it does not add up to zero.
 *
 * @param account the meeting account
 * @param currency of the amounts
 * @param reference what the parts share
 * @param parts by day, time, subject and step
 */
public record OpenItem(
    AccountCode account, CurrencyCode currency, Reference reference, List<Part> parts) {
  /** In the order in which statements list parts. */
  public static final Comparator<Part> ORDER =
      Comparator.comparing(Part::day)
          .thenComparing(Part::happenedAt)
          .thenComparing(part -> part.subject().toString())
          .thenComparingInt(Part::step);

  /**
   * What one entry posted under the reference.
   *
   * @param subject whose entry
   * @param step which
   * @param occasion what for
   * @param happenedAt as told by the platform
   * @param day the accounting day
   * @param recordedAt when the ledger learnt it
   * @param minor debit positive
   * @param valueMinor in the book's currency
   */
  public record Part(
      SubjectId subject,
      int step,
      String occasion,
      Instant happenedAt,
      LocalDate day,
      Instant recordedAt,
      long minor,
      long valueMinor) {}

  /** Sorts the parts. */
  public OpenItem {
    parts = parts.stream().sorted(ORDER).toList();
  }

  /** What stands open in the currency; 0 if nothing does. */
  public long minor() {
    return parts.stream().mapToLong(Part::minor).reduce(0, Math::addExact);
  }

  /** What stands open in the book's currency. */
  public long valueMinor() {
    return parts.stream().mapToLong(Part::valueMinor).reduce(0, Math::addExact);
  }

  /** Whether anything stands open. */
  public boolean open() {
    return minor() != 0 || valueMinor() != 0;
  }
}
