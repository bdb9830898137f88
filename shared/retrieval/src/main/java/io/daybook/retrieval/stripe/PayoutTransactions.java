package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.stripe.PayoutPlace.Count;
import io.daybook.retrieval.stripe.PayoutPlace.Find;
import io.daybook.retrieval.stripe.PayoutPlace.Reading;
import io.daybook.retrieval.stripe.PayoutPlace.Tell;
import io.daybook.retrieval.stripe.StripeApi.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each payout consists of, in chunks {@code {payout, currency, chunk, chunks, total, transactions}}. Only automatic
 * payouts keep that association ({@code FAILURES.md} 43), and only once Stripe has reconciled them is it whole.
 */
final class PayoutTransactions {
  static final String TOPIC = "pull/payout-transactions";

  /** Transactions a page and a chunk. */
  private static final int PAGE = 100;

  private static final Set<String> LEFT = Set.of("in_transit", "paid", "failed");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StripeApi api;
  private final Instant from;
  private final Instant to;

  PayoutTransactions(StripeApi api, Instant from, Instant to) {
    this.api = api;
    this.from = from;
    this.to = to;
  }

  /** One step on. */
  Fetched fetch(Optional<String> cursor) {
    return switch (cursor.map(PayoutPlace::parse).orElse(new Find(Optional.empty()))) {
      case Find find -> find(find);
      case Count count -> count(count);
      case Tell tell -> tell(tell);
    };
  }

  private Fetched find(Find place) {
    Query query = Query.of("/v1/payouts", 1).created(from, to).after(place.after());
    return switch (api.list(query)) {
      case Answer.Failed failed -> failed.outcome();
      case Answer.Listed(StripeList payouts) -> payouts.items().isEmpty() ? end() : found(payouts);
    };
  }

  private Fetched found(StripeList payouts) {
    StripeList.Item payout = payouts.items().getFirst();
    Reading reading =
        new Reading(payout.id(), payout.tree().path("currency").asText(), !payouts.hasMore());
    return hasWholeList(payout.tree())
        ? count(new Count(reading, 0, Optional.empty()))
        : after(reading, List.of());
  }

  private static boolean hasWholeList(JsonNode payout) {
    return payout.path("automatic").asBoolean()
        && payout.path("livemode").asBoolean(true)
        && LEFT.contains(payout.path("status").asText())
        && payout.path("reconciliation_status").asText("completed").equals("completed");
  }

  private Fetched count(Count place) {
    return switch (api.list(transactions(place.reading(), place.after()))) {
      case Answer.Failed failed -> failed.outcome();
      case Answer.Listed(StripeList page) -> counted(place, page);
    };
  }

  private static Fetched counted(Count place, StripeList page) {
    long counted = place.counted() + page.items().size();
    Reading reading = place.reading();
    if (page.hasMore()) {
      return on(List.of(), new Count(reading, counted, page.next()));
    }
    return place.counted() == 0
        ? after(reading, List.of(chunk(new Tell(reading, counted, 1, Optional.empty()), page)))
        : on(List.of(), new Tell(reading, counted, 1, Optional.empty()));
  }

  private Fetched tell(Tell place) {
    return switch (api.list(transactions(place.reading(), place.after()))) {
      case Answer.Failed failed -> failed.outcome();
      case Answer.Listed(StripeList page) -> told(place, page);
    };
  }

  private static Fetched told(Tell place, StripeList page) {
    boolean isLast = place.chunk() == chunks(place.total());
    long expected = isLast ? place.total() - (long) PAGE * (place.chunk() - 1) : PAGE;
    if (page.items().size() != expected || page.hasMore() == isLast) {
      // It grew since it was counted: what was told of this reading stays incomplete and is
      // superseded by the next.
      return on(List.of(), new Count(place.reading(), 0, Optional.empty()));
    }
    List<PulledObject> told = List.of(chunk(place, page));
    return isLast
        ? after(place.reading(), told)
        : on(told, new Tell(place.reading(), place.total(), place.chunk() + 1, page.next()));
  }

  private static Query transactions(Reading reading, Optional<String> after) {
    return Query.of("/v1/balance_transactions", PAGE)
        .with("payout", reading.payout())
        .with("expand[]", "data.source")
        .after(after);
  }

  private static PulledObject chunk(Tell place, StripeList page) {
    ObjectNode chunk = MAPPER.createObjectNode();
    chunk.put("payout", place.reading().payout()).put("currency", place.reading().currency());
    chunk
        .put("chunk", place.chunk())
        .put("chunks", chunks(place.total()))
        .put("total", place.total());
    ArrayNode transactions = chunk.putArray("transactions");
    for (StripeList.Item item : page.items()) {
      transactions.addRawValue(new RawValue(new String(item.raw().toArray(), UTF_8)));
    }
    return new PulledObject(
        TOPIC, place.reading().payout() + "/" + place.chunk(), Bytes.utf8(chunk.toString()));
  }

  /** At least one, so that a payout of nothing is told as well. */
  private static int chunks(long total) {
    return Math.toIntExact(Math.max(1, (total + PAGE - 1) / PAGE));
  }

  private static Fetched after(Reading reading, List<PulledObject> told) {
    return reading.isLast()
        ? new Fetched.Page(told, Optional.empty())
        : on(told, new Find(Optional.of(reading.payout())));
  }

  private static Fetched on(List<PulledObject> told, PayoutPlace next) {
    return new Fetched.Page(told, Optional.of(next.text()));
  }

  private static Fetched end() {
    return new Fetched.Page(List.of(), Optional.empty());
  }
}
