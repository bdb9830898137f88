package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The processor's own id of a dispute. */
public record DisputeId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public DisputeId {
    Text.requireId(value, "dispute id");
  }

  @Override
  public String toString() {
    return value;
  }
}
