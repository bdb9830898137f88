package io.daybook.sources.shopify;

import io.daybook.events.Fact;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import java.util.List;
import java.util.Optional;

/** Shopify's webhooks and the objects of its sweep. */
public final class ShopifySource implements Source {
  private final Verifier verifier = new ShopifyVerifier();

  @Override
  public Verifier verifier() {
    return verifier;
  }

  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return switch (topic) {
      case "orders/create",
          "orders/updated",
          "orders/paid",
          "orders/cancelled",
          "orders/fulfilled",
          "orders/partially_fulfilled" ->
          webhook(topic, body, order -> Orders.facts(order, origin));
      case "orders/edited" ->
          webhook(topic, body, edit -> list(Edits.committed(edit.field(), origin)));
      case "order_transactions/create" ->
          webhook(topic, body, payment -> list(Payments.payment(payment, order(payment), origin)));
      case "refunds/create" ->
          webhook(
              topic,
              body,
              refund -> list(Refunds.refund(refund, order(refund), origin, TaxBasis.UNTOLD)));
      case "fulfillments/create", "fulfillments/update" ->
          webhook(
              topic, body, parcel -> list(Fulfilments.fulfilment(parcel, order(parcel), origin)));
      case "disputes/create", "disputes/update" ->
          webhook(topic, body, dispute -> List.of(Disputes.dispute(dispute, origin)));
      case "pull/orders" ->
          pulled(body, order -> Orders.facts(new Told(order, Dialect.GRAPHQL), origin));
      case "inventory_items/create", "inventory_items/update" ->
          webhook(topic, body, told -> list(ItemCosts.cost(Dialect.WEBHOOK, told.field(), origin)));
      case "pull/disputes" ->
          pulled(
              body,
              dispute -> List.of(Disputes.dispute(new Told(dispute, Dialect.GRAPHQL), origin)));
      case "pull/balance-transactions" ->
          pulled(body, one -> List.of(BalanceTransactions.transaction(one, origin)));
      case "pull/payouts" -> pulled(body, payout -> List.of(Payouts.payout(payout, origin)));
      case "pull/payout-transactions" ->
          pulled(body, chunk -> List.of(Payouts.manifest(chunk, origin)));
      case "pull/item-costs" ->
          pulled(body, item -> list(ItemCosts.cost(Dialect.GRAPHQL, item, origin)));
      case String other when concernsNoMoney(other) ->
          JsonTranslation.one(body, root -> new Translation.Facts(List.of()));
      case String other -> new Translation.Unknown("shopify topic " + other);
    };
  }

  /** Understood, and nothing of it belongs in the books: people, products, and returns, which the refund tells. */
  private static boolean concernsNoMoney(String topic) {
    return topic.equals("app/uninstalled")
        || topic.equals("shop/redact")
        || topic.startsWith("customers/")
        || topic.startsWith("returns/")
        || topic.startsWith("products/");
  }

  private interface Reading {
    List<? extends Fact> facts(Told told);
  }

  /**
   * A webhook. One that was too large for its way comes as a stub, of an id or of a link alone: it is parked, and the
   * sweep finds what it was about.
   */
  private static Translation webhook(String topic, byte[] body, Reading reading) {
    return JsonTranslation.one(
        body,
        root ->
            isStub(root)
                ? new Translation.Unknown("shopify topic " + topic + " without its content")
                : new Translation.Facts(
                    List.copyOf(reading.facts(new Told(root, Dialect.WEBHOOK)))));
  }

  private static boolean isStub(Field root) {
    return root.maybe("payload_url").isPresent()
        || (root.node().size() == 1 && root.node().has("id"));
  }

  private interface PulledReading {
    List<? extends Fact> facts(Field told);
  }

  private static Translation pulled(byte[] body, PulledReading reading) {
    return JsonTranslation.pulled(body, reading::facts);
  }

  private static OrderId order(Told part) {
    return new OrderId(part.field().at("order_id").id());
  }

  private static <T extends Fact> List<T> list(Optional<T> fact) {
    return fact.stream().toList();
  }
}
