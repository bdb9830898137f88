package io.daybook.portal.page;

import io.daybook.reconciliation.PayoutStatement;

/** A state in a word or two, told by its words and never by its colour alone. */
public record Badge(String words, Tone tone) {
  /** How a state is to be taken. */
  public enum Tone {
    /** As it should be. */
    GOOD("good"),
    /** Under way. */
    WAITING("waiting"),
    /** Somebody must look. */
    BAD("bad");

    private final String style;

    Tone(String style) {
      this.style = style;
    }

    /** The style sheet's name for it. */
    public String style() {
      return style;
    }
  }

  /** Of a payout. */
  public static Badge of(PayoutStatement.Status status) {
    Tone tone =
        switch (status) {
          case RECONCILED -> Tone.GOOD;
          case IN_TRANSIT, PENDING, UNATTRIBUTED -> Tone.WAITING;
          case DIFFERENCE, FAILED -> Tone.BAD;
        };
    return new Badge(status.words(), tone);
  }
}
