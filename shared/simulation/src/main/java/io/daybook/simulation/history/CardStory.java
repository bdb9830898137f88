package io.daybook.simulation.history;

import io.daybook.events.CardOrigin;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One thing is bought with a gift card, which came to be in one way or another, and the rest by card. */
final class CardStory {
  private CardStory() {}

  /** The facts of such an order's life. */
  static List<Fact> of(OrderFacts life) {
    Random random = life.random;
    long gross = 200L + random.nextInt(20_000);
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross / 2);
    OrderLine line =
        new OrderLine(
            new LineId("line0"),
            Optional.of(new Sku("SKU-" + random.nextInt(Names.SKUS))),
            OrderLine.Kind.GOODS,
            1,
            gross,
            discount,
            life.taxes().of(gross - discount));
    OrderState order = life.placed(List.of(line), List.of(), 0, 0, Names.USD);
    life.now = life.now.plusSeconds(60);
    long byCard = 1 + random.nextLong(line.netMinor());
    TransactionId payment = life.pay(byCard, OrderPayment.GIFT_CARD);
    origin(payment, byCard, life).ifPresent(life.facts::add);
    if (order.totalMinor() > byCard) {
      life.payByCard(order.totalMinor() - byCard, 0);
    }
    life.withheld(OrderTaxes.facilitated(line.taxes()));
    life.later(72);
    Instant _ = life.parcel(List.of(new Fulfilment.Shipped(line.id(), 1)));
    return life.facts;
  }

  /** Of some cards nobody tells where they came from. */
  private static Optional<CardOrigin> origin(TransactionId payment, long minor, OrderFacts life) {
    if (life.oneIn(5)) {
      return Optional.empty();
    }
    Random random = life.random;
    CardOrigin.Source source = List.of(CardOrigin.Source.values()).get(random.nextInt(5));
    long used = random.nextInt(5_000);
    long value = used + minor + random.nextInt(5_000);
    boolean below = source == CardOrigin.Source.SOLD && random.nextBoolean();
    boolean taxed = source == CardOrigin.Source.SOLD && random.nextBoolean();
    return Optional.of(
        new CardOrigin(
            Names.SHOP,
            payment,
            new OrderId(life.id),
            1,
            source,
            value,
            used,
            below ? random.nextLong(value / 4 + 1) : 0,
            taxed
                ? List.of(
                    new TaxAmount(new Jurisdiction("DE"), "0.19", random.nextLong(value / 5 + 1)))
                : List.of()));
  }
}
