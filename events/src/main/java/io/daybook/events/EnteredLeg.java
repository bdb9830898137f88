package io.daybook.events;

import java.util.Optional;

/**
 * A leg as a person entered it.
 *
 * @param account the account as the chart writes it, such as {@code 6080}
 * @param currency of the amount
 * @param minor the amount, minor units: positive in debit, negative in credit
 * @param valueMinor the same in the book's currency
 * @param reference under what it stands open, if it does
 * @param own the number of the accountant's own account that it is shown on, if it is settled already: a reversal stays on
 *     the accounts of what it reverses
 */
public record EnteredLeg(
    String account,
    CurrencyCode currency,
    long minor,
    long valueMinor,
    Optional<Reference> reference,
    Optional<String> own) {
  /** A leg that the book's mapping finds an account for. */
  public EnteredLeg(
      String account,
      CurrencyCode currency,
      long minor,
      long valueMinor,
      Optional<Reference> reference) {
    this(account, currency, minor, valueMinor, reference, Optional.empty());
  }
}
