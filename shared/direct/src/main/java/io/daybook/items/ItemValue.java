package io.daybook.items;

import io.daybook.ledger.Bytes;
import java.util.Base64;

/** The value of an item's attribute, of the three kinds that Daybook stores. */
public sealed interface ItemValue {
  /** DynamoDB's name for the kind: {@code S}, {@code N} or {@code B}. */
  String kind();

  /** As DynamoDB's JSON writes it; bytes in Base64. */
  String wire();

  /** A text. */
  record Text(String value) implements ItemValue {
    @Override
    public String kind() {
      return "S";
    }

    @Override
    public String wire() {
      return value;
    }
  }

  /**
   * A number.
   *
   * @param digits decimal
   */
  record Decimal(String digits) implements ItemValue {
    @Override
    public String kind() {
      return "N";
    }

    @Override
    public String wire() {
      return digits;
    }
  }

  /** Bytes. */
  record Binary(Bytes value) implements ItemValue {
    @Override
    public String kind() {
      return "B";
    }

    @Override
    public String wire() {
      return Base64.getEncoder().encodeToString(value.toArray());
    }
  }
}
