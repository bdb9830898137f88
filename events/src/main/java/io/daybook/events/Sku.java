package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A stock keeping unit: what the merchant calls one kind of goods. */
public record Sku(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public Sku {
    Text.requireId(value, "sku");
  }

  @Override
  public String toString() {
    return value;
  }
}
