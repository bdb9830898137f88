package io.daybook.sources.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events without their object, and events in versions of before. */
class ThinEventsTest {
  private static final Origin STRIPE = new Origin("stripe", "acct_1Q");
  private final StripeSource source = new StripeSource();

  private static String thin(String type, String context) {
    return "{'id':'evt_65R','object':'v2.core.event','type':'%s','livemode':true,'created':'2026-10-02T06:20:52.246Z','context':%s,'related_object':{'id':'ch_3Q','type':'charge','url':'/v1/charges/ch_3Q'}}"
        .formatted(type, context);
  }

  private Translation translate(String body) {
    return source.translate("any", Json.bytes(body), STRIPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1.charge.succeeded",
        "v1.payout.paid",
        "v1.customer.created",
        "v2.core.account.updated"
      })
  void aThinEventIsUnderstoodAndTellsNothing(String type) {
    assertThat(translate(thin(type, "null"))).isEqualTo(new Translation.Facts(List.of()));
  }

  @Test
  void itAnnouncesItsObject() {
    assertThat(
            source.announced(
                "v1.charge.succeeded", Json.bytes(thin("v1.charge.succeeded", "null"))))
        .contains("ch_3Q");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'object':'event','type':'v1.x'}",
        "{'object':'v2.core.event'}",
        "[",
        "{'object':'v2.core.event','related_object':{'id':'no id'}}"
      })
  void whatIsNoThinEventOrHasNoObjectAnnouncesNothing(String body) {
    assertThat(source.announced("v1.charge.succeeded", Json.bytes(body))).isEmpty();
  }

  @Test
  void aSnapshotAnnouncesNothing() {
    String event = Json.event("charge.succeeded", Json.charge(""));
    assertThat(source.announced("charge.succeeded", Json.bytes(event))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1.charge.something_new",
        "v2.money_management.outbound_payment.posted",
        "v3.core.thing"
      })
  @Tag("failure-other")
  void aKindThatNoTableKnowsIsParked(String type) {
    assertThat(translate(thin(type, "null")))
        .isEqualTo(new Translation.Unknown("stripe event " + type));
  }

  @Test
  void thatOfAnotherAccountIsParked() {
    assertThat(translate(thin("v1.charge.succeeded", "'acct_2'")))
        .isInstanceOf(Translation.Unknown.class);
    assertThat(translate(thin("v1.charge.succeeded", "'acct_1Q'")))
        .isInstanceOf(Translation.Facts.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-04-06", "2019-12-03", "2024-09-30.acacia", "2027-01-01.next"})
  void anEventOfAnyVersionSincePayoutsExistIsUnderstood(String version) {
    String event =
        Json.event("charge.succeeded", Json.charge("")).replace("2026-07-29.dahlia", version);
    assertThat(translate(event)).isInstanceOf(Translation.Facts.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-07-06", "2011-06-21", "<script>"})
  void anOlderOneIsParkedWithASentence(String version) {
    String event =
        Json.event("transfer.paid", Json.payout("paid", "")).replace("2026-07-29.dahlia", version);
    assertThat(translate(event))
        .isInstanceOfSatisfying(
            Translation.Unknown.class,
            parked -> assertThat(parked.what()).contains("API version").doesNotContain("script"));
  }

  @Test
  void aPayoutOfAStatusThatNoTableKnowsIsParked() {
    assertThat(translate(Json.event("payout.updated", Json.payout("posted", ""))))
        .isEqualTo(new Translation.Unknown("stripe payout of status posted"));
  }
}
