package io.daybook.sources.shopify;

import io.daybook.events.CardOrigin;
import io.daybook.events.CardOrigin.Source;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the gift card of a payment came from, as the sweep says of it (rule A7). One that was bought is told by its order and
 * needs no word. One that a person issued in the admin was never sold: a discount when it is redeemed, and nothing before
 * (case 10). Of one that an app issued, or that was brought over from elsewhere, nobody knows.
 */
final class Cards {
  private static final String DEBIT = "GiftCardDebitTransaction";

  private Cards() {}

  static Optional<CardOrigin> origin(Told transaction, OrderId order, Origin shop) {
    Optional<Field> told = transaction.field().maybe("giftCard");
    if (told.isEmpty()
        || told.get().maybe("order").isPresent()
        || Payments.payment(transaction, order, shop).isEmpty()) {
      return Optional.empty();
    }
    Field card = told.get();
    Money value = money(card.at("initialValue"));
    if (value.minor() == 0) {
      return Optional.empty();
    }
    Instant at = Orders.when(transaction);
    return Optional.of(
        card.make(
            "a card whose value is above 0",
            () ->
                new CardOrigin(
                    shop,
                    new TransactionId(transaction.id()),
                    order,
                    card.at("createdAt").instant().toEpochMilli(),
                    card.at("issued").flag() ? Source.PROMO : Source.UNKNOWN,
                    value.minor(),
                    usedBefore(card, at),
                    0,
                    List.of())));
  }

  private static long usedBefore(Field card, Instant at) {
    return card.at("transactions").list("nodes").stream()
        .filter(used -> used.at("__typename").text().equals(DEBIT))
        .filter(used -> used.at("processedAt").instant().isBefore(at))
        .mapToLong(used -> Math.absExact(money(used.at("amount")).minor()))
        .reduce(0, Math::addExact);
  }

  private static Money money(Field field) {
    return field.money("amount", "currencyCode");
  }
}
