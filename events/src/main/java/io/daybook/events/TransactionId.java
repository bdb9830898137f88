package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The platform's own id of a payment transaction or of a balance transaction. */
public record TransactionId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public TransactionId {
    Text.requireId(value, "transaction id");
  }

  @Override
  public String toString() {
    return value;
  }
}
