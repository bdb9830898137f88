package io.daybook.simulation.history;

/**
 * A part of a whole, such as a quarter. It is only asked of amounts that it divides: which cent goes where is never a
 * question here.
 */
record Portion(long part, long of) {
  static final Portion NONE = new Portion(0, 1);
  static final Portion ALL = new Portion(1, 1);

  long of(long minor) {
    long product = Math.multiplyExact(minor, part);
    NotWhole.unless(product % of == 0, minor + " cannot be divided by " + of);
    return product / of;
  }

  /** What is left of an amount without it. */
  long rest(long minor) {
    return minor - of(minor);
  }

  /** All of it or nothing: what costs nothing is not paid for in parts. */
  Portion whole() {
    return equals(ALL) ? ALL : NONE;
  }

  Portion plus(Portion other) {
    return new Portion(
            Math.addExact(part * other.of, other.part * of), Math.multiplyExact(of, other.of))
        .shortened();
  }

  private Portion shortened() {
    long divisor =
        java.math.BigInteger.valueOf(part).gcd(java.math.BigInteger.valueOf(of)).longValueExact();
    return new Portion(part / divisor, of / divisor);
  }
}
