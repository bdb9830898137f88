package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a payment gateway as the shop tells it, such as {@code shopify_payments} or {@code stripe}. */
public record Gateway(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public Gateway {
    Text.requireId(value, "gateway");
  }

  @Override
  public String toString() {
    return value;
  }
}
