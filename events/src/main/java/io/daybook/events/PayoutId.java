package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The processor's own id of a payout. */
public record PayoutId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public PayoutId {
    Text.requireId(value, "payout id");
  }

  @Override
  public String toString() {
    return value;
  }
}
