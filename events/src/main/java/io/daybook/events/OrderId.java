package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of an order. */
public record OrderId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public OrderId {
    Text.requireId(value, "order id");
  }

  @Override
  public String toString() {
    return value;
  }
}
