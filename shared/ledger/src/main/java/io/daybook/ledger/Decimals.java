package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.util.Map;

/**
 * How many decimals a currency has in ISO 4217, which is what the books use. A platform that counts otherwise (Stripe's
 * ISK, {@code FAILURES.md} 55) has a table of its own in {@code sources}.
 */
public final class Decimals {
  private static final int USUAL = 2;

  /** Only what differs from two. ISO 4217 amendment 176. */
  private static final Map<String, Integer> OTHERS =
      Map.ofEntries(
          Map.entry("BHD", 3),
          Map.entry("BIF", 0),
          Map.entry("CLF", 4),
          Map.entry("CLP", 0),
          Map.entry("DJF", 0),
          Map.entry("GNF", 0),
          Map.entry("IQD", 3),
          Map.entry("ISK", 0),
          Map.entry("JOD", 3),
          Map.entry("JPY", 0),
          Map.entry("KMF", 0),
          Map.entry("KRW", 0),
          Map.entry("KWD", 3),
          Map.entry("LYD", 3),
          Map.entry("OMR", 3),
          Map.entry("PYG", 0),
          Map.entry("RWF", 0),
          Map.entry("TND", 3),
          Map.entry("UGX", 0),
          Map.entry("UYI", 0),
          Map.entry("UYW", 4),
          Map.entry("VND", 0),
          Map.entry("VUV", 0),
          Map.entry("XAF", 0),
          Map.entry("XOF", 0),
          Map.entry("XPF", 0));

  private Decimals() {}

  /** Decimals of the currency, 0 to 4. */
  public static int iso(CurrencyCode currency) {
    return OTHERS.getOrDefault(currency.value(), USUAL);
  }
}
