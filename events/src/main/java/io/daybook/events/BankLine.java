package io.daybook.events;

import java.time.LocalDate;
import java.util.List;

/**
 * A booked line of a bank account: the only thing that moves account 1000 (rule A15). Names and free text are left out,
 * for they may identify a person; what proves a match is kept.
 *
 * @param origin the bank account
 * @param id the line's identity
 * @param currency of the account
 * @param amountMinor positive into the account
 * @param bookedOn the bank's booking day
 * @param code the bank's code for the kind of transaction; may be empty
 * @param references ids found on the line: end-to-end id, and words of the remittance text that look like ids
 */
public record BankLine(
    Origin origin,
    BankLineId id,
    CurrencyCode currency,
    long amountMinor,
    LocalDate bookedOn,
    String code,
    List<Reference> references)
    implements Happening {
  /** Copies the list. */
  public BankLine {
    references = List.copyOf(references);
  }

  @Override
  public FactKey key() {
    return new FactKey("bank-line", origin, id.value());
  }

  @Override
  public Fact money() {
    return new BankLine(origin, id, currency, amountMinor, bookedOn, "", List.of());
  }
}
