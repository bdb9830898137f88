package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An ISO 4217 currency code in capitals, such as {@code USD}. */
public record CurrencyCode(@JsonValue String value) implements Comparable<CurrencyCode> {
  /** Refuses anything but three capital letters A to Z. */
  @JsonCreator
  public CurrencyCode {
    if (value.length() != 3 || !value.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException(
          "currency is '" + value + "', expected three capital letters such as USD");
    }
  }

  @Override
  public int compareTo(CurrencyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
