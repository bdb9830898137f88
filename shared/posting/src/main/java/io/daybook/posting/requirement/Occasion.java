package io.daybook.posting.requirement;

import io.daybook.events.Dimensions;
import io.daybook.ledger.Leg;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something in a subject's life that the books must show, with what it requires in all.
 *
 * @param name unique within the subject and day, such as {@code payment/179259969}
 * @param memo what a reader of the journal sees; nothing that identifies a person
 * @param at when it happened
 * @param day the day it belongs to, in the book's time zone
 * @param legs balanced, none zero, at most one for an account, currency, reference, tax mark and own account
 * @param dimensions where what it is about was sold, if that is known
 */
public record Occasion(
    String name,
    String memo,
    Instant at,
    LocalDate day,
    List<Leg> legs,
    Optional<Dimensions> dimensions) {
  /** One of which nobody says yet where it was sold. */
  public Occasion(String name, String memo, Instant at, LocalDate day, List<Leg> legs) {
    this(name, memo, at, day, legs, Optional.empty());
  }

  /** Refuses legs that do not balance. */
  public Occasion {
    legs = List.copyOf(legs);
    long value = 0;
    for (Leg leg : legs) {
      value = Math.addExact(value, leg.valueMinor());
    }
    if (value != 0) {
      throw new IllegalArgumentException(name + " is out of balance by " + value + ": " + legs);
    }
  }
}
