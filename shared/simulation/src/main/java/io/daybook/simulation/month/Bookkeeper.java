package io.daybook.simulation.month;

import java.time.LocalDate;

/**
 * Keeps the month's books by hand, straight from {@code ACCOUNTING.md}, one event after the other: slow, plain, and
 * without a line of code in common with posting.
 */
final class Bookkeeper {
  /** After how many days money that nobody claims is moved to 2900 (case 55). */
  static final int WAITING_DAYS = 7;

  private final Month month;
  private final Setting setting;
  private final AccountNames names;
  private final Journal journal = new Journal();

  private Bookkeeper(Month month, AccountNames names) {
    this.month = month;
    this.setting = month.setting();
    this.names = names;
  }

  static Journal keep(Month month, AccountNames names) {
    Bookkeeper bookkeeper = new Bookkeeper(month, names);
    month.orders().forEach(order -> new OrderBook(month, order, bookkeeper.journal).keep());
    month.movements().forEach(bookkeeper::movement);
    month.payouts().forEach(bookkeeper::payout);
    month.bankLines().forEach(bookkeeper::bankLine);
    bookkeeper.lostDispute();
    bookkeeper.unclaimed();
    return bookkeeper.journal;
  }

  /** Cases 1, 2, 26, 38 and 42: only the processor's own ledger moves 1010. */
  private void movement(Movement movement) {
    String clearing = names.clearing(movement.processor());
    String fee = movement.kind() == Movement.Kind.DISPUTE ? "6020" : "6000";
    journal
        .page(movement.kind() + " " + movement.id(), setting.day(movement.at()))
        .debit(clearing, "", movement.netMinor())
        .debit(fee, "", movement.feeMinor())
        .credit(otherSide(movement), meetingReference(movement), movement.amountMinor())
        .close();
  }

  private static String otherSide(Movement movement) {
    return switch (movement.kind()) {
      case CHARGE -> "1100";
      case REFUND -> "2230";
      case DISPUTE -> "1200";
      case PAYOUT -> "1005";
    };
  }

  private String meetingReference(Movement movement) {
    return switch (movement.kind()) {
      case CHARGE, REFUND ->
          movement.shopTransaction().map(Object::toString).orElse(movement.source());
      case DISPUTE -> movement.source();
      case PAYOUT ->
          month.payouts().stream()
              .filter(payout -> payout.own().equals(movement))
              .findFirst()
              .orElseThrow()
              .id();
    };
  }

  /** A payout that does not tie: the balance is short of what its list says, and nobody knows why. */
  private void payout(Payout payout) {
    journal
        .page("difference of " + payout.id(), setting.day(payout.at()))
        .debit(names.clearing(payout.processor()), "", payout.differenceMinor())
        .credit("2900", payout.id(), payout.differenceMinor())
        .close();
  }

  /** Case 43 and rule A15: 1000 moves on bank lines only; what nobody knows goes to 2900. */
  private void bankLine(BankLine line) {
    String other = line.payout().isPresent() ? "1005" : "2900";
    journal
        .page("bank line " + line.id(), line.day())
        .debit(names.bankAccount(), "", line.amountMinor())
        .credit(other, line.payout().map(Payout::id).orElse(line.id()), line.amountMinor())
        .close();
  }

  /** Case 40: fraud is a loss, and without tax relief the tax stays owed and is lost as well. */
  private void lostDispute() {
    Dispute dispute = month.dispute();
    long amount = -dispute.withdrawal().amountMinor();
    journal
        .page("lost " + dispute.id(), setting.day(dispute.lostAt()))
        .debit("6010", "", amount)
        .credit("1200", dispute.id(), amount)
        .close();
  }

  /** Case 55. */
  private void unclaimed() {
    Movement movement = month.stray().movement();
    LocalDate day = setting.day(movement.at()).plusDays(WAITING_DAYS);
    journal
        .page("unclaimed " + month.stray().id(), day)
        .debit("1100", month.stray().id(), movement.amountMinor())
        .credit("2900", month.stray().id(), movement.amountMinor())
        .close();
  }
}
