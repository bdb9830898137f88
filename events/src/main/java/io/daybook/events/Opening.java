package io.daybook.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Opening balances taken over at cut-over (case 72), an act of a named person. Account 3000 takes the rest.
 *
 * @param origin {@code daybook:} and the book
 * @param id names the act; a second one under the same id with other amounts is a conflict
 * @param day the day on which they count: the cut-over date
 * @param by who took them over
 * @param balances one open item per order, card, payout and dispute
 */
public record Opening(Origin origin, Reference id, LocalDate day, String by, List<Balance> balances)
    implements Happening {
  /**
   * An account's opening balance, or one open item of it.
   *
   * @param account the account as the chart writes it, such as {@code 1010:stripe}
   * @param currency of the amount
   * @param minor positive in debit, negative in credit
   * @param reference the order, payout, card or dispute that it belongs to, if one
   * @param valueMinor of a foreign amount: what it is carried at in the book's currency; else the day's rate decides
   */
  public record Balance(
      String account,
      CurrencyCode currency,
      long minor,
      Optional<Reference> reference,
      Optional<Long> valueMinor) {
    /** One whose value the day's rate decides, if it is foreign. */
    public Balance(
        String account, CurrencyCode currency, long minor, Optional<Reference> reference) {
      this(account, currency, minor, reference, Optional.empty());
    }
  }

  /** Copies the list. */
  public Opening {
    balances = List.copyOf(balances);
  }

  @Override
  public FactKey key() {
    return new FactKey("opening", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Opening(origin, id, day, "", balances);
  }
}
