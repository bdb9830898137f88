package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import io.daybook.events.PayoutId;
import io.daybook.events.ReportedPayout;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.sources.Translation;
import io.daybook.sources.stripe.StripeSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's own report of its payouts: asked for, waited for, and read. */
final class PayoutReportsTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-20T12:00:00Z");
  private static final String HEAD =
      "automatic_payout_id,balance_transaction_id,currency,gross,fee,net,reporting_category";

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

  private Fetched fetch(Optional<String> cursor) {
    return retriever.fetch(stripe.endpoint(), new Request("payout-reports", FROM, TO, cursor));
  }

  private StripeStandIn answering(String json) {
    return stripe.answering(200, json.replace('\'', '"'));
  }

  private StripeStandIn available(String to) {
    return answering(
        "{'id':'payout_reconciliation.itemized.5','data_available_start':1500000000,'data_available_end':%d}"
            .formatted(Instant.parse(to).getEpochSecond()));
  }

  private static String run(String status) {
    return "{'id':'frr_1','livemode':true,'status':'%s','result':{'id':'file_1','url':'https://evil.example/x'}}"
        .formatted(status);
  }

  /** All that a sweep is told, and the answer that ended it if that was no page. */
  private record Swept(List<PulledObject> objects, Optional<Fetched> other) {}

  private Swept sweep() {
    List<PulledObject> objects = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      switch (fetch(cursor)) {
        case Fetched.Page page -> {
          objects.addAll(page.objects());
          cursor = page.next();
        }
        case Fetched other -> {
          return new Swept(objects, Optional.of(other));
        }
      }
    } while (cursor.isPresent());
    return new Swept(objects, Optional.empty());
  }

  private static Translation translate(PulledObject object) {
    return new StripeSource()
        .translate(object.topic(), object.json().toArray(), new Origin("stripe", "acct_1"));
  }

  private static List<ReportedPayout> facts(Swept swept) {
    return swept.objects().stream()
        .flatMap(object -> ((Translation.Facts) translate(object)).facts().stream())
        .map(ReportedPayout.class::cast)
        .toList();
  }

  @Test
  void aReportIsAskedForOnceAndItsPayoutsAreTold() {
    available("2026-10-13T00:00:00Z");
    answering(run("pending"));
    answering(run("succeeded"));
    stripe.answering(
        200,
        HEAD
            + "\npo_1,txn_1,usd,100.00,3.20,96.80,charge\npo_2,txn_9,jpy,500,0,500,charge"
            + "\n\"po_1\",txn_2,usd,-10.5,0,-10.5,refund\npo_1,txn_3,usd,-86.3,0,-86.3,payout\n");
    available("2026-10-13T00:00:00Z");

    Swept swept = sweep();

    assertThat(swept.other()).isEmpty();
    List<ReportedPayout> facts = facts(swept);
    assertThat(facts).extracting(ReportedPayout::payout).containsExactly(id("po_1"), id("po_2"));
    assertThat(facts.getFirst().lines())
        .extracting(ReportedPayout.Line::netMinor)
        .containsExactly(9680L, -1050L);
    assertThat(facts.getLast().lines())
        .extracting(ReportedPayout.Line::netMinor)
        .containsExactly(500L);
    StripeStandIn.Asked asked = stripe.asked().get(1);
    assertThat(asked.path()).isEqualTo("/v1/reporting/report_runs");
    assertThat(asked.form())
        .containsEntry("report_type", List.of("payout_reconciliation.itemized.5"))
        .containsEntry("parameters[interval_start]", List.of(seconds("2026-10-01T00:00:00Z")))
        .containsEntry("parameters[interval_end]", List.of(seconds("2026-10-12T23:59:59Z")))
        .containsEntry("parameters[columns][0]", List.of("automatic_payout_id"));
    assertThat(stripe.asked().get(3).path()).isEqualTo("/v1/files/file_1/contents");
    assertThat(stripe.asked().get(3).authorization()).isEqualTo("Bearer sk_live_secret");
  }

  private static PayoutId id(String value) {
    return new PayoutId(value);
  }

  private static String seconds(String instant) {
    return Long.toString(Instant.parse(instant).getEpochSecond());
  }

  @Test
  void aLongWindowIsAskedForInIntervalsOfTwoWeeks() {
    for (String _ : List.of("first", "second")) {
      available("2026-11-01T00:00:00Z");
      answering(run("pending"));
      answering(run("succeeded"));
      stripe.answering(200, HEAD + "\n");
    }

    assertThat(sweep().objects()).isEmpty();

    assertThat(
            stripe.asked().stream()
                .filter(asked -> asked.path().endsWith("report_runs"))
                .map(asked -> asked.form().get("parameters[interval_start]")))
        .containsExactly(
            List.of(seconds("2026-10-01T00:00:00Z")), List.of(seconds("2026-10-15T00:00:00Z")));
  }

  @Test
  void aReportThatIsStillBeingMadeIsLeftToTheNextSweep() {
    available("2026-11-01T00:00:00Z");
    answering(run("pending"));
    answering(run("pending"));

    assertThat(sweep().other()).containsInstanceOf(Fetched.Preparing.class);

    Optional<String> cursor = Optional.of("made|frr_1|" + seconds("2026-10-20T12:00:00Z"));
    assertThat(fetch(cursor)).isInstanceOf(Fetched.Preparing.class);
    assertThat(stripe.asked().getLast().path()).isEqualTo("/v1/reporting/report_runs/frr_1");
  }

  @Test
  void daysOfWhichStripeHasNoDataYetAreNotAskedFor() {
    available("2026-10-01T00:00:00Z");

    assertThat(sweep()).isEqualTo(new Swept(List.of(), Optional.empty()));
    assertThat(stripe.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void aKeyThatMayNotRunReportsFailsNoSweep(int status) {
    stripe.answering(status, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"no\"}}");

    assertThat(sweep()).isEqualTo(new Swept(List.of(), Optional.empty()));
  }

  @Test
  void aKeyThatIsNotBelievedIsSaid() {
    stripe.answering(401, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"no\"}}");

    assertThat(sweep().other()).containsInstanceOf(Fetched.Refused.class);
  }

  @Test
  void aReportThatStripeCannotMakeIsParkedAndSaid() {
    available("2026-11-01T00:00:00Z");
    answering(run("pending"));
    answering(run("failed"));
    available("2026-10-01T00:00:00Z");

    assertThat(sweep().objects())
        .singleElement()
        .satisfies(object ->
            assertThat(translate(object))
                .isEqualTo(
                    new Translation.Unknown(
                        "stripe report of payouts that Stripe could not make: they are not compared with it")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"payout,net\n1,2\n", "", HEAD + "\npo_1,txn_1\n", "\"\n"})
  void aFileThatIsNoSuchReportIsParkedAndSaid(String file) {
    available("2026-11-01T00:00:00Z");
    answering(run("pending"));
    answering(run("succeeded"));
    stripe.answering(200, file);
    available("2026-10-01T00:00:00Z");

    assertThat(sweep().objects())
        .singleElement()
        .satisfies(object -> assertThat(translate(object)).isInstanceOf(Translation.Unknown.class));
  }

  @Test
  void aReportOfTestPayoutsTellsNothing() {
    available("2026-11-01T00:00:00Z");
    answering(run("pending"));
    answering(run("succeeded").replace("true", "false"));
    available("2026-10-01T00:00:00Z");

    assertThat(sweep()).isEqualTo(new Swept(List.of(), Optional.empty()));
  }

  @Test
  void aPayoutOfManyTransactionsIsToldInChunksThatMakeOneReading() {
    available("2026-10-13T00:00:00Z");
    answering(run("pending"));
    answering(run("succeeded"));
    stripe.answering(
        200,
        HEAD
            + IntStream.range(0, 1_201)
                .mapToObj(n -> "\npo_1,txn_%d,usd,1.00,0.00,1.00,charge".formatted(n))
                .collect(Collectors.joining()));
    available("2026-10-13T00:00:00Z");

    List<ReportedPayout> facts = facts(sweep());

    assertThat(facts).extracting(ReportedPayout::chunk).containsExactly(1, 2, 3);
    assertThat(ReportedPayout.lines(facts.reversed()))
        .hasValueSatisfying(lines -> assertThat(lines).hasSize(1_201));
    assertThat(ReportedPayout.lines(facts.subList(0, 2))).isEmpty();
  }

  @Test
  void anAmountThatDoesNotAddUpIsRefused() {
    available("2026-10-13T00:00:00Z");
    answering(run("pending"));
    answering(run("succeeded"));
    stripe.answering(200, HEAD + "\npo_1,txn_1,usd,100.00,3.20,96.81,charge\n");
    available("2026-10-13T00:00:00Z");

    assertThat(translate(sweep().objects().getFirst())).isInstanceOf(Translation.Malformed.class);
  }

  @Test
  void aCursorIsReadAsItWasWritten() {
    for (ReportPlace place :
        List.of(new ReportPlace.Ask(FROM), new ReportPlace.Made("frr_1", FROM))) {
      assertThat(ReportPlace.parse(place.text())).isEqualTo(place);
    }
    assertThat(new String("made|frr_1|1".getBytes(UTF_8), UTF_8))
        .isEqualTo(new ReportPlace.Made("frr_1", Instant.ofEpochSecond(1)).text());
  }
}
