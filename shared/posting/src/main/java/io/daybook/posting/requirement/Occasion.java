package io.daybook.posting.requirement;

import io.daybook.ledger.Leg;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something in a subject's life that the books must show, with what it requires in all.
 *
 * @param name unique within the subject and day, such as {@code payment/179259969}
 * @param memo what a reader of the journal sees; nothing that identifies a person
 * @param at when it happened
 * @param day the day it belongs to, in the book's time zone
 * @param legs balanced, none zero, at most one for an account, currency, reference and tax mark
 * @param values where the values of foreign legs come from
 */
public record Occasion(
    String name, String memo, Instant at, LocalDate day, List<Leg> legs, Values values) {
  /** Where the values of foreign legs come from. */
  public enum Values {
    /** They are not known yet: amount stands for value until a rate says what it is worth. */
    AT_RATE,
    /** Somebody told them. */
    TOLD
  }

  /** One whose foreign legs, if it has any, are worth what a rate says. */
  public Occasion(String name, String memo, Instant at, LocalDate day, List<Leg> legs) {
    this(name, memo, at, day, legs, Values.AT_RATE);
  }

  /** The same with legs whose values are known. */
  public Occasion with(List<Leg> valued) {
    return new Occasion(name, memo, at, day, valued, Values.TOLD);
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
