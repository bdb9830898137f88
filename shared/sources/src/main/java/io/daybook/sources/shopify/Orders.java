package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.ShippingLine;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order, and what it carries with it.
 *
 * <p>The total is {@code total_price} ("before returns", shopify.dev Order.totalPriceSet): it stays as it is when lines
 * are refunded or removed, like the quantities ordered, and grows when an edit adds lines; so the parts of an {@link
 * OrderState} add up to it at every version.
 */
final class Orders {
  static final Name CREATED_AT = Name.of("created_at");
  static final Name PROCESSED_AT = Name.of("processed_at");
  static final Name UPDATED_AT = Name.of("updated_at");

  private static final Name NAME = Name.of("name");
  private static final Name TEST = Name.of("test");
  private static final Name CHANNEL = Name.of("source_name");
  private static final Name CANCELLED_AT = Name.of("cancelled_at");
  private static final Name CURRENCY = new Name("currency", "currencyCode");
  private static final Name PRESENTMENT =
      new Name("presentment_currency", "presentmentCurrencyCode");
  private static final Name TAXES_INCLUDED = Name.of("taxes_included");
  private static final Name TOTAL = Name.of("total_price_set");
  private static final Name LINES = Name.of("line_items");
  private static final Name SHIPPING = Name.of("shipping_lines");
  private static final Name QUANTITY = Name.of("quantity");
  private static final Name TRANSACTIONS = Name.of("transactions");
  private static final Name REFUNDS = Name.of("refunds");
  private static final Name FULFILMENTS = Name.of("fulfillments");

  private Orders() {}

  /** The order and its payments, edits, parcels and refunds, as far as they are told with it. */
  static List<Fact> facts(Told order, Origin origin) {
    OrderId id = new OrderId(order.id());
    List<Fact> facts = new ArrayList<>();
    facts.add(state(order, id, origin));
    order
        .maybeList(TRANSACTIONS)
        .forEach(one -> {
          Payments.payment(one, id, origin).ifPresent(facts::add);
          Cards.origin(one, id, origin).ifPresent(facts::add);
        });
    facts.addAll(Edits.agreed(order, id, origin));
    order
        .maybeList(FULFILMENTS)
        .forEach(one -> {
          Fulfilments.fulfilment(one, id, origin).ifPresent(facts::add);
          Fulfilments.delivery(one, id, origin).ifPresent(facts::add);
        });
    TaxBasis basis = order.at(TAXES_INCLUDED).flag() ? TaxBasis.INCLUDED : TaxBasis.EXCLUDED;
    order
        .maybeList(REFUNDS)
        .forEach(one -> Refunds.refund(one, id, origin, basis).ifPresent(facts::add));
    return facts;
  }

  private static OrderState state(Told order, OrderId id, Origin origin) {
    CurrencyCode currency = order.at(CURRENCY).currency();
    OrderLines reader =
        new OrderLines(currency, order.at(TAXES_INCLUDED).flag(), Jurisdictions.of(order));
    Set<String> tips = Tips.lines(order);
    List<OrderLine> lines = new ArrayList<>();
    long dutiesMinor = 0;
    for (Told line : order.list(LINES)) {
      if (!tips.contains(line.id()) && line.at(QUANTITY).count() != 0) {
        lines.add(reader.line(line));
        dutiesMinor = Math.addExact(dutiesMinor, reader.dutiesMinor(line));
      }
    }
    List<ShippingLine> shipping =
        order.list(SHIPPING).stream()
            .filter(line -> !isRemoved(line))
            .map(reader::shipping)
            .toList();
    Money total = order.shopMoney(TOTAL);
    if (!total.currency().equals(currency)) {
      throw new FieldProblem(
          order.at(TOTAL).path(), "an amount in the order's currency " + currency);
    }
    long tipMinor = Tips.received(order, currency);
    long allDutiesMinor = dutiesMinor;
    return order
        .field()
        .make(
            "an order whose tip, duties and total are at least 0",
            () ->
                new OrderState(
                        origin,
                        id,
                        order.at(UPDATED_AT).instant().toEpochMilli(),
                        order.at(NAME).text(),
                        when(order),
                        currency,
                        order.maybe(PRESENTMENT).map(Field::currency).orElse(currency),
                        lines,
                        shipping,
                        tipMinor,
                        allDutiesMinor,
                        total.minor(),
                        order.maybe(CANCELLED_AT).map(Field::instant),
                        order.maybe(TEST).map(Field::flag).orElse(Boolean.FALSE)
                            ? Mode.TEST
                            : Mode.LIVE)
                    .soldAt(channel(order), location(order)));
  }

  /** Such as {@code web}, {@code pos} or an app's number; the same in both dialects. */
  private static Optional<String> channel(Told order) {
    return order.maybe(CHANNEL).map(Field::text).filter(said -> !said.isBlank());
  }

  /** The place of a point of sale, where it was sold at one (GraphQL tells it since 2024-07). */
  private static Optional<String> location(Told order) {
    return switch (order.dialect()) {
      case WEBHOOK -> order.field().maybe("location_id").map(Told::id);
      case GRAPHQL -> order.field().maybe("retailLocation").map(at -> Told.id(at.at("id")));
    };
  }

  /** When it was processed, which for an order brought over from elsewhere is the day of the sale; else created. */
  static Instant when(Told told) {
    return told.maybe(PROCESSED_AT).orElseGet(() -> told.at(CREATED_AT)).instant();
  }

  /** Webhooks list shipping that an edit removed, GraphQL does not unless asked. */
  private static boolean isRemoved(Told shipping) {
    return shipping.field().maybe("is_removed").map(Field::flag).orElse(Boolean.FALSE);
  }
}
