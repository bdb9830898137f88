package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The identity of a line on a bank account's statement: the bank's own where it is unique, else derived. */
public record BankLineId(@JsonValue String value) {
  /** Refuses a blank value and one longer than {@value Text#MAX_ID} characters. */
  @JsonCreator
  public BankLineId {
    Text.requireId(value, "bank line id");
  }

  @Override
  public String toString() {
    return value;
  }
}
