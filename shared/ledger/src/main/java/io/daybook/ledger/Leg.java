package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.util.Optional;

/**
 * One side of an entry on one account. Debit is positive and credit negative, so a leg has no side to flip; statements
 * print the two columns.
 *
 * @param account where
 * @param currency of the amount
 * @param minor the amount in the account's currency, minor units
 * @param valueMinor the same in the book's currency; differs only for foreign amounts
 * @param reference under what it stands open on a meeting account (a charge, refund, dispute, payout), if it does
 * @param tax what a tax report needs to know, on a leg that is tax or the base of an exempt sale
 * @param own the accountant's own account that it is shown on, where the book's mapping had one when it was posted; what
 *     meets and what is proven goes by {@code account} all the same
 */
public record Leg(
    AccountCode account,
    CurrencyCode currency,
    long minor,
    long valueMinor,
    Optional<Reference> reference,
    Optional<TaxMark> tax,
    Optional<OwnNumber> own) {
  /** Refuses a leg that says nothing. */
  public Leg {
    if (minor == 0 && valueMinor == 0) {
      throw new IllegalArgumentException("a leg on " + account + " is zero");
    }
  }

  /** A leg that is shown on the account of the default chart. */
  public Leg(
      AccountCode account,
      CurrencyCode currency,
      long minor,
      long valueMinor,
      Optional<Reference> reference,
      Optional<TaxMark> tax) {
    this(account, currency, minor, valueMinor, reference, tax, Optional.empty());
  }

  /** A leg that no tax report looks at. */
  public Leg(
      AccountCode account,
      CurrencyCode currency,
      long minor,
      long valueMinor,
      Optional<Reference> reference) {
    this(account, currency, minor, valueMinor, reference, Optional.empty());
  }

  /** A debit in the book's currency; a negative amount is a credit. */
  public static Leg debit(AccountCode account, Money amount) {
    return new Leg(account, amount.currency(), amount.minor(), amount.minor(), Optional.empty());
  }

  /** A credit in the book's currency; a negative amount is a debit. */
  public static Leg credit(AccountCode account, Money amount) {
    return debit(account, amount.negated());
  }

  /** The same leg, standing open under a reference. */
  public Leg under(Reference to) {
    return new Leg(account, currency, minor, valueMinor, Optional.of(to), tax, own);
  }

  /** The same leg, marked for the tax report. */
  public Leg marked(TaxMark mark) {
    return new Leg(account, currency, minor, valueMinor, reference, Optional.of(mark), own);
  }

  /** The same leg, shown on an own account of the accountant's, or on that of the default chart. */
  public Leg shownOn(Optional<OwnNumber> other) {
    return new Leg(account, currency, minor, valueMinor, reference, tax, other);
  }

  /** The amount with its currency. */
  public Money amount() {
    return new Money(minor, currency);
  }
}
