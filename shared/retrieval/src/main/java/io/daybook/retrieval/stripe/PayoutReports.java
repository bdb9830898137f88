package io.daybook.retrieval.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.stripe.ReportFile.Read;
import io.daybook.retrieval.stripe.ReportPlace.Ask;
import io.daybook.retrieval.stripe.ReportPlace.Made;
import io.daybook.retrieval.stripe.StripeApi.Single;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stripe's own report of what its automatic payouts consist of (docs.stripe.com/reports/report-types/payout-reconciliation),
 * against which the lists of {@link PayoutTransactions} are held. Stripe makes a report when asked, which takes it minutes:
 * each step asks once and never waits. A report that may not be read, or that Stripe cannot make, fails no sweep.
 */
final class PayoutReports {
  static final String TOPIC = "pull/payout-reports";

  /** The report. Its intervals go by the day on which a payout arrives. */
  static final String REPORT = "payout_reconciliation.itemized.5";

  static final String TYPE_PATH = "/v1/reporting/report_types/" + REPORT;

  /** Reports take minutes, and hours at times. */
  private static final Duration USUALLY = Duration.ofMinutes(30);

  private static final String RUNS_PATH = "/v1/reporting/report_runs";

  /** Bounds the file: of 33,000 orders a day about 50 MB. */
  private static final Duration LONGEST = Duration.ofDays(14);

  private static final int UNAUTHORISED = 401;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StripeApi api;
  private final ReportFile file;
  private final Instant from;
  private final Instant to;

  PayoutReports(StripeApi api, ReportFile file, Instant from, Instant to) {
    this.api = api;
    this.file = file;
    this.from = from;
    this.to = to;
  }

  /** One step on. */
  Fetched fetch(Optional<String> cursor) {
    return switch (cursor.map(ReportPlace::parse).orElse(new Ask(from))) {
      case Ask ask -> ask(ask.from());
      case Made made -> made(made);
    };
  }

  /** Only of days for which Stripe has all data: what is later comes with the next sweep. */
  private Fetched ask(Instant begin) {
    return switch (api.get(TYPE_PATH)) {
      case Single.Failed(Fetched outcome) -> unlessForbidden(outcome, end());
      case Single.Found(JsonNode type) -> {
        Instant start = later(begin, seconds(type, "data_available_start"));
        // One second before the end of the data, as docs.stripe.com/api/reporting/report_run has
        // it.
        Instant end =
            earlier(
                earlier(start.plus(LONGEST), to),
                seconds(type, "data_available_end").minusSeconds(1));
        yield start.isBefore(end) ? run(start, end) : end();
      }
    };
  }

  private Fetched run(Instant start, Instant end) {
    Form form =
        new Form()
            .with("report_type", REPORT)
            .with("parameters[interval_start]", Long.toString(start.getEpochSecond()))
            .with("parameters[interval_end]", Long.toString(end.getEpochSecond()))
            .with("parameters[columns]", ReportFile.COLUMNS);
    return switch (api.post(RUNS_PATH, form)) {
      case Single.Failed(Fetched outcome) -> unlessForbidden(outcome, end());
      case Single.Found(JsonNode run) ->
          new Fetched.Page(List.of(), Optional.of(new Made(run.path("id").asText(), end).text()));
    };
  }

  private Fetched made(Made place) {
    return switch (api.get(RUNS_PATH + "/" + place.run())) {
      case Single.Failed(Fetched outcome) -> unlessForbidden(outcome, after(place, List.of()));
      case Single.Found(JsonNode run) ->
          switch (run.path("status").asText()) {
            case "succeeded" -> succeeded(place, run);
            case "pending" ->
                new Fetched.Preparing("Stripe is making the report of its payouts", USUALLY);
            case String other -> after(place, List.of(failed(place)));
          };
    };
  }

  /** Test payouts are nobody's money. */
  private Fetched succeeded(Made place, JsonNode run) {
    if (!run.path("livemode").asBoolean(true)) {
      return after(place, List.of());
    }
    return switch (file.read(run.path("result").path("id").asText())) {
      case Read.Lines(List<PulledObject> payouts) -> after(place, payouts);
      case Read.Unreadable(String why) -> after(place, List.of(unreadable(place, why)));
      case Read.Failed(Fetched outcome) -> unlessForbidden(outcome, after(place, List.of()));
    };
  }

  /** What the key may not read, or is not there any more, is not compared; everything else is tried again. */
  private static Fetched unlessForbidden(Fetched outcome, Fetched otherwise) {
    return outcome instanceof Fetched.Refused(int status, _) && status != UNAUTHORISED
        ? otherwise
        : outcome;
  }

  private static PulledObject failed(Made place) {
    return object(place, MAPPER.createObjectNode().put("run", place.run()).put("status", "failed"));
  }

  private static PulledObject unreadable(Made place, String why) {
    return object(place, MAPPER.createObjectNode().put("run", place.run()).put("unreadable", why));
  }

  private static PulledObject object(Made place, ObjectNode json) {
    return new PulledObject(TOPIC, place.run(), Bytes.utf8(json.toString()));
  }

  private Fetched after(Made place, List<PulledObject> told) {
    return new Fetched.Page(
        told, place.to().isBefore(to) ? Optional.of(new Ask(place.to()).text()) : Optional.empty());
  }

  private static Fetched end() {
    return new Fetched.Page(List.of(), Optional.empty());
  }

  private static Instant seconds(JsonNode type, String name) {
    return Instant.ofEpochSecond(type.path(name).asLong());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
