package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What both sides of a meeting account know: a charge id, a refund id, a payout id. */
public record Reference(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public Reference {
    Text.requireId(value, "reference");
  }

  @Override
  public String toString() {
    return value;
  }
}
