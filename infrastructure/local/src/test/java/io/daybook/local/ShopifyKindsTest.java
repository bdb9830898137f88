package io.daybook.local;

import static io.daybook.local.ShopBook.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Dimension;
import io.daybook.ledger.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each kind of message that Shopify sends, from the signed payload to the lines of the statement. One hub, one book each.
 * The order is that of case 1: goods 100, discount 10, shipping 8, tax 7.84, tip 5, duties 3, a gift card of 25; paid 20
 * by gift card and 118.84 by card.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ShopifyKindsTest {
  private static final String ORDER = told("order");
  private static final String REFUND = told("refund");
  private static final String PARCEL = told("parcel");
  private static final String DISPUTE = told("dispute");

  private static final List<String> PAID =
      List.of(
          "1100 118.84 Dr",
          "2010:US-CA 7.84 Cr",
          "2030 3.00 Cr",
          "2100 98.00 Cr",
          "2200 5.00 Cr",
          "2220 5.00 Cr");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-10-20T12:00:00Z"));
  private TestHub hub;

  @BeforeAll
  void open(@TempDir Path folder) {
    hub = TestHub.empty(folder, clock);
  }

  @AfterAll
  void close() {
    hub.close();
  }

  private ShopBook book(String name) throws Exception {
    return hub.shopBook(name);
  }

  /** A book in which the order came, and both of its payments. */
  private ShopBook paid(String name) throws Exception {
    return book(name)
        .webhook("orders/create", ORDER)
        .webhook("order_transactions/create", told("paid-by-gift-card"))
        .webhook("order_transactions/create", told("paid-by-card"));
  }

  private ShopBook shipped(String name) throws Exception {
    return paid(name).webhook("fulfillments/create", PARCEL);
  }

  @Test
  @Tag("accounting-73")
  void anOrderThatIsCreatedAndOneThatIsCancelledUnpaidAreNothing() throws Exception {
    ShopBook book = book("created").webhook("orders/create", ORDER);
    assertThat(book.lines()).isEmpty();
    book.webhook(
        "orders/cancelled",
        ORDER
            .replace("\"cancelled_at\": null", "\"cancelled_at\": \"2026-10-06T09:00:00-04:00\"")
            .replace("2026-10-05T09:30:01", "2026-10-06T09:00:01"));
    assertThat(book.lines()).isEmpty();
    assertThat(book.exceptions().lines()).hasSize(1);
  }

  @Test
  @Tag("accounting-1")
  void anOrdersTransactionsAreMoneyAndWhatIsOwedForIt() throws Exception {
    assertThat(paid("paid").lines()).isEqualTo(PAID);
  }

  @Test
  @Tag("accounting-1")
  void anOrderThatIsToldPaidChangesNothingThatItsTransactionsTold() throws Exception {
    ShopBook book = paid("told-paid").webhook("orders/paid", ORDER.replace("09:30:01", "09:30:05"));
    assertThat(book.lines()).isEqualTo(PAID);
  }

  @Test
  @Tag("accounting-1")
  @Tag("accounting-2")
  @Tag("accounting-42")
  void theProcessorsLinesAndThePayoutAreProvenToTheCent() throws Exception {
    ShopBook book =
        paid("payout")
            .pulled("balance-transactions", told("pulled-charge"))
            .pulled("balance-transactions", told("pulled-transfer"))
            .pulled("payouts", told("pulled-payout"))
            .pulled("payout-transactions", told("pulled-manifest"));
    assertThat(book.payout("77"))
        .anySatisfy(
            line -> assertThat(line).contains(",line,").contains("118.84,-3.75,115.09,yes"));
    assertThat(book.since(PAID)).containsExactly("1005 115.09 Dr", "6000 3.75 Dr");
    assertThat(book.exceptions().lines())
        .as("no bank account is connected, and nothing else is open")
        .hasSize(2)
        .last()
        .asString()
        .startsWith("payout-not-in-bank,");
  }

  @Test
  @Tag("accounting-10")
  void aGiftCardThatNobodyBoughtIsADiscountOnceTheSweepSaysSo() throws Exception {
    ShopBook book = paid("promoted");
    book.pulled("orders", told("pulled-order").replace("\"@issued\"", "true"));
    assertThat(book.since(PAID))
        .as("what it covers is nobody's money: 20 less are deferred, and 2200 keeps the card sold")
        .containsExactly("2100 78.00 Cr", "2200 25.00 Cr");
    book.webhook("fulfillments/create", PARCEL);
    assertThat(book.lines()).contains("4090 30.00 Dr", "4000 100.00 Cr", "2200 25.00 Cr");
  }

  @Test
  void aGiftCardOfWhichNobodyKnowsCountsAsSoldAndIsSaid() throws Exception {
    ShopBook book = paid("unknown-card");
    book.pulled("orders", told("pulled-order").replace("\"@issued\"", "false"));
    assertThat(book.lines()).isEqualTo(PAID);
    assertThat(book.exceptions()).contains("card-origin-unknown");
  }

  @Test
  @Tag("accounting-1")
  void aGiftCardThatAnOrderSoldIsNoDiscount() throws Exception {
    ShopBook book = paid("sold-card");
    book.pulled(
        "orders",
        told("pulled-order")
            .replace("\"@issued\"", "false")
            .replace("\"order\": null", "\"order\": {\"id\": \"gid://shopify/Order/4900\"}"));
    assertThat(book.lines()).isEqualTo(PAID);
    assertThat(book.exceptions().lines()).hasSize(1);
  }

  @Test
  @Tag("accounting-11")
  @Tag("accounting-13")
  void aFulfilmentEarnsTheSaleAndCostsTheGoods() throws Exception {
    ShopBook book =
        book("shipped")
            .webhook("inventory_items/update", told("item"))
            .webhook("orders/create", ORDER)
            .webhook("order_transactions/create", told("paid-by-gift-card"))
            .webhook("order_transactions/create", told("paid-by-card"))
            .webhook("fulfillments/create", PARCEL);
    assertThat(book.lines())
        .containsExactly(
            "1100 118.84 Dr",
            "1300 40.00 Cr",
            "2010:US-CA 7.84 Cr",
            "2030 3.00 Cr",
            "2200 5.00 Cr",
            "2220 5.00 Cr",
            "4000 100.00 Cr",
            "4010 8.00 Cr",
            "4090 10.00 Dr",
            "5000 40.00 Dr");
  }

  @Test
  @Tag("accounting-14")
  void aFulfilmentThatIsCancelledIsOwedAgain() throws Exception {
    ShopBook book =
        shipped("came-back")
            .webhook(
                "fulfillments/update",
                PARCEL
                    .replace("\"status\": \"success\"", "\"status\": \"cancelled\"")
                    .replace(
                        "\"updated_at\": \"2026-10-06T08:00",
                        "\"updated_at\": \"2026-10-06T16:00"));
    assertThat(book.lines()).isEqualTo(PAID);
  }

  @Test
  @Tag("accounting-26")
  @Tag("accounting-33")
  void aRefundBeforeTheGoodsLeftGivesBackWhatWasOwed() throws Exception {
    ShopBook book =
        paid("refunded").webhook("refunds/create", REFUND.replace("\"return\"", "\"cancel\""));
    assertThat(book.lines())
        .containsExactly(
            "1100 118.84 Dr", "2030 3.00 Cr", "2200 5.00 Cr", "2220 5.00 Cr", "2230 105.84 Cr");
    book.pulled("balance-transactions", told("pulled-charge"))
        .pulled("balance-transactions", told("pulled-refunded"));
    assertThat(book.lines())
        .containsExactly(
            "1010:shop 9.25 Dr", "2030 3.00 Cr", "2200 5.00 Cr", "2220 5.00 Cr", "6000 3.75 Dr");
  }

  @Test
  @Tag("accounting-27")
  void aRefundAfterTheGoodsLeftIsAReturn() throws Exception {
    ShopBook book = shipped("returned").webhook("refunds/create", REFUND);
    assertThat(book.lines())
        .containsExactly(
            "1100 118.84 Dr",
            "2030 3.00 Cr",
            "2200 5.00 Cr",
            "2220 5.00 Cr",
            "2230 105.84 Cr",
            "4000 100.00 Cr",
            "4010 8.00 Cr",
            "4090 10.00 Dr",
            "4900 90.00 Dr",
            "4910 8.00 Dr");
  }

  @Test
  void aReturnMovesNothingBeforeItsRefund() throws Exception {
    ShopBook book = shipped("return-asked");
    List<String> before = book.lines();
    book.webhook("returns/approve", told("return")).webhook("returns/close", told("return"));
    assertThat(book.lines()).isEqualTo(before);
    assertThat(book.exceptions()).doesNotContain("returns/");
  }

  @Test
  void anEditThatTakesOneOfTwoAwayOwesItBack() throws Exception {
    ShopBook book = paid("edited").webhook("orders/edited", told("order-edited"));
    assertThat(book.since(PAID))
        .containsExactly("2010:US-CA 4.24 Cr", "2100 53.00 Cr", "2230 48.60 Cr");
  }

  @Test
  @Tag("accounting-37")
  @Tag("accounting-38")
  @Tag("accounting-39")
  void aDisputeMovesWhatTheProcessorMovesAndIsWon() throws Exception {
    ShopBook book =
        shipped("won")
            .pulled("balance-transactions", told("pulled-charge"))
            .webhook("disputes/create", DISPUTE);
    List<String> before = book.lines();
    assertThat(before).contains("1010:shop 115.09 Dr");
    book.pulled("balance-transactions", told("pulled-withdrawn"));
    assertThat(book.since(before))
        .containsExactly("1010:shop 18.75 Cr", "1200 118.84 Dr", "6020 15.00 Dr");
    book.pulled("balance-transactions", told("pulled-given-back"))
        .webhook("disputes/update", decided("won"));
    assertThat(book.lines()).isEqualTo(before);
  }

  @Test
  @Tag("accounting-40")
  void aDisputeForFraudThatIsLostIsALoss() throws Exception {
    ShopBook book =
        shipped("lost")
            .pulled("balance-transactions", told("pulled-charge"))
            .pulled("balance-transactions", told("pulled-withdrawn"))
            .webhook("disputes/create", DISPUTE);
    List<String> before = book.lines();
    book.webhook("disputes/update", decided("lost"));
    assertThat(book.lines()).isNotEqualTo(before).noneMatch(line -> line.startsWith("1200"));
  }

  private static String decided(String status) {
    return DISPUTE
        .replace("needs_response", status)
        .replace("\"finalized_on\": null", "\"finalized_on\": \"2026-10-18\"");
  }

  /** The same order at a point of sale. */
  private static String atTheCounter() {
    return ORDER
        .replace("\"source_name\": \"web\"", "\"source_name\": \"pos\"")
        .replace("\"location_id\": null", "\"location_id\": 655441491");
  }

  private static String inCash(String payment) {
    return payment
        .replace("shopify_payments", "cash")
        .replace("\"location_id\": null", "\"location_id\": 655441491");
  }

  @Test
  @Tag("accounting-67")
  @Tag("accounting-78")
  void cashTakenAtALocationLiesInItsDrawerAndIsPaidBackFromIt() throws Exception {
    ShopBook book =
        book("counter")
            .webhook("orders/create", atTheCounter())
            .webhook("order_transactions/create", told("paid-by-gift-card"))
            .webhook("order_transactions/create", inCash(told("paid-by-card")));
    assertThat(book.lines())
        .contains("1020:655441491 118.84 Dr")
        .noneMatch(line -> line.startsWith("1100"));
    assertThat(book.linesBy(Dimension.LOCATION))
        .contains("2100 655441491 98.00 Cr", "1020:655441491 655441491 118.84 Dr");

    book.webhook("refunds/create", inCash(REFUND.replace("\"return\"", "\"cancel\"")));
    assertThat(book.lines())
        .containsExactly("1020:655441491 13.00 Dr", "2030 3.00 Cr", "2200 5.00 Cr", "2220 5.00 Cr");
  }

  @Test
  @Tag("accounting-67")
  void whoeverTellsFirstTheDrawerIsTheOneThatAnybodyNames() throws Exception {
    String swept =
        told("pulled-order")
            .replace("\"@issued\"", "true")
            .replace("\"shopify_payments\"", "\"cash\"")
            .replace("\"sourceName\": \"web\"", "\"sourceName\": \"pos\"");
    String told = inCash(told("paid-by-card"));
    ShopBook sweepFirst =
        book("sweep-first").pulled("orders", swept).webhook("order_transactions/create", told);
    ShopBook webhookFirst =
        book("webhook-first").webhook("order_transactions/create", told).pulled("orders", swept);
    assertThat(sweepFirst.lines())
        .contains("1020:655441491 118.84 Dr")
        .isEqualTo(webhookFirst.lines());
    assertThat(sweepFirst.exceptions().lines()).hasSize(1);
  }

  @Test
  void anAppThatIsUninstalledPostsNothing() throws Exception {
    ShopBook book = book("uninstalled").webhook("app/uninstalled", told("app-uninstalled"));
    assertThat(book.lines()).isEmpty();
    assertThat(book.exceptions().lines()).hasSize(1);
  }

  @Test
  void whatTheLawAsksIsOnTheAuditTrailAndChangesNoBalance() throws Exception {
    ShopBook book =
        paid("private")
            .webhook("customers/data_request", told("data-request"))
            .webhook("customers/redact", told("customer-redact"))
            .webhook("shop/redact", told("shop-redact"));
    assertThat(book.lines()).isEqualTo(PAID);
    assertThat(book.audit().toString())
        .contains("customers/data_request", "customers/redact", "shop/redact")
        .doesNotContain("ada@example.com");
  }

  @Test
  @Tag("accounting-1")
  @Tag("accounting-11")
  void overEventBridgeTheSameIsTold() throws Exception {
    ShopBook book =
        book("bridged")
            .bridged("orders/create", ORDER)
            .bridged("order_transactions/create", told("paid-by-gift-card"))
            .bridged("order_transactions/create", told("paid-by-card"));
    assertThat(book.lines()).isEqualTo(PAID);
    book.bridged("fulfillments/create", PARCEL);
    assertThat(book.lines()).isEqualTo(shipped("not-bridged").lines());
  }

  @Test
  @Tag("failure-1")
  void whatComesByWebhookAndOverEventBridgePostsOnce() throws Exception {
    ShopBook book = shipped("both").webhook("refunds/create", REFUND);
    List<String> once = book.lines();
    book.bridged("order_transactions/create", told("paid-by-card"))
        .bridged("fulfillments/create", PARCEL)
        .bridged("refunds/create", REFUND)
        .webhook("refunds/create", REFUND);
    assertThat(book.lines()).isEqualTo(once);
  }
}
