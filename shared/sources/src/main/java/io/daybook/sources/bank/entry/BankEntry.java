package io.daybook.sources.bank.entry;

import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A booked entry of an account, whatever format told it.
 *
 * @param line of the file
 * @param amount positive into the account
 * @param bookedOn the bank's booking day
 * @param bankReference the bank's own id of the entry, if it gives one that it keeps in every telling
 * @param code what kind of transaction it is, in the bank's own code; may be empty
 * @param references ids found on it
 * @param digest of its ids and text, to tell entries without an id apart
 */
public record BankEntry(
    int line,
    Money amount,
    LocalDate bookedOn,
    Optional<String> bankReference,
    String code,
    List<Reference> references,
    String digest) {
  /** Copies the list. */
  public BankEntry {
    references = List.copyOf(references);
  }

  /** The same as one that is not booked: shown until a statement tells it. */
  public PendingLine toPending() {
    return new PendingLine(Optional.of(bookedOn), amount, code, references);
  }
}
