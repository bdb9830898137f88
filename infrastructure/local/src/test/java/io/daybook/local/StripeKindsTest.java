package io.daybook.local;

import static io.daybook.local.StripeBooks.AT;
import static io.daybook.local.StripeBooks.event;
import static io.daybook.local.StripeBooks.thin;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Discrepancy;
import io.daybook.local.StripeBooks.Kept;
import io.daybook.reconciliation.PayoutStatement;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of message of Stripe's, from the signed payload to the entry and the line of the statement. */
final class StripeKindsTest {
  private static StripeBooks books;

  @BeforeAll
  static void open(@TempDir Path folder) {
    books = new StripeBooks(folder.resolve("hub"));
  }

  @AfterAll
  static void close() {
    books.close();
  }

  private static String charge(String id, long amount, String more) {
    return "{'id':'%s','object':'charge','livemode':true,'paid':true,'captured':true,'amount':%d,'amount_captured':%d,'currency':'usd','created':%d,'balance_transaction':'txn_%s','status':'succeeded'%s}"
        .formatted(id, amount, amount, AT.getEpochSecond(), id, more);
  }

  private static String refund(String id, String status) {
    return "{'id':'%s','object':'refund','amount':2500,'charge':'ch_1','currency':'usd','status':'%s'}"
        .formatted(id, status);
  }

  private static String dispute(String status, String more) {
    return "{'id':'du_1','object':'dispute','livemode':true,'amount':10584,'charge':'ch_1','currency':'usd','created':%d,'reason':'fraudulent','status':'%s','balance_transactions':[]%s}"
        .formatted(AT.getEpochSecond(), status, more);
  }

  private static String payout(String status, long amount, String more) {
    return "{'id':'po_1','object':'payout','livemode':true,'automatic':true,'amount':%d,'currency':'usd','created':%d,'arrival_date':%d,'status':'%s','reconciliation_status':'completed','balance_transaction':'txn_po'%s}"
        .formatted(amount, AT.getEpochSecond(), AT.getEpochSecond() + 86_400, status, more);
  }

  /** A line of Stripe's ledger without a fee. */
  private static String moved(String id, String category, String type, long amount, String source) {
    return moved(id, category, type, amount, source, "");
  }

  /**
   * A line of Stripe's ledger.
   *
   * @param fees the fee's parts, such as {@code stripe_fee 320,tax 60}
   */
  private static String moved(
      String id, String category, String type, long amount, String source, String fees) {
    long fee = 0;
    StringBuilder details = new StringBuilder();
    for (String part : fees.isEmpty() ? new String[0] : fees.split(",", -1)) {
      String[] kind = part.split(" ", -1);
      fee += Long.parseLong(kind[1]);
      details.append(details.isEmpty() ? "" : ",");
      details.append("{'type':'%s','amount':%s,'currency':'usd'}".formatted(kind[0], kind[1]));
    }
    return "{'id':'%s','object':'balance_transaction','amount':%d,'currency':'usd','created':%d,'fee':%d,'fee_details':[%s],'net':%d,'reporting_category':'%s','type':'%s','source':%s,'status':'available','balance_type':'payments'}"
        .formatted(
            id,
            amount,
            AT.getEpochSecond(),
            fee,
            details,
            amount - fee,
            category,
            type,
            source.startsWith("{") ? source : "'" + source + "'");
  }

  private static String paid(String fees) {
    return moved("txn_ch_1", "charge", "charge", 10_584, "ch_1", fees);
  }

  @Test
  @Tag("accounting-2")
  void aChargeIsMoneyAtItsBalanceTransactionWithItsFee() throws Exception {
    Kept book =
        books
            .book("charge")
            .lists("balance_transactions", paid("stripe_fee 375"))
            .hears(event("charge.succeeded", charge("ch_1", 10_584, "")));
    assertThat(book.lines()).isEmpty();
    assertThat(book.exceptions()).containsExactly(Discrepancy.Kind.CHARGE_WITHOUT_TRANSACTION);

    book.pulls();

    assertThat(book.entries())
        .containsExactly(
            "transaction/txn_ch_1: Cr 1100 105.84; Dr 1010:stripe 102.09; Dr 6000 3.75");
    assertThat(book.lines()).containsExactly("1010:stripe 102.09", "1100 -105.84", "6000 3.75");
    assertThat(book.exceptions()).isEmpty();
  }

  @Test
  @Tag("accounting-2")
  @Tag("failure-1")
  void aThinEventIsFetchedAndIsNotMissed() throws Exception {
    Kept book =
        books
            .book("thin")
            .lists("balance_transactions", paid("stripe_fee 375"))
            .lists("charges", charge("ch_1", 10_584, ""))
            .hears(thin("v1.charge.succeeded", "ch_1"));
    assertThat(book.lines()).isEmpty();
    assertThat(book.parked()).isEmpty();

    assertThat(book.pulls().lines())
        .containsExactly("1010:stripe 102.09", "1100 -105.84", "6000 3.75");
  }

  @Test
  @Tag("accounting-2")
  @Tag("failure-1")
  void anEventOverEventBridgeIsTheSameAsByWebhook() throws Exception {
    String told = event("charge.succeeded", charge("ch_1", 10_584, ""));
    Kept book =
        books
            .book("bridge")
            .lists("balance_transactions", paid("stripe_fee 375"))
            .hearsOverTheBridge(told);
    assertThat(book.exceptions()).containsExactly(Discrepancy.Kind.CHARGE_WITHOUT_TRANSACTION);

    assertThat(book.hears(told).pulls().lines())
        .containsExactly("1010:stripe 102.09", "1100 -105.84", "6000 3.75");
  }

  @Test
  @Tag("accounting-3")
  void aFeesTaxIsApartFromTheFee() throws Exception {
    Kept book =
        books.book("fee-tax").lists("balance_transactions", paid("stripe_fee 300,tax 57")).pulls();

    assertThat(book.entries())
        .singleElement()
        .asString()
        .contains("Dr 1010:stripe 102.27", "Cr 1100 105.84");
    assertThat(book.exceptions()).isEmpty();
    assertThat(book.lines()).contains("1010:stripe 102.27", "1100 -105.84");
  }

  @Test
  @Tag("accounting-36")
  @Tag("accounting-47")
  void feesOfTheirOwnAreTakenAndGivenBack() throws Exception {
    Kept book =
        books
            .book("fees")
            .lists(
                "balance_transactions",
                moved("txn_1", "fee", "stripe_fee", -244, "fee_1"),
                moved("txn_2", "fee", "stripe_fee", 375, "fee_2"))
            .pulls();

    assertThat(book.entries())
        .containsExactly(
            "transaction/txn_1: Cr 1010:stripe 2.44; Dr 6000 2.44",
            "transaction/txn_2: Cr 6000 3.75; Dr 1010:stripe 3.75");
    assertThat(book.lines()).containsExactly("1010:stripe 1.31", "6000 -1.31");
  }

  @Test
  @Tag("accounting-73")
  void anAuthorisationOrAFailedAttemptIsNoMoney() throws Exception {
    Kept book =
        books
            .book("authorised")
            .hears(
                event(
                    "charge.succeeded",
                    charge("ch_1", 10_584, "").replace("'captured':true", "'captured':false")),
                event(
                    "charge.failed", charge("ch_2", 10_584, "").replace("true,'cap", "false,'cap")),
                event("charge.expired", charge("ch_1", 10_584, "")),
                event("payment_intent.created", "{'id':'pi_1','object':'payment_intent'}"))
            .pulls();

    assertThat(book.entries()).isEmpty();
    assertThat(book.lines()).isEmpty();
    assertThat(book.exceptions()).isEmpty();
    assertThat(book.parked()).isEmpty();
  }

  @Test
  @Tag("accounting-74")
  void whatIsNotCapturedOrFailsAfterAllTakesThePaymentBack() throws Exception {
    Kept book =
        books
            .book("taken-back")
            .hears(
                event(
                    "charge.captured",
                    charge("ch_1", 8_000, "").replace("'amount':8000", "'amount':10584")))
            .lists(
                "balance_transactions",
                paid(""),
                moved(
                    "txn_part",
                    "partial_capture_reversal",
                    "refund",
                    -2_584,
                    refund("re_9", "succeeded")),
                moved("txn_2", "charge", "payment", 5_000, "py_2"),
                moved("txn_3", "charge_failure", "payment_failure_refund", -5_000, "py_2"))
            .pulls();

    assertThat(book.lines()).containsExactly("1010:stripe 80.00", "1100 -80.00");
    assertThat(book.entries())
        .contains("transaction/txn_part: Cr 1010:stripe 25.84; Dr 1100 25.84");
  }

  @Test
  @Tag("accounting-33b")
  @Tag("accounting-33c")
  void aRefundIsMoneyAtItsBalanceTransactionAndComesBackIfItFails() throws Exception {
    Kept book =
        books
            .book("refund")
            .hears(
                event("refund.created", refund("re_1", "pending")),
                event("charge.refunded", charge("ch_1", 10_584, ",'refunded':true")),
                event("charge.refund.updated", refund("re_1", "succeeded")));
    assertThat(book.entries()).isEmpty();

    book.lists("balance_transactions", moved("txn_re", "refund", "refund", -2_500, "re_1")).pulls();
    assertThat(book.entries())
        .containsExactly("transaction/txn_re: Cr 1010:stripe 25.00; Dr 2230 25.00");
    assertThat(book.lines()).containsExactly("1010:stripe -25.00", "2230 25.00");

    book.lists(
            "balance_transactions",
            moved("txn_rf", "refund_failure", "refund_failure", 2_500, "re_1"))
        .hears(event("refund.failed", refund("re_1", "failed")));
    assertThat(book.pulls().lines()).isEmpty();
    assertThat(book.parked()).isEmpty();
  }

  @Test
  @Tag("accounting-37")
  void aDisputeThatMovedNoMoneyPostsNothing() throws Exception {
    Kept book =
        books
            .book("inquiry")
            .hears(
                event("charge.dispute.created", dispute("warning_needs_response", "")),
                event("charge.dispute.updated", dispute("warning_under_review", "")),
                event("charge.dispute.closed", dispute("warning_closed", "")))
            .pulls();

    assertThat(book.entries()).isEmpty();
    assertThat(book.exceptions()).isEmpty();
  }

  private static String withdrawn() {
    return moved("txn_du", "dispute", "adjustment", -10_584, "du_1", "stripe_fee 1500");
  }

  @Test
  @Tag("accounting-38")
  void aDisputesWithdrawalStandsOnItsAccountAndItsFeeApart() throws Exception {
    Kept book =
        books
            .book("withdrawn")
            .hears(
                event("charge.dispute.created", dispute("needs_response", "")),
                event("charge.dispute.funds_withdrawn", dispute("needs_response", "")))
            .lists("balance_transactions", withdrawn())
            .pulls();

    assertThat(book.entries())
        .containsExactly(
            "transaction/txn_du: Cr 1010:stripe 120.84; Dr 1200 105.84; Dr 6020 15.00");
    assertThat(book.lines()).containsExactly("1010:stripe -120.84", "1200 105.84", "6020 15.00");
  }

  @Test
  @Tag("accounting-39")
  void aDisputeThatIsWonGivesBackWhatItTookButTheFee() throws Exception {
    Kept book =
        books
            .book("won")
            .hears(
                event("charge.dispute.created", dispute("needs_response", "")),
                event("charge.dispute.closed", dispute("won", "")),
                event("charge.dispute.funds_reinstated", dispute("won", "")))
            .lists(
                "balance_transactions",
                withdrawn(),
                moved("txn_back", "dispute_reversal", "adjustment", 10_584, "du_1"))
            .pulls();

    assertThat(book.entries())
        .contains("transaction/txn_back: Cr 1200 105.84; Dr 1010:stripe 105.84");
    assertThat(book.lines()).containsExactly("1010:stripe -15.00", "6020 15.00");
    assertThat(book.exceptions()).isEmpty();
  }

  @Test
  @Tag("accounting-40")
  void aDisputeThatIsLostWithoutAnOrderWaitsForAPerson() throws Exception {
    Kept book =
        books
            .book("lost")
            .hears(
                event("charge.dispute.created", dispute("needs_response", "")),
                event("charge.dispute.closed", dispute("lost", "")))
            .lists("balance_transactions", withdrawn())
            .pulls();

    assertThat(book.lines()).contains("1200 105.84", "6020 15.00");
    assertThat(book.exceptions()).containsExactly(Discrepancy.Kind.DISPUTE_WITHOUT_ORDER);
  }

  @Test
  @Tag("accounting-80a")
  void aDisputeThatIsWonAndReopenedStandsOpenAgain() throws Exception {
    Kept book =
        books
            .book("reopened")
            .hears(
                event("charge.dispute.closed", dispute("won", "")),
                event("charge.dispute.updated", dispute("under_review", "")))
            .lists(
                "balance_transactions",
                withdrawn(),
                moved("txn_back", "dispute_reversal", "adjustment", 10_584, "du_1"),
                moved("txn_again", "dispute", "adjustment", -10_584, "du_1"))
            .pulls();

    assertThat(book.entries())
        .contains("transaction/txn_again: Cr 1010:stripe 105.84; Dr 1200 105.84");
    assertThat(book.lines()).containsExactly("1010:stripe -120.84", "1200 105.84", "6020 15.00");
  }

  private static String left(long amount) {
    return moved("txn_po", "payout", "payout", -amount, "po_1");
  }

  @Test
  @Tag("accounting-42")
  void aPayoutLeavesAndItsStatementProvesIt() throws Exception {
    Kept book =
        books
            .book("payout")
            .hears(
                event("payout.created", payout("pending", 10_209, "")),
                event("payout.updated", payout("in_transit", 10_209, "")),
                event(
                    "payout.paid",
                    payout("paid", 10_209, ",'trace_id':{'status':'supported','value':'T1'}")),
                event("payout.reconciliation_completed", payout("paid", 10_209, "")))
            .lists("balance_transactions", left(10_209), paid("stripe_fee 375"))
            .lists("balance_transactions?payout=po_1", left(10_209), paid("stripe_fee 375"))
            .lists("payouts", payout("paid", 10_209, ""))
            .pulls();

    assertThat(book.entries())
        .contains("transaction/txn_po: Cr 1010:stripe 102.09; Dr 1005 102.09");
    assertThat(book.lines()).containsExactly("1005 102.09", "1100 -105.84", "6000 3.75");
    PayoutStatement statement = book.statement("po_1");
    assertThat(statement.status()).isEqualTo(PayoutStatement.Status.IN_TRANSIT);
    assertThat(statement.proof().totalMinor()).isEqualTo(statement.amountMinor()).isEqualTo(10_209);
    assertThat(statement.lines())
        .extracting(line -> line.id() + " " + line.netMinor())
        .containsExactly("txn_ch_1 10209");
  }

  @Test
  @Tag("accounting-44")
  void aPayoutThatFailsOrIsCancelledComesBack() throws Exception {
    Kept failed =
        books
            .book("failed")
            .hears(
                event("payout.created", payout("in_transit", 10_209, "")),
                event(
                    "payout.failed", payout("failed", 10_209, ",'failure_code':'account_closed'")))
            .lists(
                "balance_transactions",
                left(10_209),
                moved("txn_pf", "payout_reversal", "payout_failure", 10_209, "po_1"))
            .pulls();
    assertThat(failed.entries())
        .containsExactly(
            "transaction/txn_pf: Cr 1005 102.09; Dr 1010:stripe 102.09",
            "transaction/txn_po: Cr 1010:stripe 102.09; Dr 1005 102.09");
    assertThat(failed.lines()).isEmpty();
    assertThat(failed.statement("po_1").status()).isEqualTo(PayoutStatement.Status.FAILED);

    Kept cancelled =
        books
            .book("cancelled")
            .hears(event("payout.canceled", payout("canceled", 10_209, "")))
            .lists(
                "balance_transactions",
                left(10_209),
                moved("txn_pc", "payout_reversal", "payout_cancel", 10_209, "po_1"))
            .pulls();
    assertThat(cancelled.lines()).isEmpty();
    assertThat(cancelled.statement("po_1").status()).isEqualTo(PayoutStatement.Status.FAILED);
    assertThat(cancelled.exceptions()).isEmpty();
  }

  @Test
  @Tag("accounting-46")
  void aNegativePayoutTakesFromTheBank() throws Exception {
    Kept book =
        books
            .book("negative")
            .hears(event("payout.paid", payout("paid", -25_000, "")))
            .lists("balance_transactions", left(-25_000))
            .pulls();

    assertThat(book.entries())
        .containsExactly("transaction/txn_po: Cr 1005 250.00; Dr 1010:stripe 250.00");
    assertThat(book.statement("po_1").amountMinor()).isEqualTo(-25_000);
  }

  @Test
  @Tag("accounting-48")
  void reservesOfEachProgrammeAreHeldAndReleased() throws Exception {
    Kept book =
        books
            .book("reserves")
            .lists(
                "balance_transactions",
                moved("txn_1", "risk_reserved_funds", "reserve_transaction", -40_000, "rsv_1"),
                moved("txn_2", "risk_reserved_funds", "reserve_transaction", 40_000, "rsv_1"),
                moved("txn_3", "reserve_hold", "reserve_hold", -1_000, "rsv_2"),
                moved("txn_4", "reserve_release", "reserve_release", 300, "rsv_2"),
                moved(
                    "txn_5",
                    "payment_network_reserve_hold",
                    "payment_network_reserve_hold",
                    -500,
                    "rsv_3"),
                moved(
                    "txn_6",
                    "payout_minimum_balance_hold",
                    "payout_minimum_balance_hold",
                    -200,
                    "rsv_4"))
            .pulls();

    assertThat(book.entries())
        .contains("transaction/txn_1: Cr 1010:stripe 400.00; Dr 1210:stripe 400.00");
    assertThat(book.lines()).containsExactly("1010:stripe -14.00", "1210:stripe 14.00");
  }

  @Test
  @Tag("accounting-55")
  void anAdjustmentOrATransferThatNobodyExplainsStandsOn2900UnderStripesWord() throws Exception {
    Kept book =
        books
            .book("adjustment")
            .lists(
                "balance_transactions",
                moved("txn_1", "other_adjustment", "adjustment", -1_234, "adj_1"),
                moved("txn_2", "transfer", "transfer", -500, "tr_1"),
                moved("txn_3", "topup", "topup", 900, "tu_1"),
                moved("txn_4", "charge", "charge", 100, "ch_7")
                    .replace("'payments'", "'refund_and_dispute_prefunding'"))
            .pulls();

    assertThat(book.entries()).contains("transaction/txn_1: Cr 1010:stripe 12.34; Dr 2900 12.34");
    assertThat(book.lines()).containsExactly("1010:stripe -7.34", "2900 7.34");
    assertThat(book.exceptions())
        .hasSize(4)
        .containsOnly(Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN);
  }

  @Test
  @Tag("accounting-50")
  void aForeignChargeIsMoneyAtWhatItSettledFor() throws Exception {
    String foreign = charge("ch_1", 10_000, "").replace("'currency':'usd'", "'currency':'eur'");
    Kept book =
        books
            .book("foreign")
            .hears(event("charge.succeeded", foreign))
            .lists(
                "balance_transactions",
                moved("txn_ch_1", "charge", "charge", 10_800, foreign, "stripe_fee 343")
                    .replace("'status'", "'exchange_rate':1.08,'status'"))
            .pulls();

    assertThat(book.lines()).contains("1010:stripe 104.57", "6000 3.43");
    assertThat(book.entries()).hasSize(1);
  }

  @Test
  @Tag("failure-other")
  void whatIsGenuineAndNotUnderstoodIsParkedAndSaid() throws Exception {
    Kept book =
        books
            .book("parked")
            .hears(
                event("issuing_authorization.created", "{'id':'iauth_1','object':'x'}"),
                event("charge.dispute.created", dispute("escalated_by_moonlight", "")),
                event("payout.updated", payout("teleported", 1, "")),
                event("charge.succeeded", charge("ch_1", 1, ""))
                    .replace("2026-07-29.dahlia", "2016-07-06"),
                event("charge.succeeded", charge("ch_2", 1, ""))
                    .replace("'livemode':true,'type'", "'account':'acct_other','type'"),
                thin("v2.money_management.outbound_payment.posted", "obp_1"));

    assertThat(book.parked())
        .containsExactlyInAnyOrder(
            "stripe event issuing_authorization.created",
            "stripe dispute of status escalated_by_moonlight",
            "stripe payout of status teleported",
            "stripe event in API version 2016-07-06, in which payouts were transfers: make the webhook"
                + " endpoint anew, in a version since 2017-04-06",
            "stripe event of an account that is not the connection's",
            "stripe event v2.money_management.outbound_payment.posted");
    assertThat(book.entries()).isEmpty();
  }
}
