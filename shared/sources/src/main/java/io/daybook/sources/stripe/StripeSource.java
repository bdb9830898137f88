package io.daybook.sources.stripe;

import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stripe's webhooks and the objects of its sweep. */
public final class StripeSource implements Source {
  private final Verifier verifier = new StripeVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** An event tells its own type, so that its topic decides nothing; pulled objects go by theirs. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "pull/balance-transactions" ->
          pulled(body, told -> facts(BalanceTransactions.transaction(told, origin, Mode.LIVE)));
      case "pull/test-balance-transactions" ->
          pulled(body, told -> facts(BalanceTransactions.transaction(told, origin, Mode.TEST)));
      case "pull/payouts" -> pulled(body, told -> payout(told, origin));
      case "pull/payout-transactions" ->
          pulled(body, told -> facts(Payouts.manifest(told, origin)));
      case "pull/payout-reports" -> pulled(body, told -> PayoutReports.translate(told, origin));
      case "pull/disputes" -> pulled(body, told -> dispute(told, origin, Optional.empty()));
      case "pull/charges" -> pulled(body, told -> facts(Charges.charge(told, origin)));
      case "pull/events" -> pulled(body, told -> event(told, origin));
      case String other when other.startsWith("pull/") ->
          new Translation.Unknown("stripe topic " + other);
      case String other ->
          JsonTranslation.one(body, root -> event(new Told(unwrapped(root)), origin));
    };
  }

  /** EventBridge puts the event under {@code detail}. */
  private static Field unwrapped(Field root) {
    return root.maybe("detail").filter(detail -> detail.node().isObject()).orElse(root);
  }

  @Override
  public Optional<String> announced(String topic, byte[] body) {
    return topic.matches("v[12][.].*") ? ThinEvents.announced(body) : Optional.empty();
  }

  private static Translation event(Told event, Origin origin) {
    String kind = event.maybeText("object").orElse("");
    if (kind.equals(ThinEvents.OBJECT)) {
      return ThinEvents.translate(event, origin);
    }
    if (!kind.equals("event")) {
      return new Translation.Unknown("stripe message that is no event");
    }
    Optional<String> version = EventVersion.refusal(event);
    if (version.isPresent()) {
      return new Translation.Unknown(version.get());
    }
    if (event
        .maybeText("account")
        .filter(account -> !account.equals(origin.account()))
        .isPresent()) {
      return new Translation.Unknown("stripe event of an account that is not the connection's");
    }
    String type = event.text("type");
    Told object = new Told(event.field().at("data").at("object"));
    return switch (type) {
      case "charge.succeeded", "charge.captured", "charge.updated" ->
          facts(Charges.charge(object, origin));
      case "charge.dispute.closed" -> dispute(object, origin, Optional.of(event.time("created")));
      case "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated" ->
          dispute(object, origin, Optional.empty());
      case "payout.created",
          "payout.updated",
          "payout.paid",
          "payout.failed",
          "payout.canceled",
          "payout.reconciliation_completed" ->
          payout(object, origin);
      case String other when EventType.concernsNoMoney(other) -> facts(Optional.empty());
      case String other -> new Translation.Unknown("stripe event " + EventType.safe(other));
    };
  }

  private static Translation dispute(Told told, Origin origin, Optional<Instant> closed) {
    return Disputes.isKnown(told)
        ? facts(Disputes.dispute(told, origin, closed))
        : new Translation.Unknown(
            "stripe dispute of status " + EventType.safe(told.text("status")));
  }

  private static Translation payout(Told told, Origin origin) {
    return Payouts.isKnown(told)
        ? facts(Payouts.payout(told, origin))
        : new Translation.Unknown("stripe payout of status " + EventType.safe(told.text("status")));
  }

  private interface Reading {
    Translation translate(Told told);
  }

  /** One pulled object, or a message of several: if one of them tells no facts, that is what becomes of them all. */
  private static Translation pulled(byte[] body, Reading reading) {
    return JsonTranslation.one(
        body,
        root -> {
          List<Fact> told = new ArrayList<>();
          for (Field object : root.maybe("objects").map(Field::list).orElse(List.of(root))) {
            switch (reading.translate(new Told(object))) {
              case Translation.Facts facts -> told.addAll(facts.facts());
              case Translation.Unknown unknown -> {
                return unknown;
              }
              case Translation.Malformed malformed -> {
                return malformed;
              }
            }
          }
          return new Translation.Facts(told);
        });
  }

  private static Translation facts(Fact fact) {
    return new Translation.Facts(List.of(fact));
  }

  private static Translation facts(Optional<? extends Fact> fact) {
    return new Translation.Facts(List.copyOf(fact.stream().toList()));
  }
}
