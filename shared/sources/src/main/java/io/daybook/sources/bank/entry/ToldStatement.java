package io.daybook.sources.bank.entry;

import java.util.List;
import java.util.Optional;

/**
 * One account's statement as a file tells it.
 *
 * @param line on which the account is named
 * @param field that names it
 * @param account the bank's number of the account, normal ({@link AccountNumber}); absent if the format has none
 * @param version when the bank made it, milliseconds since 1970; 0 if it does not say
 * @param balances at both ends, if it gives them
 * @param entries booked, in the bank's order
 * @param pending not booked yet
 */
public record ToldStatement(
    int line,
    String field,
    Optional<String> account,
    long version,
    Optional<ToldBalances> balances,
    List<BankEntry> entries,
    List<PendingLine> pending) {
  /** Copies the lists. */
  public ToldStatement {
    entries = List.copyOf(entries);
    pending = List.copyOf(pending);
  }
}
