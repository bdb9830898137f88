package io.daybook.sources.bank.entry;

import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a bank announces and has not booked, or tells in a form that a statement tells again. It is shown and posts nothing.
 *
 * @param expectedOn the day that the bank names for it, if any
 * @param amount positive into the account
 * @param code what kind of transaction it is; may be empty
 * @param references ids found on it
 */
public record PendingLine(
    Optional<LocalDate> expectedOn, Money amount, String code, List<Reference> references) {
  /** Copies the list. */
  public PendingLine {
    references = List.copyOf(references);
  }
}
