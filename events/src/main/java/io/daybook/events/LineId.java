package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of an order line or shipping line. */
public record LineId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public LineId {
    Text.requireId(value, "line id");
  }

  @Override
  public String toString() {
    return value;
  }
}
