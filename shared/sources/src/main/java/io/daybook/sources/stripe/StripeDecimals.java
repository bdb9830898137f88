package io.daybook.sources.stripe;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.sources.json.Field;
import java.math.BigInteger;
import java.util.Set;

/**
 * How many decimals Stripe counts a currency with, which is not always ISO 4217's ({@code FAILURES.md} 33 and 55): ISK
 * and UGX have two for Stripe and none in ISO, MGA the other way round.
 */
final class StripeDecimals {
  /** docs.stripe.com/currencies: zero-decimal currencies. UGX is listed apart, as sent with two. */
  private static final Set<String> NONE =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** docs.stripe.com/currencies: three-decimal currencies. */
  private static final Set<String> THREE = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeDecimals() {}

  /** Decimals of the currency in Stripe's amounts: 0, 2 or 3. */
  static int of(CurrencyCode currency) {
    if (NONE.contains(currency.value())) {
      return 0;
    }
    return THREE.contains(currency.value()) ? 3 : 2;
  }

  /** An amount of Stripe's as minor units of ISO 4217; one that would lose a fraction is a problem of the field. */
  static long isoMinor(Field amount, CurrencyCode currency) {
    int more = Decimals.iso(currency) - of(currency);
    BigInteger factor = BigInteger.TEN.pow(Math.abs(more));
    BigInteger told = BigInteger.valueOf(amount.integer());
    if (more >= 0) {
      return exact(amount, told.multiply(factor));
    }
    BigInteger[] parts = told.divideAndRemainder(factor);
    if (parts[1].signum() != 0) {
      throw amount.expected(
          "an amount in whole " + currency + ", which Stripe writes times " + factor);
    }
    return exact(amount, parts[0]);
  }

  private static long exact(Field amount, BigInteger minor) {
    try {
      return minor.longValueExact();
    } catch (ArithmeticException e) {
      throw amount.expected("an amount that fits 63 bits of minor units");
    }
  }
}
