package io.daybook.retrieval.stripe;

import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.Subscribed;
import io.daybook.retrieval.stripe.StripeApi.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Stripe's API. Its lists know when an object was created, not when it changed. What never changes is asked for by the
 * window itself; what has a life (payouts, disputes) from so long before it as that life lasts, and what is not new is
 * kept by nobody. The events of the last 30 days tell changes as webhooks would have; disputes come after them, for only
 * events know when a dispute was decided; charges too, for events are kept for 30 days and a first sweep may begin earlier.
 */
public final class StripeRetriever implements Retriever {
  private static final String BALANCE_TRANSACTIONS = "balance-transactions";
  private static final String PAYOUTS = "payouts";
  private static final String PAYOUT_TRANSACTIONS = "payout-transactions";
  private static final String EVENTS = "events";
  private static final String CHARGES = "charges";
  private static final String DISPUTES = "disputes";
  private static final String PAYOUT_REPORTS = "payout-reports";

  private static final int PAGE = 100;

  /** A payout arrives within a week, and can come back some days after. */
  private static final Duration PAYOUT_LIFE = Duration.ofDays(21);

  /** Card networks decide within about three months; 120 days leaves room for arbitration. */
  private static final Duration DISPUTE_LIFE = Duration.ofDays(120);

  /** The events that tell facts; Stripe takes at most 20 types. */
  private static final List<String> TYPES =
      List.of(
          "charge.succeeded",
          "charge.captured",
          "charge.updated",
          "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.closed",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated",
          "payout.created",
          "payout.updated",
          "payout.paid",
          "payout.failed",
          "payout.canceled",
          "payout.reconciliation_completed");

  @Override
  public String source() {
    return "stripe";
  }

  @Override
  public List<String> resources() {
    return List.of(
        BALANCE_TRANSACTIONS,
        PAYOUTS,
        PAYOUT_TRANSACTIONS,
        EVENTS,
        CHARGES,
        DISPUTES,
        PAYOUT_REPORTS);
  }

  @Override
  public Health health(Endpoint endpoint, String account) {
    return new AccountHealth(new StripeApi(endpoint)).of(account);
  }

  @Override
  public Subscribed subscribe(Endpoint endpoint, URI hook) {
    return new WebhookEndpoints(new StripeApi(endpoint), TYPES).check(hook);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    StripeApi api = new StripeApi(endpoint);
    return switch (request.resource()) {
      case BALANCE_TRANSACTIONS ->
          page(
              api,
              list("/v1/balance_transactions", request, Duration.ZERO)
                  .with("expand[]", "data.source"),
              StripeRetriever::transactionTopic);
      case PAYOUTS ->
          page(
              api,
              list("/v1/payouts", request, PAYOUT_LIFE)
                  .with("expand[]", "data.balance_transaction"),
              list -> "pull/payouts");
      case PAYOUT_TRANSACTIONS ->
          new PayoutTransactions(
                  api, earlier(request.changedFrom(), PAYOUT_LIFE), request.changedTo())
              .fetch(request.cursor());
      case EVENTS -> {
        Query query = list("/v1/events", request, Duration.ZERO);
        TYPES.forEach(type -> query.with("types[]", type));
        yield page(api, query, list -> "pull/events");
      }
      case CHARGES ->
          page(api, list("/v1/charges", request, Duration.ZERO), list -> "pull/charges");
      case DISPUTES ->
          page(api, list("/v1/disputes", request, DISPUTE_LIFE), list -> "pull/disputes");
      case PAYOUT_REPORTS ->
          new PayoutReports(
                  api, new ReportFile(endpoint), request.changedFrom(), request.changedTo())
              .fetch(request.cursor());
      case String other ->
          throw new IllegalArgumentException("Stripe has no resource '" + other + "'");
    };
  }

  private static Query list(String path, Request request, Duration before) {
    return Query.of(path, PAGE)
        .created(earlier(request.changedFrom(), before), request.changedTo())
        .after(request.cursor());
  }

  private static Instant earlier(Instant from, Duration before) {
    return from.isBefore(Instant.EPOCH.plus(before)) ? Instant.EPOCH : from.minus(before);
  }

  private static Fetched page(StripeApi api, Query query, Function<StripeList, String> topic) {
    return switch (api.list(query)) {
      case Answer.Failed failed -> failed.outcome();
      case Answer.Listed(StripeList list) ->
          new Fetched.Page(
              list.items().stream()
                  .map(item -> new PulledObject(topic.apply(list), item.id(), item.raw()))
                  .toList(),
              list.next());
    };
  }

  /**
   * A balance transaction does not say whether it is a test; its charge, payout or dispute does, its refund does not. All
   * that one key sees is of one mode, so one that says so speaks for the page.
   */
  private static String transactionTopic(StripeList list) {
    boolean isTest =
        list.items().stream()
            .anyMatch(item -> !item.tree().path("source").path("livemode").asBoolean(true));
    return isTest ? "pull/test-balance-transactions" : "pull/balance-transactions";
  }
}
