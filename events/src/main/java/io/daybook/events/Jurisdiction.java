package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tax jurisdiction as the platform names it, such as {@code US-CA} or {@code DE}. */
public record Jurisdiction(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public Jurisdiction {
    Text.requireId(value, "jurisdiction");
  }

  @Override
  public String toString() {
    return value;
  }
}
