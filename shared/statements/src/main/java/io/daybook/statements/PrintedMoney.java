package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;

/** Amounts as they are printed: grouped by thousands, with the currency's decimals, the same on every machine. */
public final class PrintedMoney {
  private static final int GROUP = 3;

  private PrintedMoney() {}

  /** Such as {@code -1,234.50}. */
  public static String number(long minor, CurrencyCode currency) {
    return grouped(new Money(minor, currency).major().toPlainString());
  }

  /** A plain number with its thousands set apart. */
  public static String grouped(String plain) {
    int begin = plain.startsWith("-") ? 1 : 0;
    int point = plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = (point < 0 ? plain.length() : point) - GROUP; i > begin; i -= GROUP) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** Such as {@code -1,234.50 USD}. */
  public static String withCurrency(long minor, CurrencyCode currency) {
    return new Money(minor, currency).words();
  }
}
