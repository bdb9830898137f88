package io.daybook.events;

import java.time.LocalDate;

/**
 * What a bank statement says about itself. It moves nothing; it is what account 1000 is proven against.
 *
 * @param origin the bank account
 * @param id the bank's id of the statement
 * @param version when the bank made it, milliseconds since 1970
 * @param currency of the balances
 * @param from the first day
 * @param to the last day
 * @param openingMinor booked balance at the start of {@code from}
 * @param closingMinor booked balance at the end of {@code to}
 * @param linesMinor the sum of the booked lines that it lists
 */
public record BankStatement(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    LocalDate from,
    LocalDate to,
    long openingMinor,
    long closingMinor,
    long linesMinor)
    implements State {
  /** By how much the statement does not add up: closing − opening − lines, in minor units. */
  public long differenceMinor() {
    return Math.subtractExact(Math.subtractExact(closingMinor, openingMinor), linesMinor);
  }

  @Override
  public FactKey key() {
    return new FactKey("bank-statement", origin, id.value());
  }
}
