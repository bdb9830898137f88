package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.Origin;
import io.daybook.events.PayoutManifest;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.sources.Translation;
import io.daybook.sources.stripe.StripeSource;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeRetrieverTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");

  private final StripeRetriever retriever = new StripeRetriever();
  private StripeStandIn stripe;

  @BeforeEach
  void start() throws IOException {
    stripe = new StripeStandIn();
  }

  @AfterEach
  void stop() {
    stripe.close();
  }

  private Fetched fetch(String resource, Optional<String> cursor) {
    return retriever.fetch(stripe.endpoint(), new Request(resource, FROM, TO, cursor));
  }

  private Fetched.Page page(String resource, Optional<String> cursor) {
    return (Fetched.Page) fetch(resource, cursor);
  }

  private static String transaction(String id, String source) {
    return ("{'id':'%s','object':'balance_transaction','amount':100, 'created':1791200000,'currency':'usd','fee':0,"
            + "'fee_details':[],'net':100,'reporting_category':'charge','type':'charge','source':%s}")
        .formatted(id, source);
  }

  private static String payout(String id, String more) {
    return ("{'id':'%s','object':'payout','amount':100,'currency':'usd','created':1791200000,'livemode':true,"
            + "'automatic':true,'status':'paid','reconciliation_status':'completed'%s}")
        .formatted(id, more);
  }

  @Test
  void aPageIsTheObjectsByteForByteAndWhereTheNextBegins() {
    String first =
        transaction(
            "txn_2", "{'id':'ch_2','object':'charge','livemode':true,'name':'Köln { \\\\\\'} 字'}");
    stripe.listing(true, first, transaction("txn_1", "null"));

    Fetched.Page page = page("balance-transactions", Optional.empty());

    assertThat(page.next()).contains("txn_1");
    assertThat(page.objects()).extracting(PulledObject::id).containsExactly("txn_2", "txn_1");
    assertThat(page.objects())
        .extracting(PulledObject::topic)
        .containsOnly("pull/balance-transactions");
    assertThat(new String(page.objects().getFirst().json().toArray(), UTF_8))
        .isEqualTo(first.replace('\'', '"'));
  }

  @Test
  void theWindowTheCursorTheKeyAndTheVersionAreAskedWith() {
    stripe.listing(false);

    assertThat(page("balance-transactions", Optional.of("txn_9")).next()).isEmpty();

    StripeStandIn.Asked asked = stripe.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/balance_transactions");
    assertThat(asked.parameters())
        .containsEntry("created[gte]", List.of(Long.toString(FROM.getEpochSecond())))
        .containsEntry("created[lt]", List.of(Long.toString(TO.getEpochSecond())))
        .containsEntry("starting_after", List.of("txn_9"))
        .containsEntry("limit", List.of("100"))
        .containsEntry("expand[]", List.of("data.source"));
    assertThat(asked.authorization()).isEqualTo("Bearer sk_live_secret");
    assertThat(asked.version()).isEqualTo("2026-07-29.dahlia");
  }

  @ParameterizedTest
  @CsvSource({"payouts,/v1/payouts,21", "events,/v1/events,0", "disputes,/v1/disputes,120"})
  void whatHasALifeIsAskedForFromBeforeTheWindow(String resource, String path, long days) {
    stripe.listing(false, "{'id':'x_1','object':'x'}");

    assertThat(page(resource, Optional.empty()).objects())
        .extracting(PulledObject::topic)
        .containsExactly("pull/" + resource);

    StripeStandIn.Asked asked = stripe.asked().getFirst();
    assertThat(asked.path()).isEqualTo(path);
    assertThat(asked.parameters())
        .containsEntry(
            "created[gte]",
            List.of(Long.toString(FROM.minus(days, ChronoUnit.DAYS).getEpochSecond())));
  }

  @Test
  void eventsAreAskedForByTheTypesThatTellFacts() {
    stripe.listing(false);

    page("events", Optional.empty());

    assertThat(stripe.asked().getFirst().parameters().get("types[]"))
        .hasSizeLessThanOrEqualTo(20)
        .contains("charge.dispute.closed", "payout.reconciliation_completed");
  }

  @Test
  void anUnknownResourceIsABug() {
    assertThatThrownBy(() -> fetch("refunds", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("failure-other")
  void aPageOfATestKeyIsTold() {
    stripe.listing(
        false,
        transaction("txn_2", "{'id':'re_1'}"),
        transaction("txn_1", "{'id':'ch_1','livemode':false}"));

    PulledObject refund = page("balance-transactions", Optional.empty()).objects().getFirst();

    assertThat(translate(refund))
        .singleElement()
        .isInstanceOfSatisfying(
            BalanceTransaction.class, one -> assertThat(one.mode()).isEqualTo(Mode.TEST));
  }

  @Test
  @Tag("accounting-42")
  void aPayoutOfOnePageIsOneChunk() {
    stripe
        .listing(true, payout("po_2", ""))
        .listing(false, transaction("txn_2", "null"), transaction("txn_1", "null"));

    Fetched.Page page = page("payout-transactions", Optional.empty());

    assertThat(page.objects()).hasSize(1);
    assertThat(page.next()).contains("find|po_2");
    assertThat(translate(page.objects().getFirst()))
        .singleElement()
        .isInstanceOfSatisfying(
            PayoutManifest.class,
            manifest -> {
              assertThat(manifest.payout().value()).isEqualTo("po_2");
              assertThat(manifest.version()).isEqualTo(2);
              assertThat(manifest.items()).hasSize(2);
            });
    assertThat(stripe.asked().get(1).parameters())
        .containsEntry("payout", List.of("po_2"))
        .doesNotContainKey("created[gte]");
  }

  @Test
  void aPayoutOfSeveralPagesIsCountedAndThenTold() {
    String[] first = transactions(250, 151);
    String[] second = transactions(150, 51);
    String[] third = transactions(50, 1);
    stripe.listing(false, payout("po_1", ""));
    for (int pass = 0; pass < 2; pass++) {
      stripe.listing(true, first).listing(true, second).listing(false, third);
    }

    List<PayoutManifest> manifests = sweepPayouts();

    assertThat(manifests).extracting(PayoutManifest::chunk).containsExactly(1, 2, 3);
    assertThat(manifests).extracting(PayoutManifest::chunks).containsOnly(3);
    assertThat(manifests).extracting(PayoutManifest::version).containsOnly(250L);
    assertThat(
            manifests.stream()
                .flatMap(one -> one.items().stream())
                .map(PayoutManifest.Item::id)
                .distinct())
        .hasSize(250);
    assertThat(stripe.asked()).hasSize(7);
  }

  @Test
  void aListThatGrewWhileItWasToldIsCountedAgain() {
    String[] first = transactions(150, 51);
    stripe.listing(false, payout("po_1", ""));
    stripe.listing(true, first).listing(false, transactions(50, 2));
    stripe.listing(true, first).listing(false, transactions(50, 1));
    stripe.listing(true, first).listing(false, transactions(50, 1));
    stripe.listing(true, first).listing(false, transactions(50, 1));

    List<PayoutManifest> manifests = sweepPayouts();

    assertThat(manifests).extracting(PayoutManifest::version).containsExactly(149L, 150L, 150L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'automatic':true|'automatic':false",
        "'paid'|'pending'",
        "'paid'|'canceled'",
        "'completed'|'in_progress'",
        "'livemode':true|'livemode':false",
      })
  @Tag("failure-43")
  void aPayoutWithoutAWholeListIsPassedOver(String change) {
    String[] parts = change.split("\\|", -1);
    stripe.listing(true, payout("po_2", "").replace(parts[0], parts[1]));

    assertThat(fetch("payout-transactions", Optional.empty()))
        .isEqualTo(new Fetched.Page(List.of(), Optional.of("find|po_2")));
    assertThat(stripe.asked()).hasSize(1);
  }

  @Test
  void aWindowWithoutPayoutsEnds() {
    stripe.listing(false);

    assertThat(fetch("payout-transactions", Optional.empty()))
        .isEqualTo(new Fetched.Page(List.of(), Optional.empty()));
  }

  @Test
  void tooManyRequestsIsThrottled() {
    stripe.answering(
        429,
        "{\"error\":{\"type\":\"rate_limit_error\",\"code\":\"rate_limit\",\"message\":\"slow\"}}");

    assertThat(fetch("payouts", Optional.empty())).isInstanceOf(Fetched.Throttled.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401,invalid_request_error,api_key_expired",
        "403,invalid_request_error,more_permissions_required",
    "400,invalid_request_error,resource_missing", "404,invalid_request_error,resource_missing"
  })
  void aRefusalIsToldByItsCodeAndNeverByItsWords(int status, String type, String code) {
    stripe.answering(
        status,
        "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"Expired key sk_live_secret\"}}"
            .formatted(type, code));

    assertThat(fetch("payouts", Optional.empty()))
        .isEqualTo(new Fetched.Refused(status, code + ", request req_1"));
  }

  @Test
  void aFailingServerIsAskedThreeTimesAndThenUnavailable() {
    stripe.answering(503, "{\"error\":{\"type\":\"api_error\",\"message\":\"down\"}}");

    assertThat(fetch("payouts", Optional.empty())).isInstanceOf(Fetched.Unavailable.class);
    assertThat(stripe.asked()).hasSize(3);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    stripe.close();

    assertThat(fetch("payouts", Optional.empty()))
        .isEqualTo(new Fetched.Unavailable("no connection to Stripe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "[]",
        "{}",
        "{\"data\":{}}",
        "{\"data\":[{}],\"has_more\":false}",
        "{\"data\":[]"
      })
  void anAnswerThatIsNoListIsUnavailable(String body) {
    stripe.answering(200, body);

    assertThat(fetch("payouts", Optional.empty()))
        .isEqualTo(new Fetched.Unavailable("Stripe's answer is not a list of objects"));
  }

  private List<PayoutManifest> sweepPayouts() {
    List<PayoutManifest> manifests = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Fetched.Page page = page("payout-transactions", cursor);
      page.objects()
          .forEach(
              object -> translate(object).forEach(fact -> manifests.add((PayoutManifest) fact)));
      cursor = page.next();
    } while (cursor.isPresent());
    return manifests;
  }

  private static List<Fact> translate(PulledObject object) {
    return switch (new StripeSource()
        .translate(object.topic(), object.json().toArray(), new Origin("stripe", "acct_1"))) {
      case Translation.Facts told -> told.facts();
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  private static String[] transactions(int newest, int oldest) {
    return IntStream.iterate(newest, i -> i >= oldest, i -> i - 1)
        .mapToObj(i -> transaction("txn_" + i, "null"))
        .toArray(String[]::new);
  }
}
