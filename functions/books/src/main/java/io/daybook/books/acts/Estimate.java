package io.daybook.books.acts;

import io.daybook.events.CurrencyCode;
import io.daybook.events.EnteredLeg;
import java.util.List;
import java.util.Optional;

/**
 * What a month's end computes: an estimate, from which figures, and what it posts on the last day.
 *
 * @param id names it within its month, such as {@code revaluation-1010-stripe-EUR}
 * @param kind what it is
 * @param basis the figures and how they make the result, in a sentence
 * @param legs in the book's currency; none if it comes to nothing
 * @param standing whether it is posted
 */
public record Estimate(
    String id, Kind kind, String basis, List<EnteredLeg> legs, Standing standing) {
  /** What is computed. */
  public enum Kind {
    /** A foreign balance at the closing rate (case 53). */
    REVALUATION,
    /** Returns still to come (case 16). */
    EXPECTED_RETURNS,
    /** Disputes that will be lost (case 80c). */
    DISPUTE_ALLOWANCE,
    /** Gift cards that nobody will redeem (case 15); not reversed. */
    BREAKAGE
  }

  /** Whether it is posted. */
  public enum Standing {
    /** Not posted yet. */
    NEW,
    /** Posted with other figures: the difference is to be posted. */
    CHANGED,
    /** Posted as it is. */
    POSTED
  }

  /** Copies the list. */
  public Estimate {
    legs = List.copyOf(legs);
  }

  /** Two legs: a debit and a credit of the same amount, minor units; the other way round if negative. */
  static List<EnteredLeg> legs(String debit, String credit, long minor, CurrencyCode currency) {
    return minor == 0
        ? List.of()
        : List.of(
            new EnteredLeg(debit, currency, minor, minor, Optional.empty()),
            new EnteredLeg(
                credit,
                currency,
                Math.negateExact(minor),
                Math.negateExact(minor),
                Optional.empty()));
  }
}
