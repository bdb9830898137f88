package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A balanced journal entry. Its identity is its place: the subject and step that hold it.
 *
 * @param occasion what in the subject's life it is for, such as {@code payment/179259969} or {@code shipment/255858046};
 *     all entries of one occasion and day together are what that occasion requires
 * @param memo what a reader of the journal sees: says what, holds nothing that identifies a person
 * @param happenedAt when it happened, as told by the platform
 * @param belongsTo the day it belongs to, in the book's time zone
 * @param day the accounting day on which it counts; later than {@code belongsTo} only if that was closed
 * @param legs 2 to {@value #MAX_LEGS}
 * @param dimensions where what it is about was sold, if that is known: they are each leg's, and stand here once, so that
 *     figures of a place balance like all others
 */
public record Entry(
    String occasion,
    String memo,
    Instant happenedAt,
    LocalDate belongsTo,
    LocalDate day,
    List<Leg> legs,
    Optional<Dimensions> dimensions) {
  /** DynamoDB's item limit leaves room for many more; a reader's patience does not. */
  public static final int MAX_LEGS = 200;

  /** An entry without dimensions. */
  public Entry(
      String occasion,
      String memo,
      Instant happenedAt,
      LocalDate belongsTo,
      LocalDate day,
      List<Leg> legs) {
    this(occasion, memo, happenedAt, belongsTo, day, legs, Optional.empty());
  }

  /** Refuses an entry that does not balance to the last minor unit (DESIGN promise 4). */
  public Entry {
    legs = List.copyOf(legs);
    if (legs.size() < 2 || legs.size() > MAX_LEGS) {
      throw new IllegalArgumentException(
          occasion + " has " + legs.size() + " legs, expected 2 to " + MAX_LEGS);
    }
    if (day.isBefore(belongsTo)) {
      throw new IllegalArgumentException(
          occasion + " counts on " + day + ", before its own day " + belongsTo);
    }
    long value = 0;
    Map<CurrencyCode, Long> amounts = new HashMap<>();
    for (Leg leg : legs) {
      value = Math.addExact(value, leg.valueMinor());
      amounts.merge(leg.currency(), leg.minor(), Math::addExact);
    }
    if (value != 0 || amounts.values().stream().anyMatch(sum -> sum != 0)) {
      throw new IllegalArgumentException(
          occasion + " does not balance: value " + value + ", amounts " + amounts);
    }
  }
}
