package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of a refund. */
public record RefundId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public RefundId {
    Text.requireId(value, "refund id");
  }

  @Override
  public String toString() {
    return value;
  }
}
