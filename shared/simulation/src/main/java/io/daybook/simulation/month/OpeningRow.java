package io.daybook.simulation.month;

import java.math.BigDecimal;

/**
 * A row of the opening balances.
 *
 * @param account such as {@code 1010:stripe}
 * @param currency of the amount
 * @param minor positive in debit
 * @param reference the order or payout that it belongs to; empty if none
 */
public record OpeningRow(String account, String currency, long minor, String reference) {
  /** The row as the opening file has it: account, currency, major units with two decimals, reference. */
  public String csv() {
    return account
        + ","
        + currency
        + ","
        + BigDecimal.valueOf(minor, 2).toPlainString()
        + ","
        + reference;
  }
}
