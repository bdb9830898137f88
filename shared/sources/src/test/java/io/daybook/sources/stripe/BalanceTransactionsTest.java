package io.daybook.sources.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Exchanged;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.sources.Translation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTransactionsTest {
  private static final Origin STRIPE = new Origin("stripe", "acct_1Q");

  private static Translation translate(String topic, String json) {
    return new StripeSource().translate(topic, Json.bytes(json), STRIPE);
  }

  private static BalanceTransaction read(String json) {
    return read("pull/balance-transactions", json);
  }

  private static BalanceTransaction read(String topic, String json) {
    return switch (translate(topic, json)) {
      case Translation.Facts told -> (BalanceTransaction) told.facts().getFirst();
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  private static Translation.Malformed malformed(String json) {
    return switch (translate("pull/balance-transactions", json)) {
      case Translation.Facts told -> throw new AssertionError(told);
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> malformed;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "charge,charge,10584,CHARGE",
    "charge,payment,10584,CHARGE",
    "charge_failure,payment_failure_refund,-10584,CHARGE",
    "partial_capture_reversal,refund,-1000,CHARGE",
    "refund,refund,-10584,REFUND",
    "refund,payment_refund,-10584,REFUND",
    "refund_failure,refund_failure,10584,REFUND_FAILURE",
    "refund_failure,adjustment,10584,REFUND_FAILURE",
    "dispute,adjustment,-10584,DISPUTE",
    "dispute_reversal,adjustment,10584,DISPUTE_REVERSAL",
    "fee,stripe_fee,-244,FEE",
    "fee,stripe_fx_fee,-244,FEE",
    "network_cost,stripe_fee,-244,FEE",
    "payout,payout,-500000,PAYOUT",
    "payout_reversal,payout_failure,500000,PAYOUT_FAILURE",
    "payout_reversal,payout_cancel,500000,PAYOUT_FAILURE",
    "risk_reserved_funds,reserved_funds,-40000,RESERVE_HOLD",
    "risk_reserved_funds,reserved_funds,40000,RESERVE_RELEASE",
    "reserve_hold,reserve_hold,-40000,RESERVE_HOLD",
    "reserve_release,reserve_release,40000,RESERVE_RELEASE",
    "payment_network_reserve_hold,payment_network_reserve_hold,-40000,RESERVE_HOLD",
    "payment_network_reserve_release,payment_network_reserve_release,40000,RESERVE_RELEASE",
    "risk_reserved_funds,reserve_hold,-40000,RESERVE_HOLD",
    "payment_network_reserved_funds,payment_network_reserve_release,40000,RESERVE_RELEASE",
    "payout_minimum_balance,payout_minimum_balance_hold,-40000,RESERVE_HOLD",
    "issuing_authorization_hold,issuing_authorization_hold,-40000,UNKNOWN",
    "something_new,issuing_authorization_hold,-40000,UNKNOWN",
    "transfer,transfer,-40000,UNKNOWN",
    "topup,topup,40000,UNKNOWN",
    "other_adjustment,adjustment,-1,UNKNOWN",
    "advance,advance,40000,UNKNOWN",
    "teleportation,charge,40000,UNKNOWN",
  })
  @Tag("accounting-55")
  void everyCategoryIsAMovementOrUnknownByItsName(
      String category, String type, long amount, Movement movement) {
    BalanceTransaction read = read(Json.transaction(category, type, amount, 0, "", "'src_1'"));

    assertThat(read.movement()).isEqualTo(movement);
    assertThat(read.amountMinor()).isEqualTo(amount);
    assertThat(read.netMinor()).isEqualTo(amount);
    assertThat(read.platformType()).isEqualTo(category.equals(type) ? type : category + "/" + type);
    assertThat(read.reference()).contains(new Reference("src_1"));
  }

  @ParameterizedTest
  @CsvSource({
    "charge,CHARGE",
    "payment,CHARGE",
    "payment_reversal,CHARGE",
    "payment_failure_refund,CHARGE",
    "refund,REFUND",
    "payout_failure,PAYOUT_FAILURE",
    "stripe_fee,FEE",
    "tax_fee,FEE",
    "reserve_transaction,RESERVE_HOLD",
    "adjustment,UNKNOWN"
  })
  void withoutACategoryTheTypeDecides(String type, Movement movement) {
    String old =
        Json.transaction("", type, -100, 0, "", "null").replace("'reporting_category':'',", "");

    assertThat(read(old).movement()).isEqualTo(movement);
    assertThat(read(old).source()).isEmpty();
  }

  /** docs.stripe.com/api/balance_transactions/object: those that have no case of the books are on 2900, visible. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "adjustment",
        "advance",
        "advance_funding",
        "anticipation_repayment",
        "application_fee",
        "application_fee_refund",
        "climate_order_purchase",
        "climate_order_refund",
        "connect_collection_transfer",
        "contribution",
        "fee_credit_funding",
        "inbound_transfer",
        "inbound_transfer_reversal",
        "issuing_authorization_hold",
        "issuing_authorization_release",
        "issuing_dispute",
        "issuing_transaction",
        "obligation_outbound",
        "obligation_reversal_inbound",
        "payment_unreconciled",
        "stripe_balance_payment_debit",
        "stripe_balance_payment_debit_reversal",
        "tax_fund",
        "topup",
        "topup_reversal",
        "transfer",
        "transfer_cancel",
        "transfer_failure",
        "transfer_refund"
      })
  @Tag("accounting-55")
  void everyTypeWithoutACaseStandsOn2900ByItsName(String type) {
    BalanceTransaction read = read(Json.transaction(type, type, -100, 0, "", "'src_1'"));

    assertThat(read.movement()).isEqualTo(Movement.UNKNOWN);
    assertThat(read.platformType()).isEqualTo(type);
  }

  @Test
  @Tag("accounting-2")
  void aChargeHasItsFeesByTheirTags() {
    String fees =
        Json.feeDetail("stripe_fee", 300)
            + ","
            + Json.feeDetail("tax", 57)
            + ","
            + Json.feeDetail("application_fee", 18);

    BalanceTransaction read =
        read(Json.transaction("charge", "charge", 10584, 375, fees, "'ch_3Q'"));

    assertThat(read.fees())
        .containsExactly(
            new Fee(Fee.Kind.PROCESSING, 300),
            new Fee(Fee.Kind.TAX, 57),
            new Fee(Fee.Kind.PROCESSING, 18));
    assertThat(read.netMinor()).isEqualTo(10209);
    assertThat(read.reference()).contains(new Reference("ch_3Q"));
  }

  @Test
  @Tag("accounting-38")
  @Tag("failure-30")
  void theFeeOfADisputeIsADisputeFeeThoughItIsLargerThanTheDispute() {
    BalanceTransaction read =
        read(
            Json.transaction(
                "dispute",
                "adjustment",
                -999,
                1500,
                Json.feeDetail("stripe_fee", 1500),
                "'du_1Q'"));

    assertThat(read.movement()).isEqualTo(Movement.DISPUTE);
    assertThat(read.amountMinor()).isEqualTo(-999);
    assertThat(read.fees()).containsExactly(new Fee(Fee.Kind.DISPUTE, 1500));
    assertThat(read.reference()).contains(new Reference("du_1Q"));
  }

  @Test
  @Tag("accounting-39")
  void aFeeThatComesBackWithAWinIsANegativeDisputeFee() {
    BalanceTransaction read =
        read(
            Json.transaction(
                "dispute_reversal",
                "adjustment",
                10584,
                -1500,
                Json.feeDetail("stripe_fee", -1500),
                "'du_1Q'"));

    assertThat(read.fees()).containsExactly(new Fee(Fee.Kind.DISPUTE, -1500));
    assertThat(read.netMinor()).isEqualTo(12084);
  }

  @Test
  @Tag("accounting-38")
  void aFeeOfItsOwnForADisputeIsADisputeFee() {
    BalanceTransaction read =
        read(
            Json.transaction(
                "fee",
                "stripe_fee",
                -1500,
                0,
                "",
                "{'id':'du_1Q','object':'dispute','livemode':true}"));

    assertThat(read.movement()).isEqualTo(Movement.FEE);
    assertThat(read.amountMinor()).isZero();
    assertThat(read.fees()).containsExactly(new Fee(Fee.Kind.DISPUTE, 1500));
    assertThat(read.netMinor()).isEqualTo(-1500);
  }

  @Test
  @Tag("accounting-3")
  void taxOnFeesOfItsOwnIsTax() {
    BalanceTransaction read = read(Json.transaction("tax", "tax_fee", -57, 0, "", "null"));

    assertThat(read.movement()).isEqualTo(Movement.FEE);
    assertThat(read.fees()).containsExactly(new Fee(Fee.Kind.TAX, 57));
    assertThat(read.netMinor()).isEqualTo(-57);
  }

  @Test
  void aFeeOfAnUnknownKindMakesAllOfItUnknownByItsNet() {
    BalanceTransaction read =
        read(
            Json.transaction(
                "charge", "charge", 10584, 375, Json.feeDetail("withheld_tax", 375), "'ch_3Q'"));

    assertThat(read.movement()).isEqualTo(Movement.UNKNOWN);
    assertThat(read.platformType()).isEqualTo("charge with a kind of fee that no table knows");
    assertThat(read.amountMinor()).isEqualTo(10209);
    assertThat(read.fees()).isEmpty();
  }

  @Test
  @Tag("failure-12")
  void aMovementOfAnotherPocketThanPaymentsIsUnknown() {
    String reserved =
        Json.transaction("reserve_hold", "reserve_hold", 40000, 0, "", "'rsv_1'")
            .replace("{'id'", "{'balance_type':'risk_reserved','id'");

    assertThat(read(reserved).movement()).isEqualTo(Movement.UNKNOWN);
    assertThat(read(reserved).platformType()).isEqualTo("reserve_hold on balance risk_reserved");
  }

  @Test
  void whatIsTakenBackOfAPaymentStandsUnderThePayment() {
    String source = "{'id':'re_3Q','object':'refund','charge':'ch_3Q'}";

    BalanceTransaction read =
        read(Json.transaction("partial_capture_reversal", "refund", -1416, 0, "", source));

    assertThat(read.reference()).contains(new Reference("ch_3Q"));
    assertThat(read.source()).isEqualTo("re_3Q");
  }

  @Test
  void aRefundStandsUnderItsOwnId() {
    String source = "{'id':'re_3Q','object':'refund','charge':'ch_3Q'}";

    assertThat(read(Json.transaction("refund", "refund", -1416, 0, "", source)).reference())
        .contains(new Reference("re_3Q"));
  }

  @Test
  @Tag("failure-other")
  void aTestIsToldByItsSourceOrByTheTopic() {
    String test =
        Json.transaction("charge", "charge", 100, 0, "", "{'id':'ch_1','livemode':false}");
    String refund = Json.transaction("refund", "refund", -100, 0, "", "{'id':'re_1'}");

    assertThat(read(test).mode()).isEqualTo(Mode.TEST);
    assertThat(read(refund).mode()).isEqualTo(Mode.LIVE);
    assertThat(read("pull/test-balance-transactions", refund).mode()).isEqualTo(Mode.TEST);
  }

  @Test
  void feesThatDoNotSumToTheFeeAreMalformed() {
    assertThat(
            malformed(
                Json.transaction(
                    "charge", "charge", 10584, 375, Json.feeDetail("stripe_fee", 374), "null")))
        .isEqualTo(new Translation.Malformed("fee", "the sum of fee_details"));
    assertThat(malformed(Json.transaction("charge", "charge", 10584, 375, "", "null")).where())
        .isEqualTo("fee");
  }

  @Test
  void aNetThatIsNotTheAmountLessTheFeesIsMalformed() {
    String wrong =
        Json.transaction("charge", "charge", 10584, 0, "", "null")
            .replace("'net':10584", "'net':10583");

    assertThat(malformed(wrong))
        .isEqualTo(new Translation.Malformed("$", "a net that is the amount less the fees"));
  }

  @ParameterizedTest
  @CsvSource({
    "jpy,500,500",
    "kwd,5120,5120",
    "isk,500,5",
    "ugx,12300,123",
    "mga,500,50000",
    "usd,500,500",
    "krw,500,500",
    "huf,500,500",
    "twd,500,500"
  })
  @Tag("failure-33")
  @Tag("failure-55")
  void amountsBecomeMinorUnitsOfIso4217(String currency, long told, long minor) {
    String json =
        Json.transaction("charge", "charge", told, 0, "", "null").replace("usd", currency);

    assertThat(read(json).amountMinor()).isEqualTo(minor);
  }

  @Test
  @Tag("accounting-50")
  void whatTheCustomerPaidBeforeItWasExchangedIsKept() {
    String source = "{'id':'ch_1','object':'charge','amount':500,'currency':'jpy'}";
    String json = Json.transaction("refund", "refund", -330, 0, "", source);
    String exchanged = json.replaceFirst("\\{", "{'exchange_rate':0.0066,");

    assertThat(read(json).exchanged()).isEmpty();
    assertThat(read(exchanged).exchanged()).contains(new Exchanged(new CurrencyCode("JPY"), -500));
  }

  @Test
  @Tag("failure-55")
  void aFractionOfAKronaIsMalformed() {
    assertThat(
            malformed(
                Json.transaction("charge", "charge", 4010, 0, "", "null").replace("usd", "isk")))
        .isEqualTo(
            new Translation.Malformed(
                "amount", "an amount in whole ISK, which Stripe writes times 100"));
  }

  @Test
  void anAmountBeyondTheRangeIsMalformed() {
    String json =
        Json.transaction("charge", "charge", Long.MAX_VALUE, 0, "", "null").replace("usd", "mga");

    assertThat(malformed(json).where()).isEqualTo("amount");
  }

  @Test
  void aPulledMessageNamesTheObjectThatIsWrong() {
    String good = Json.transaction("charge", "charge", 100, 0, "", "null");

    assertThat(
            malformed("{'objects':[" + good + "," + good.replace("'fee':0", "'fee':'none'") + "]}"))
        .isEqualTo(new Translation.Malformed("objects[1].fee", "a whole number"));
  }

  @Test
  @Tag("accounting-42")
  @Tag("failure-9")
  void aPayoutsListIsItsTransactionsWithoutItsOwnLine() {
    String own = Json.transaction("payout", "payout", -10209, 0, "", "'po_1Q'");
    String charge =
        Json.transaction(
            "charge", "charge", 10584, 375, Json.feeDetail("stripe_fee", 375), "'ch_3Q'");
    String earlier = Json.transaction("payout_reversal", "payout_failure", 700, 0, "", "'po_0Q'");
    String chunk =
        "{'payout':'po_1Q','currency':'usd','chunk':1,'chunks':1,'total':3,'transactions':["
            + String.join(",", own, charge, earlier)
            + "]}";

    assertThat(translate("pull/payout-transactions", chunk))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told -> {
              PayoutManifest manifest = (PayoutManifest) told.facts().getFirst();
              assertThat(manifest.version()).isEqualTo(3);
              assertThat(manifest.items())
                  .extracting(PayoutManifest.Item::movement)
                  .isEqualTo(List.of(Movement.CHARGE, Movement.PAYOUT_FAILURE));
              assertThat(manifest.items().getFirst().netMinor()).isEqualTo(10209);
            });
  }

  @Test
  void aChunkOutsideItsReadingIsMalformed() {
    assertThat(
            translate(
                "pull/payout-transactions",
                "{'payout':'po_1Q','currency':'usd','chunk':2,'chunks':1,'total':0,'transactions':[]}"))
        .isInstanceOf(Translation.Malformed.class);
  }
}
