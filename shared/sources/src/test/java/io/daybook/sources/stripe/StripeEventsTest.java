package io.daybook.sources.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Charge;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.DisputeId;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.sources.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeEventsTest {
  private static final Origin STRIPE = new Origin("stripe", "acct_1Q");
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final Charge CHARGE =
      new Charge(
          STRIPE,
          new Reference("ch_3Q"),
          new TransactionId("txn_3Q"),
          USD,
          10584,
          Instant.ofEpochSecond(1791200000L));

  private static Translation translate(String topic, String json) {
    return new StripeSource().translate(topic, Json.bytes(json), STRIPE);
  }

  private static Translation event(String type, String object) {
    return translate(type, Json.event(type, object));
  }

  private static Translation facts(Fact... facts) {
    return new Translation.Facts(List.of(facts));
  }

  private static Dispute disputed(Translation translation) {
    return switch (translation) {
      case Translation.Facts told -> (Dispute) told.facts().getFirst();
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"charge.succeeded", "charge.captured", "charge.updated"})
  @Tag("accounting-2")
  void aChargeTellsWhatWasCapturedAndItsBalanceTransaction(String type) {
    assertThat(event(type, Json.charge(""))).isEqualTo(facts(CHARGE));
  }

  @Test
  void webhookSweepAndEventBridgeTellTheSameCharge() {
    String event = Json.event("charge.succeeded", Json.charge(""));

    assertThat(translate("pull/charges", Json.charge(""))).isEqualTo(facts(CHARGE));
    assertThat(translate("pull/events", event)).isEqualTo(facts(CHARGE));
    assertThat(translate("pull/events", "{'objects':[" + event + "]}")).isEqualTo(facts(CHARGE));
    assertThat(
            translate(
                "charge.succeeded",
                "{'detail-type':'charge.succeeded','account':'123','detail':" + event + "}"))
        .isEqualTo(facts(CHARGE));
  }

  @Test
  void aBalanceTransactionMayBeExpanded() {
    String expanded =
        Json.charge("").replace("'txn_3Q'", "{'id':'txn_3Q','object':'balance_transaction'}");

    assertThat(event("charge.succeeded", expanded)).isEqualTo(facts(CHARGE));
  }

  @Test
  void anOldApiVersionDoesNotSayWhatWasCaptured() {
    String old =
        Json.charge("")
            .replace("'amount_captured':10584,", "")
            .replace("'amount':12000", "'amount':10584");

    assertThat(event("charge.succeeded", old)).isEqualTo(facts(CHARGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'paid':true | 'paid':false",
        "'captured':true | 'captured':false",
        "'txn_3Q' | null"
      })
  @Tag("accounting-73")
  void whatIsNotTakenYetTellsNothing(String taken, String notYet) {
    assertThat(event("charge.succeeded", Json.charge("").replace(taken, notYet)))
        .isEqualTo(facts());
  }

  @Test
  @Tag("failure-other")
  void whatIsNotLiveTellsNothing() {
    assertThat(
            event(
                "charge.succeeded", Json.charge("").replace("'livemode':true", "'livemode':false")))
        .isEqualTo(facts());
    assertThat(
            event(
                "payout.paid",
                Json.payout("paid", "").replace("'livemode':true", "'livemode':false")))
        .isEqualTo(facts());
    assertThat(
            event(
                "charge.dispute.created",
                Json.dispute("won", "").replace("'livemode':true", "'livemode':false")))
        .isEqualTo(facts());
  }

  @ParameterizedTest
  @CsvSource({
    "warning_needs_response,INQUIRY",
    "warning_under_review,INQUIRY",
    "warning_closed,INQUIRY",
    "prevented,INQUIRY",
    "needs_response,NEEDS_RESPONSE",
    "under_review,UNDER_REVIEW",
  })
  @Tag("accounting-37")
  void anOpenDisputeTellsHowFarItIs(String word, Dispute.Status status) {
    Dispute expected =
        new Dispute(
            STRIPE,
            new DisputeId("du_1Q"),
            status,
            "fraudulent",
            USD,
            10584,
            Instant.ofEpochSecond(1791300000L),
            Optional.empty(),
            Optional.of(new Reference("ch_3Q")),
            Optional.empty());

    assertThat(event("charge.dispute.updated", Json.dispute(word, ""))).isEqualTo(facts(expected));
    assertThat(translate("pull/disputes", Json.dispute(word, ""))).isEqualTo(facts(expected));
  }

  @Test
  @Tag("accounting-40")
  void aLossCountsOnTheDayOfTheEventThatClosedIt() {
    Dispute lost = disputed(event("charge.dispute.closed", Json.dispute("lost", "")));

    assertThat(lost.status()).isEqualTo(Dispute.Status.LOST);
    assertThat(lost.closedAt()).contains(Instant.ofEpochSecond(1791900000L));
  }

  @Test
  @Tag("accounting-40")
  void theTellingThatKnowsWhenADisputeWasLostPrevailsOverTheOneThatDoesNot() {
    String withdrawn =
        ",'balance_transactions':[{'amount':-10584,'created':1791310000},{'amount':5,'created':1791800000}]";
    Dispute closed = disputed(event("charge.dispute.closed", Json.dispute("lost", withdrawn)));
    Dispute swept = disputed(translate("pull/disputes", Json.dispute("lost", withdrawn)));
    Dispute updated = disputed(event("charge.dispute.updated", Json.dispute("lost", withdrawn)));

    assertThat(swept).isEqualTo(updated);
    assertThat(swept.closedAt()).contains(Instant.ofEpochSecond(1791310000L));
    assertThat(closed.version()).isGreaterThan(swept.version());
    assertThat(swept.version())
        .isGreaterThan(
            disputed(translate("pull/disputes", Json.dispute("under_review", ""))).version());
  }

  @Test
  @Tag("accounting-39")
  void aWinIsDatedByTheMoneysReturn() {
    String returned =
        ",'balance_transactions':[{'amount':-10584,'created':1791310000},{'amount':10584,'created':1791800000}]";

    assertThat(disputed(translate("pull/disputes", Json.dispute("won", returned))).closedAt())
        .contains(Instant.ofEpochSecond(1791800000L));
  }

  @Test
  void aDisputeOfAnUnknownStatusIsParked() {
    assertThat(event("charge.dispute.updated", Json.dispute("pondered", "")))
        .isEqualTo(new Translation.Unknown("stripe dispute of status pondered"));
  }

  @ParameterizedTest
  @CsvSource({
    "payout.created,pending,PENDING",
    "payout.updated,in_transit,IN_TRANSIT",
    "payout.paid,paid,PAID",
    "payout.reconciliation_completed,paid,PAID",
    "payout.failed,failed,FAILED",
    "payout.canceled,canceled,CANCELLED",
  })
  @Tag("accounting-42")
  @Tag("accounting-44")
  void aPayoutTellsHowFarItIs(String type, String word, Payout.Status status) {
    Payout expected =
        new Payout(
            STRIPE,
            new PayoutId("po_1Q"),
            status,
            USD,
            500000,
            Instant.ofEpochSecond(1791400000L),
            Optional.of(new Reference("091000015566")));
    String payout = Json.payout(word, ",'trace_id':{'status':'supported','value':'091000015566'}");

    assertThat(event(type, payout)).isEqualTo(facts(expected));
    assertThat(translate("pull/payouts", payout)).isEqualTo(facts(expected));
  }

  @Test
  void aDescriptorIsATraceOnlyOfAPayoutThatTheMerchantMade() {
    String automatic = Json.payout("paid", ",'trace_id':{'status':'pending','value':null}");

    assertThat(translate("pull/payouts", automatic))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told -> assertThat(((Payout) told.facts().getFirst()).trace()).isEmpty());
    assertThat(
            translate("pull/payouts", automatic.replace("'automatic':true", "'automatic':false")))
        .isInstanceOfSatisfying(
            Translation.Facts.class,
            told ->
                assertThat(((Payout) told.facts().getFirst()).trace())
                    .contains(new Reference("STRIPE1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charge.refunded",
        "charge.refund.updated",
        "charge.failed",
        "refund.created",
        "customer.created",
        "customer.subscription.updated",
        "payment_intent.succeeded",
        "invoice.paid",
        "checkout.session.completed",
        "transfer.created",
        "balance.available",
      })
  void whatMovesNoMoneyOfItsOwnIsUnderstoodAndTellsNothing(String type) {
    assertThat(event(type, "{'object':'anything'}")).isEqualTo(facts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charge.teleported",
        "issuing_transaction.created",
        "treasury.outbound_payment.posted"
      })
  void anUnknownTypeIsParkedByItsName(String type) {
    assertThat(event(type, "{}")).isEqualTo(new Translation.Unknown("stripe event " + type));
  }

  @Test
  void anEventOfAnotherAccountIsParked() {
    String event = Json.event("charge.succeeded", Json.charge(""));

    assertThat(
            translate(
                "charge.succeeded",
                event.replace("{'id':'evt_1Q'", "{'account':'acct_2','id':'evt_1Q'")))
        .isInstanceOf(Translation.Unknown.class);
    assertThat(
            translate(
                "charge.succeeded",
                event.replace("{'id':'evt_1Q'", "{'account':'acct_1Q','id':'evt_1Q'")))
        .isEqualTo(facts(CHARGE));
  }

  @Test
  void anEventCutShortIsMalformed() {
    String event = Json.event("charge.succeeded", Json.charge(""));

    assertThat(translate("event", event.substring(0, 200)))
        .isEqualTo(new Translation.Malformed("$", "one complete JSON object"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10584 | 10584.5 | data.object.amount_captured",
        "10584 | true | data.object.amount_captured",
        "1791200000 | -1 | data.object.created",
        "1791200000 | 9999999999999 | data.object.created",
        "usd | dollars | data.object.currency",
        "10584 | 0 | data.object",
      })
  void aFieldThatIsNotWhatStripePromisesIsNamed(String good, String bad, String where) {
    assertThat(event("charge.succeeded", Json.charge("").replace(good, bad)))
        .isInstanceOfSatisfying(
            Translation.Malformed.class,
            malformed -> assertThat(malformed.where()).isEqualTo(where));
  }

  @Test
  void anUnknownPullTopicIsParked() {
    assertThat(translate("pull/else", "{}"))
        .isEqualTo(new Translation.Unknown("stripe topic pull/else"));
  }
}
