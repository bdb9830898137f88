package io.daybook.reconciliation;

import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.PayoutComparison;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The reconciled statement of a payout: the proof that its transactions are its amount, the clearing account's roll
 * forward since the payout before, and its arrival at the bank.
 *
 * @param book whose
 * @param zone the book's time zone, in which every day here is one
 * @param processor whose payout
 * @param clearing the processor's clearing account
 * @param payout the payout's id
 * @param status what is proven so far
 * @param currency of all amounts
 * @param issuedOn the day it left the processor's balance, or was made if it has not left
 * @param amountMinor what the processor says it paid; negative if it debits the bank
 * @param from first day of the roll forward: the day after the payout before was issued
 * @param openingMinor clearing balance at the start of {@code from}, with what was taken over at cut-over
 * @param activity what moved the clearing account from {@code from} to {@code issuedOn}, without the payout
 * @param closingMinor clearing balance at the end of {@code issuedOn}: opening + activity − payout, as soon as the
 *     ledger knows that the payout left
 * @param proof the transactions that the processor lists in this payout, added up
 * @param differenceMinor {@code amountMinor} less the proof's total; 0 if it ties
 * @param bank its arrival, if a bank line proves it
 * @param lines each transaction in the payout or in the roll forward, by time and id
 * @param report what the processor's own report of it says against its list; absent if there is no report of it
 */
public record PayoutStatement(
    Book book,
    ZoneId zone,
    Origin processor,
    AccountCode clearing,
    PayoutId payout,
    Status status,
    CurrencyCode currency,
    LocalDate issuedOn,
    long amountMinor,
    LocalDate from,
    long openingMinor,
    Totals activity,
    long closingMinor,
    Totals proof,
    long differenceMinor,
    Optional<Arrival> bank,
    List<Line> lines,
    Optional<PayoutComparison> report) {
  /** What is proven of a payout. */
  public enum Status {
    /** Ties to its transactions, and a bank line is its arrival. */
    RECONCILED("reconciled"),
    /** Ties to its transactions; not seen at the bank yet. */
    IN_TRANSIT("in transit"),
    /** Does not tie to its transactions: the difference is on the exceptions list. */
    DIFFERENCE("difference"),
    /** The processor has not told of what it consists. */
    UNATTRIBUTED("unattributed"),
    /** Came back before it reached the bank. */
    FAILED("failed"),
    /** Not yet left. */
    PENDING("pending");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** Sums by kind, minor units, signed as they move the clearing account (fees and refunds negative). */
  public record Totals(
      long chargesMinor,
      long refundsMinor,
      long disputesMinor,
      long feesMinor,
      long adjustmentsMinor) {
    /** All together. */
    public long totalMinor() {
      return chargesMinor + refundsMinor + disputesMinor + feesMinor + adjustmentsMinor;
    }
  }

  /**
   * The bank line that is the payout's arrival, and by how much it differs from the payout.
   *
   * @param line the bank line
   * @param bookedOn the bank's booking day
   * @param amountMinor what arrived, in the statement's currency
   * @param differenceMinor what arrived less what was sent, in the payout's currency; what was exchanged has none
   * @param booked what the bank booked, if in another currency than the statement's
   */
  public record Arrival(
      BankLineId line,
      LocalDate bookedOn,
      long amountMinor,
      long differenceMinor,
      Optional<Money> booked) {
    /** One in the statement's own currency. */
    public Arrival(BankLineId line, LocalDate bookedOn, long amountMinor, long differenceMinor) {
      this(line, bookedOn, amountMinor, differenceMinor, Optional.empty());
    }
  }

  /** In which payout a transaction went. */
  public enum Membership {
    /** This one. */
    THIS_PAYOUT,
    /** Another one, or not paid out yet. */
    NOT_IN_THIS_PAYOUT
  }

  /**
   * A transaction.
   *
   * @param id the processor's id
   * @param at when
   * @param day the accounting day; absent if the payout lists it and its transaction was never told
   * @param movement why
   * @param reference what the shop knows it by
   * @param amountMinor before fees
   * @param feeMinor signed as it moves the clearing account: a fee is negative
   * @param netMinor amount and fee together
   * @param membership whether this payout contains it
   * @param entries the journal entries, as the occasions they were posted for, such as {@code transaction/txn_1}: unlike
   *     step numbers, these do not depend on what came first
   */
  public record Line(
      TransactionId id,
      Optional<Instant> at,
      Optional<LocalDate> day,
      Movement movement,
      Optional<Reference> reference,
      long amountMinor,
      long feeMinor,
      long netMinor,
      Membership membership,
      List<String> entries) {
    /** Copies the list. */
    public Line {
      entries = List.copyOf(entries);
    }
  }

  /** Copies the list. */
  public PayoutStatement {
    lines = List.copyOf(lines);
  }
}
