package io.daybook.ledger;

/** An amount in its currency and its value in the book's, added up exactly. */
record Sum(long minor, long valueMinor) {
  static final Sum NOTHING = new Sum(0, 0);

  Sum plus(Sum other) {
    return new Sum(Math.addExact(minor, other.minor), Math.addExact(valueMinor, other.valueMinor));
  }

  boolean zero() {
    return minor == 0 && valueMinor == 0;
  }
}
