package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of a fulfilment (a parcel). */
public record FulfilmentId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public FulfilmentId {
    Text.requireId(value, "fulfilment id");
  }

  @Override
  public String toString() {
    return value;
  }
}
