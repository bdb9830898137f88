package io.daybook.sources.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.ItemCost;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.Sku;
import io.daybook.events.TransactionId;
import io.daybook.sources.Translation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTranslationTest {
  private static final Fixture LEDGER = Fixture.of("pull-balance-transactions");
  private static final Fixture PAYOUT = Fixture.of("pull-payout");
  private static final Fixture DISPUTE = Fixture.of("webhook-dispute");

  private static BalanceTransaction transaction(int id) {
    return LEDGER.facts("pull/balance-transactions", BalanceTransaction.class).get(id - 1);
  }

  @Test
  @Tag("accounting-2")
  void aChargeMeetsTheOrderUnderTheShopsTransaction() {
    assertThat(transaction(1))
        .isEqualTo(
            new BalanceTransaction(
                Fixture.SHOP,
                new TransactionId("1"),
                Movement.CHARGE,
                "CHARGE",
                new CurrencyCode("USD"),
                10000,
                List.of(new Fee(Fee.Kind.PROCESSING, 320)),
                9680,
                Instant.parse("2026-10-06T00:10:00Z"),
                "501",
                Optional.of(new Reference("9003")),
                Optional.of(new PayoutId("77")),
                Mode.LIVE));
  }

  @Test
  void aRefundMeetsTheOrderUnderTheShopsTransaction() {
    assertThat(transaction(2).movement()).isEqualTo(Movement.REFUND);
    assertThat(transaction(2).reference()).contains(new Reference("9103"));
    assertThat(transaction(2).fees()).isEmpty();
  }

  @Test
  @Tag("accounting-38")
  @Tag("failure-30")
  void aDisputesFeeIsADisputeFee() {
    assertThat(transaction(3).movement()).isEqualTo(Movement.DISPUTE);
    assertThat(transaction(3).amountMinor()).isEqualTo(-5000);
    assertThat(transaction(3).fees()).containsExactly(new Fee(Fee.Kind.DISPUTE, 1500));
    assertThat(transaction(3).reference()).contains(new Reference("1052"));
  }

  @Test
  @Tag("accounting-38")
  void aDisputeFeeOfItsOwnIsNoDisputedMoney() {
    assertThat(transaction(6).amountMinor()).isZero();
    assertThat(transaction(6).fees()).containsExactly(new Fee(Fee.Kind.DISPUTE, 1500));
    assertThat(transaction(6).netMinor()).isEqualTo(-1500);
  }

  @Test
  @Tag("accounting-42")
  void aTransferIsThePayoutThatItBelongsTo() {
    assertThat(transaction(4).movement()).isEqualTo(Movement.PAYOUT);
    assertThat(transaction(4).source()).isEqualTo("77");
    assertThat(transaction(4).reference()).contains(new Reference("77"));
  }

  @Test
  void whatIsNotInTheTableIsVisible() {
    assertThat(transaction(5).movement()).isEqualTo(Movement.UNKNOWN);
    assertThat(transaction(5).platformType()).isEqualTo("LENDING_CREDIT");
    assertThat(transaction(5).payout()).isEmpty();
  }

  @Test
  void theSignOfReservedFundsIsTheirDirection() {
    assertThat(transaction(7).movement()).isEqualTo(Movement.RESERVE_HOLD);
    assertThat(transaction(8).movement()).isEqualTo(Movement.RESERVE_RELEASE);
  }

  @Test
  @Tag("accounting-39")
  void anAdjustmentForADisputeIsTheDispute() {
    assertThat(transaction(9).movement()).isEqualTo(Movement.DISPUTE_REVERSAL);
    assertThat(transaction(9).reference()).contains(new Reference("1052"));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUND_FAILURE,REFUND_FAILURE",
    "TRANSFER_FAILURE,PAYOUT_FAILURE",
    "TRANSFER_CANCEL,PAYOUT_FAILURE",
    "DISPUTE_REVERSAL,DISPUTE_REVERSAL",
    "CHARGEBACK_HOLD,RESERVE_HOLD",
    "CHARGEBACK_HOLD_RELEASE,RESERVE_RELEASE",
    "STRIPE_FEE,FEE",
    "APPLICATION_FEE_REFUND,FEE",
    "ADJUSTMENT,UNKNOWN",
    "A_TYPE_OF_2028,UNKNOWN"
  })
  @Tag("accounting-44")
  void theTypesHaveTheirMeanings(String type, Movement movement) {
    assertThat(
            LEDGER
                .part("/objects/0")
                .with("/type", "'" + type + "'")
                .fact("pull/balance-transactions", BalanceTransaction.class)
                .movement())
        .isEqualTo(movement);
  }

  @Test
  @Tag("failure-other")
  void aTestTransactionIsMarked() {
    assertThat(
            LEDGER
                .part("/objects/0")
                .with("/test", "true")
                .fact("pull/balance-transactions", BalanceTransaction.class)
                .mode())
        .isEqualTo(Mode.TEST);
  }

  @Test
  void aNetThatIsNotTheAmountLessTheFeeIsRefused() {
    assertThat(
            LEDGER.with("/objects/0/net/amount", "'96.81'").translate("pull/balance-transactions"))
        .isEqualTo(
            new Translation.Malformed("objects[0]", "a net that is the amount less the fee"));
  }

  @Test
  void aPayoutIsReadWithItsTrace() {
    assertThat(PAYOUT.fact("pull/payouts", Payout.class))
        .isEqualTo(
            new Payout(
                Fixture.SHOP,
                new PayoutId("77"),
                Payout.Status.PAID,
                new CurrencyCode("USD"),
                1180,
                Instant.parse("2026-10-07T00:00:00Z"),
                Optional.of(new Reference("TR-0042"))));
    assertThat(PAYOUT.with("/externalTraceId", "null").fact("pull/payouts", Payout.class).trace())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SCHEDULED,PENDING",
    "IN_TRANSIT,IN_TRANSIT",
    "PAID,PAID",
    "FAILED,FAILED",
    "CANCELED,CANCELLED"
  })
  void aPayoutsStatusIsRead(String said, Payout.Status meant) {
    assertThat(PAYOUT.with("/status", "'" + said + "'").fact("pull/payouts", Payout.class).status())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"250.00", "-250.00"})
  @Tag("accounting-46")
  void aWithdrawalIsNegative(String amount) {
    assertThat(
            PAYOUT
                .with("/transactionType", "'WITHDRAWAL'")
                .with("/net/amount", "'" + amount + "'")
                .fact("pull/payouts", Payout.class)
                .amountMinor())
        .isEqualTo(-25000);
  }

  @Test
  void aChunkOfAPayoutIsAManifest() {
    PayoutManifest manifest =
        Fixture.of("pull-payout-transactions")
            .fact("pull/payout-transactions", PayoutManifest.class);

    assertThat(manifest.payout()).isEqualTo(new PayoutId("77"));
    assertThat(manifest.version()).isEqualTo(3);
    assertThat(manifest.items())
        .containsExactly(
            new PayoutManifest.Item(new TransactionId("1"), Movement.CHARGE, 10000, 9680),
            new PayoutManifest.Item(new TransactionId("2"), Movement.REFUND, -2000, -2000),
            new PayoutManifest.Item(new TransactionId("3"), Movement.DISPUTE, -5000, -6500));
  }

  @ParameterizedTest
  @CsvSource({
    "chargeback,needs_response,NEEDS_RESPONSE",
    "chargeback,under_review,UNDER_REVIEW",
    "chargeback,lost,LOST",
    "chargeback,accepted,LOST",
    "chargeback,won,WON",
    "inquiry,needs_response,INQUIRY",
    "inquiry,under_review,INQUIRY",
    "inquiry,charge_refunded,WON"
  })
  @Tag("accounting-37")
  void aDisputesStatusIsRead(String type, String status, Dispute.Status meant) {
    Dispute dispute =
        DISPUTE
            .with("/type", "'" + type + "'")
            .with("/status", "'" + status + "'")
            .fact("disputes/update", Dispute.class);

    assertThat(dispute.status()).isEqualTo(meant);
  }

  @Test
  @Tag("accounting-40")
  void aDisputeNamesItsOrderIfThereIsOne() {
    assertThat(DISPUTE.fact("disputes/create", Dispute.class).order())
        .hasValueSatisfying(order -> assertThat(order.id().value()).isEqualTo("5001"));
    assertThat(DISPUTE.with("/order_id", "null").fact("disputes/create", Dispute.class).order())
        .isEmpty();
    assertThat(
            DISPUTE.with("/finalized_on", "null").fact("disputes/create", Dispute.class).closedAt())
        .isEmpty();
  }

  @Test
  void aStatusOfADisputeThatIsNewIsNotGuessed() {
    assertThat(DISPUTE.with("/status", "'in_mediation'").translate("disputes/update"))
        .isEqualTo(
            new Translation.Malformed(
                "status", "a status of a dispute, such as needs_response or lost"));
  }

  @Test
  @Tag("accounting-13")
  void anItemsCostIsSweptWithItsCurrency() {
    Fixture item = Fixture.of("pull-item-cost");

    assertThat(item.fact("pull/item-costs", ItemCost.class))
        .isEqualTo(
            new ItemCost(
                Fixture.SHOP,
                new Sku("CUP-BLUE"),
                Instant.parse("2026-09-01T00:00:00Z"),
                Optional.of(new CurrencyCode("USD")),
                new BigDecimal("8.25")));
    assertThat(item.with("/unitCost", "null").facts("pull/item-costs")).isEmpty();
    assertThat(item.with("/sku", "''").facts("pull/item-costs")).isEmpty();
  }

  @Test
  void anItemsWebhookHasACostInTheShopsOwnCurrency() {
    assertThat(Fixture.of("webhook-inventory-item").facts("inventory_items/update"))
        .singleElement()
        .isInstanceOfSatisfying(ItemCost.class, cost -> assertThat(cost.currency()).isEmpty());
  }
}
