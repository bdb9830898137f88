package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number by which an accountant's own chart knows an account, such as {@code 8400} or {@code 4000-10}. */
public record OwnNumber(@JsonValue String value) implements Comparable<OwnNumber> {
  /** Refuses what is not 1 to 30 letters, digits, {@code . _ -}. */
  @JsonCreator
  public OwnNumber {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,29}")) {
      throw new IllegalArgumentException(
          "own account is '"
              + value
              + "', expected 1 to 30 letters, digits, '.', '_', '-', the first a letter or digit");
    }
  }

  @Override
  public int compareTo(OwnNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
