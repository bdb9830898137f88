package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/**
 * How a period stands. A month of which there is no state is open.
 *
 * @param status open, fenced or closed
 * @param by who last changed it
 * @param reason why
 * @param at when
 */
public record PeriodState(Status status, String by, String reason, Instant at) {
  /** How it stands. */
  public enum Status {
    /** What belongs to it counts in it. */
    OPEN("open"),
    /** What is posted from now on counts later; posts under way may still land. */
    FENCED("fenced"),
    /** Counted and locked. */
    CLOSED("closed");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    @JsonValue
    @Override
    public String toString() {
      return code;
    }
  }

  /** Whether what belongs to the period counts in it. */
  public boolean takesEntries() {
    return status == Status.OPEN;
  }
}
