package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.ShownBalance;
import io.daybook.reconciliation.PayoutStatement;
import java.util.List;
import java.util.Optional;

/**
 * What came of a month: for scripts as {@code summary.json} ({@link SummaryJson}), for people as text ({@link
 * SummaryText}). All lists in the order in which they are shown.
 *
 * @param messages what came in
 * @param entries how many journal entries there are
 * @param trialBalance every account that has a balance
 * @param payouts every payout known
 * @param exceptions what the books cannot explain
 */
public record Summary(
    Messages messages,
    long entries,
    List<Account> trialBalance,
    List<Payout> payouts,
    List<Unexplained> exceptions) {
  /** Copies the lists. */
  public Summary {
    trialBalance = List.copyOf(trialBalance);
    payouts = List.copyOf(payouts);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Messages, counted.
   *
   * @param received all that came in by a verified webhook, a pull or an import
   * @param duplicates of these, how many had been received before
   * @param rejected how many were not signed as they should be: counted, not kept
   * @param parked of the received, how many could not be posted as they are: kept and visible
   */
  public record Messages(long received, long duplicates, long rejected, long parked) {}

  /** An account's balance in a currency, debit positive. */
  public record Account(
      String account, String name, String type, CurrencyCode currency, long minor) {
    /** The balance of a row. */
    public static Account of(ShownBalance.Row row) {
      return new Account(
          row.account().code(),
          row.account().name(),
          TrialBalanceReport.words(row.account().type()),
          row.currency(),
          row.minor());
    }
  }

  /**
   * A payout.
   *
   * @param id the processor's
   * @param source the processor, such as {@code stripe}
   * @param currency of both amounts
   * @param minor what was paid out; negative if the bank was debited
   * @param status in words, such as {@code in transit}
   * @param differenceMinor by how much it differs from its transactions
   * @param bankLine the bank line that is its arrival, if one is
   */
  public record Payout(
      String id,
      String source,
      CurrencyCode currency,
      long minor,
      String status,
      long differenceMinor,
      Optional<String> bankLine) {
    /** What a statement says in short. */
    public static Payout of(PayoutStatement statement) {
      return new Payout(
          statement.payout().value(),
          statement.processor().platform(),
          statement.currency(),
          statement.amountMinor(),
          statement.status().words(),
          statement.differenceMinor(),
          statement.bank().map(bank -> bank.line().value()));
    }
  }

  /** A line of the exceptions list. */
  public record Unexplained(
      String kind, String subject, long minor, Optional<CurrencyCode> currency, String reason) {
    /** The same as a line of the list. */
    public static Unexplained of(Discrepancy exception) {
      return new Unexplained(
          exception.kind().code(),
          exception.subject(),
          exception.minor(),
          exception.currency(),
          exception.reason());
    }
  }
}
