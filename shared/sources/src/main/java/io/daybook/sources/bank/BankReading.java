package io.daybook.sources.bank;

import io.daybook.events.Origin;
import io.daybook.sources.bank.csv.BankMapping;
import io.daybook.sources.bank.entry.AccountNumber;
import java.util.Optional;

/**
 * What is wanted of a bank's file.
 *
 * @param mapping how it is read if it is CSV
 * @param number the account whose statements are taken, as the file writes its number; absent for all
 * @param account what the account is known as; absent to know each by its number
 */
public record BankReading(
    Optional<BankMapping> mapping, Optional<String> number, Optional<Origin> account) {
  /** What a CSV file without an account's number tells of, until somebody says which account it is. */
  public static final Origin UNNAMED = new Origin(BankSource.NAME, "unnamed");

  /** Everything, as it stands in the file. */
  public static BankReading all() {
    return new BankReading(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Everything, as CSV if it is nothing else. */
  public static BankReading all(BankMapping mapping) {
    return new BankReading(Optional.of(mapping), Optional.empty(), Optional.empty());
  }

  /** One account's statements. */
  public static BankReading of(Origin account) {
    return new BankReading(Optional.empty(), Optional.of(account.account()), Optional.of(account));
  }

  boolean takes(Optional<String> told) {
    return number.isEmpty()
        || told.isEmpty()
        || AccountNumber.normal(number.get()).equals(told.get());
  }
}
