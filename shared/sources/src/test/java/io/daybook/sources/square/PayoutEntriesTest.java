package io.daybook.sources.square;

import static io.daybook.sources.square.Json.entry;
import static io.daybook.sources.square.Json.facts;
import static io.daybook.sources.square.Json.payout;
import static io.daybook.sources.square.Json.translate;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Movement;
import io.daybook.events.PayoutManifest;
import io.daybook.sources.Translation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutEntriesTest {
  private static String pulled(String type, String entries, int total) {
    return "{'payout':"
        + payout("PAID", type, 5827)
        + ",'total':"
        + total
        + ",'chunks':1,'chunk':1,'entries':["
        + entries
        + "]}";
  }

  private static BalanceTransaction moved(String entry) {
    return facts("pull/payout-transactions", pulled("BATCH", entry, 1), BalanceTransaction.class)
        .getFirst();
  }

  @Test
  @Tag("accounting-2")
  void aChargeBringsItsFeeAndMeetsItsPayment() {
    BalanceTransaction moved =
        moved(entry("CHARGE", 6000, 173, 5827, ",'type_charge_details':{'payment_id':'pay1'}"));
    assertThat(moved.movement()).isEqualTo(Movement.CHARGE);
    assertThat(moved.amountMinor()).isEqualTo(6000);
    assertThat(moved.fees()).containsExactly(new Fee(Fee.Kind.PROCESSING, 173));
    assertThat(moved.netMinor()).isEqualTo(5827);
    assertThat(moved.reference().orElseThrow().value()).isEqualTo("pay1");
  }

  @Test
  void aFeeIsBelievedByTheArithmeticWhateverItsSign() {
    assertThat(moved(entry("CHARGE", 6000, -173, 5827, "")).fees())
        .containsExactly(new Fee(Fee.Kind.PROCESSING, 173));
    assertThat(
            translate(
                "pull/payout-transactions",
                pulled("BATCH", entry("CHARGE", 6000, 100, 5827, ""), 1)))
        .isEqualTo(
            new Translation.Malformed(
                "entries[0].net_amount_money", "the gross amount less the fee"));
  }

  @ParameterizedTest
  @CsvSource({
    "CHARGE,100,CHARGE",
    "REFUND,-100,REFUND",
    "OPEN_DISPUTE,-100,DISPUTE",
    "DISPUTE,-100,DISPUTE",
    "DISPUTE,100,DISPUTE_REVERSAL",
    "FEE,-100,FEE",
    "DEPOSIT_FEE,-100,FEE",
    "DEPOSIT_FEE_REVERSED,100,FEE",
    "FREE_PROCESSING,100,FEE",
    "TAX_ON_FEE,-100,FEE",
    "THIRD_PARTY_FEE,-100,FEE",
    "SUBSCRIPTION_FEE,-100,SUBSCRIPTION",
    "HOLD_ADJUSTMENT,-100,RESERVE_HOLD",
    "RELEASE_ADJUSTMENT,100,RESERVE_RELEASE",
    "RESERVE_HOLD,-100,RESERVE_HOLD",
    "RESERVE_RELEASE,100,RESERVE_RELEASE",
    "SQUARE_CAPITAL_PAYMENT,-100,LOAN_REPAYMENT",
    "SQUARE_CAPITAL_REVERSED_PAYMENT,100,LOAN_REPAYMENT",
    "ADJUSTMENT,-100,UNKNOWN",
    "MONEY_TRANSFER,-100,UNKNOWN",
    "AUTOMATIC_SAVINGS,-100,UNKNOWN",
    "SOMETHING_NEW,5,UNKNOWN"
  })
  void eachTypeOfActivityIsAMovement(String type, long minor, Movement movement) {
    BalanceTransaction moved = moved(entry(type, minor, 0, minor, ""));
    assertThat(moved.movement()).isEqualTo(movement);
    assertThat(moved.netMinor()).isEqualTo(minor);
    assertThat(moved.platformType()).isEqualTo(type);
  }

  @Test
  @Tag("accounting-3")
  void taxOnAFeeIsAFeeOfThatKind() {
    assertThat(moved(entry("TAX_ON_FEE", -57, 0, -57, "")).fees())
        .containsExactly(new Fee(Fee.Kind.TAX, 57));
  }

  @Test
  @Tag("accounting-49")
  void aRepaymentIsOfTheOneLoanThatSquareGives() {
    assertThat(moved(entry("SQUARE_CAPITAL_PAYMENT", -1000, 0, -1000, "")).reference())
        .contains(PayoutEntries.CAPITAL);
  }

  @Test
  @Tag("accounting-55")
  void ofWhatNoTableKnowsTheWholeNetIsUnknown() {
    BalanceTransaction moved = moved(entry("SOMETHING_NEW", 100, 10, 90, ""));
    assertThat(moved.amountMinor()).isEqualTo(90);
    assertThat(moved.fees()).isEmpty();
  }

  @Test
  void aManifestListsItsEntriesAndAnEchoMovesNothingAgain() {
    String entries =
        entry("CHARGE", 6000, 173, 5827, "")
            + ","
            + entry("RETURNED_PAYOUT", 500, 0, 500, "").replace("poe_1", "poe_2");
    String text = pulled("BATCH", entries, 2);
    PayoutManifest manifest =
        facts("pull/payout-transactions", text, PayoutManifest.class).getFirst();
    assertThat(manifest.version()).isEqualTo(2);
    assertThat(manifest.items())
        .extracting(PayoutManifest.Item::netMinor)
        .containsExactly(5827L, 500L);
    assertThat(facts("pull/payout-transactions", text, BalanceTransaction.class))
        .extracting(one -> one.id().value())
        .containsExactly("poe_1");
  }

  @Test
  void aSimplePayoutIsASumOfTheBalance() {
    PayoutManifest manifest =
        facts("pull/payout-transactions", pulled("SIMPLE", "", 1), PayoutManifest.class).getFirst();
    assertThat(manifest.items()).extracting(PayoutManifest.Item::netMinor).containsExactly(5827L);
    assertThat(facts("pull/payout-transactions", pulled("SIMPLE", "", 1), BalanceTransaction.class))
        .isEmpty();
  }

  @Test
  void anEntryInAnotherCurrencyIsRefused() {
    Translation told =
        translate(
            "pull/payout-transactions",
            pulled("BATCH", entry("CHARGE", 1, 0, 1, "").replace("USD", "CAD"), 1));
    assertThat(told).isInstanceOf(Translation.Malformed.class);
  }
}
