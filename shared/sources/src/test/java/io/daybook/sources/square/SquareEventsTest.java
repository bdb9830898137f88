package io.daybook.sources.square;

import static io.daybook.sources.square.Json.event;
import static io.daybook.sources.square.Json.facts;
import static io.daybook.sources.square.Json.money;
import static io.daybook.sources.square.Json.payment;
import static io.daybook.sources.square.Json.payout;
import static io.daybook.sources.square.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Dispute;
import io.daybook.events.Movement;
import io.daybook.events.OrderPayment;
import io.daybook.events.Payout;
import io.daybook.events.Tender;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareEventsTest {
  private static final String CARD =
      "'source_type':'CARD','card_details':{'status':'CAPTURED','card':{'card_brand':'VISA'},"
          + "'card_payment_timeline':{'captured_at':'2026-10-05T18:00:01Z'}}";

  @Test
  @Tag("accounting-66")
  void aCapturedCardPaymentPaysItsOrderWithTheTip() {
    List<OrderPayment> told =
        facts(
            "payment.updated",
            event("payment.updated", "payment", payment("COMPLETED", CARD)),
            OrderPayment.class);

    assertThat(told).hasSize(1);
    OrderPayment paid = told.getFirst();
    assertThat(paid.amountMinor()).isEqualTo(6000);
    assertThat(paid.gateway().value()).isEqualTo("square");
    assertThat(paid.tender()).contains(Tender.CARD);
    assertThat(paid.reference().value()).isEqualTo("pay1");
    assertThat(paid.order().value()).isEqualTo("order1");
    assertThat(paid.at()).isEqualTo(Instant.parse("2026-10-05T18:00:01Z"));
  }

  @Test
  void webhookAndSweepTellTheSamePayment() {
    String object = payment("COMPLETED", CARD);
    assertThat(facts("pull/payments", object))
        .isEqualTo(facts("payment.updated", event("payment.updated", "payment", object)));
    assertThat(facts("pull/payments", "{'objects':[" + object + "]}")).hasSize(1);
  }

  @ParameterizedTest
  @Tag("accounting-73")
  @ValueSource(strings = {"APPROVED", "PENDING", "CANCELED", "FAILED"})
  void whatIsNotPaidTellsNothing(String status) {
    assertThat(translate("x", event("payment.updated", "payment", payment(status, CARD))))
        .isEqualTo(new Translation.Facts(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'source_type':'WALLET'|square|CARD",
        "'source_type':'BUY_NOW_PAY_LATER'|square|CARD",
        "'source_type':'BANK_ACCOUNT'|square|CARD",
        "'source_type':'CARD','card_details':{'card':{'card_brand':'SQUARE_GIFT_CARD'}}|gift_card|GIFT_CARD",
        "'source_type':'EXTERNAL','external_details':{'type':'CHECK'}|square_check|WIRE",
        "'source_type':'EXTERNAL','external_details':{'type':'FOOD_VOUCHER'}|square_external_food_voucher|CARD",
      },
      quoteCharacter = '"')
  void eachSourceOfMoneyHasItsTender(String source, String gateway, Tender tender) {
    List<OrderPayment> told =
        facts("pull/payments", payment("COMPLETED", source), OrderPayment.class);
    assertThat(told).extracting(paid -> paid.gateway().value()).containsExactly(gateway);
    assertThat(told.getFirst().tender()).contains(tender);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CASH", "HOUSE_ACCOUNT"})
  void cashIsToldByTheOrderAndAHouseAccountIsNotPaid(String source) {
    assertThat(translate("pull/payments", payment("COMPLETED", "'source_type':'" + source + "'")))
        .isEqualTo(new Translation.Facts(List.of()));
  }

  @Test
  void whatSquareAddsOneDayIsParkedByName() {
    assertThat(translate("pull/payments", payment("COMPLETED", "'source_type':'TELEPATHY'")))
        .isEqualTo(new Translation.Unknown("square payment source TELEPATHY"));
    assertThat(translate("pull/payments", payment("HALF_PAID", CARD)))
        .isEqualTo(new Translation.Unknown("square payment status HALF_PAID"));
    assertThat(translate("x", event("payslip.created", "payslip", "{}")))
        .isEqualTo(new Translation.Unknown("square event payslip.created"));
    assertThat(translate("pull/pizzas", "{}"))
        .isEqualTo(new Translation.Unknown("square topic pull/pizzas"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.created",
        "order.updated",
        "refund.created",
        "refund.updated",
        "customer.updated",
        "dispute.evidence.added",
        "inventory.count.updated",
        "oauth.authorization.revoked"
      })
  void whatTellsNoMoneyIsUnderstood(String type) {
    assertThat(translate(type, event(type, "thing", "{}")))
        .isEqualTo(new Translation.Facts(List.of()));
  }

  @Test
  void anotherMerchantsEventIsParked() {
    String event = event("payment.updated", "payment", payment("COMPLETED", CARD));
    assertThat(translate("x", event.replace("MCAFE", "MOTHER")))
        .isInstanceOf(Translation.Unknown.class);
  }

  @Test
  void aPaymentWithoutItsOrderIsNamed() {
    String broken = payment("COMPLETED", CARD).replace("'order_id':'order1',", "");
    assertThat(translate("x", event("payment.updated", "payment", broken)))
        .isEqualTo(new Translation.Malformed("data.object.payment.order_id", "a value"));
    assertThat(translate("pull/payments", payment("COMPLETED", CARD).replace("6000", "60.5")))
        .isInstanceOf(Translation.Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "INQUIRY_EVIDENCE_REQUIRED,INQUIRY",
    "EVIDENCE_REQUIRED,NEEDS_RESPONSE",
    "PROCESSING,UNDER_REVIEW",
    "WON,WON",
    "LOST,LOST",
    "ACCEPTED,LOST"
  })
  void aDisputeStandsWhereItsStateSays(String state, Dispute.Status status) {
    String dispute =
        "{'id':'dp1','state':'"
            + state
            + "','reason':'NO_KNOWLEDGE','created_at':'2026-10-05T18:00:00Z',"
            + "'updated_at':'2026-10-09T18:00:00Z','disputed_payment':{'payment_id':'pay1'},"
            + money("amount_money", 2500)
            + "}";
    List<Dispute> told =
        facts("x", event("dispute.state.updated", "dispute", dispute), Dispute.class);
    assertThat(told).extracting(Dispute::status).containsExactly(status);
    assertThat(told.getFirst().payment().orElseThrow().value()).isEqualTo("pay1");
    boolean isDecided = status == Dispute.Status.WON || status == Dispute.Status.LOST;
    assertThat(told.getFirst().closedAt())
        .isEqualTo(
            isDecided ? Optional.of(Instant.parse("2026-10-09T18:00:00Z")) : Optional.empty());
  }

  @Test
  @Tag("accounting-42")
  void aPayoutLeavesTheBalance() {
    String event = event("payout.sent", "payout", payout("SENT", "BATCH", 6259));
    assertThat(facts("payout.sent", event, Payout.class))
        .extracting(Payout::status)
        .containsExactly(Payout.Status.IN_TRANSIT);
    List<BalanceTransaction> moved = facts("payout.sent", event, BalanceTransaction.class);
    assertThat(moved).extracting(BalanceTransaction::netMinor).containsExactly(-6259L);
    assertThat(moved.getFirst().source()).isEqualTo("po_1");
  }

  @Test
  @Tag("accounting-44")
  @Tag("accounting-46")
  void aFailedPayoutComesBackAndANegativeOneComesIn() {
    List<BalanceTransaction> moved =
        facts("pull/payouts", payout("FAILED", "BATCH", 6259), BalanceTransaction.class);
    assertThat(moved)
        .extracting(BalanceTransaction::movement)
        .containsExactly(Movement.PAYOUT, Movement.PAYOUT_FAILURE);
    assertThat(moved).extracting(BalanceTransaction::netMinor).containsExactly(-6259L, 6259L);

    assertThat(facts("pull/payouts", payout("PAID", "BATCH", -103), BalanceTransaction.class))
        .extracting(BalanceTransaction::netMinor)
        .containsExactly(103L);
  }
}
