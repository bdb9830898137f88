package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Exchanged;
import io.daybook.events.Gateway;
import io.daybook.events.OrderId;
import io.daybook.events.OrderPayment;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.util.Optional;

/**
 * Payment transactions of an order. A webhook gives their amount in the currency of the payment only, so that one whose
 * currency is not the shop's is left to the sweep ({@code FAILURES.md} 31).
 */
final class Payments {
  private static final String SHOPIFY_PAYMENTS = "shopify_payments";
  private static final String UNKNOWN = "unknown";
  private static final String CASH = "cash";

  private static final Name KIND = Name.of("kind");
  private static final Name STATUS = Name.of("status");
  private static final Name TEST = Name.of("test");
  private static final Name GATEWAY = Name.of("gateway");
  private static final Name AUTHORIZATION = new Name("authorization", "authorizationCode");

  private Payments() {}

  /** The payment, if the transaction is a successful sale or capture of real money (case 73). */
  static Optional<OrderPayment> payment(Told transaction, OrderId order, Origin origin) {
    String kind = transaction.word(KIND);
    if (!(kind.equals("sale") || kind.equals("capture"))
        || !transaction.word(STATUS).equals("success")) {
      return Optional.empty();
    }
    Optional<Money> paid = isTest(transaction) ? Optional.empty() : amount(transaction);
    return paid.filter(money -> money.minor() != 0)
        .map(money ->
            transaction
                .field()
                .make(
                    "a payment above 0",
                    () ->
                        new OrderPayment(
                            origin,
                            new TransactionId(transaction.id()),
                            order,
                            gateway(transaction),
                            money.currency(),
                            money.minor(),
                            Orders.when(transaction),
                            reference(transaction),
                            tender(transaction),
                            Optional.empty(),
                            Optional.empty(),
                            presentment(transaction, money.currency()),
                            drawer(transaction))));
  }

  /** What the customer paid in his own currency, which only the pulled form tells: metadata. */
  private static Optional<Exchanged> presentment(Told transaction, CurrencyCode shop) {
    return switch (transaction.dialect()) {
      case GRAPHQL ->
          transaction
              .field()
              .maybe("amountSet")
              .flatMap(set -> set.maybe("presentmentMoney"))
              .map(money -> money.money("amount", "currencyCode"))
              .filter(money -> !money.currency().equals(shop))
              .map(money -> new Exchanged(money.currency(), money.minor()));
      case WEBHOOK -> Optional.empty();
    };
  }

  /** Shopify POS calls the drawer's money "cash"; all other names are gateways' or the merchant's own. */
  static Optional<Tender> tender(Told transaction) {
    return gateway(transaction).value().equals(CASH) ? Optional.of(Tender.CASH) : Optional.empty();
  }

  /** Of cash, the location of the point of sale that took it; only with a scope does the sweep tell it. */
  static Optional<String> drawer(Told transaction) {
    if (tender(transaction).isEmpty()) {
      return Optional.empty();
    }
    return switch (transaction.dialect()) {
      case WEBHOOK -> transaction.field().maybe("location_id").map(Told::id);
      case GRAPHQL -> transaction.field().maybe("location").map(at -> Told.id(at.at("id")));
    };
  }

  static boolean isTest(Told transaction) {
    return transaction.maybe(TEST).map(Field::flag).orElse(Boolean.FALSE);
  }

  static boolean isKind(Told transaction, String kind) {
    return transaction.word(KIND).equals(kind);
  }

  /** Whether it did not and will not happen. */
  static boolean hasFailed(Told transaction) {
    String status = transaction.word(STATUS);
    return status.equals("failure") || status.equals("error");
  }

  static Gateway gateway(Told transaction) {
    return transaction
        .maybe(GATEWAY)
        .filter(field -> !field.text().isBlank())
        .map(field -> field.parse(Gateway::new, "a gateway's name"))
        .orElseGet(() -> new Gateway(UNKNOWN));
  }

  /**
   * What the processor knows the payment by: Shopify Payments' ledger names the shop's transaction, other gateways give
   * the shop an id of theirs (Stripe's charge or refund).
   */
  static Reference reference(Told transaction) {
    if (gateway(transaction).value().equals(SHOPIFY_PAYMENTS)) {
      return new Reference(transaction.id());
    }
    return transaction
        .maybe(AUTHORIZATION)
        .filter(field -> !field.text().isBlank())
        .map(field -> field.parse(Reference::new, "the gateway's id of the payment"))
        .orElseGet(() -> new Reference(transaction.id()));
  }

  /** The amount in the shop's money, if it is told. */
  static Optional<Money> amount(Told transaction) {
    return switch (transaction.dialect()) {
      case GRAPHQL -> Optional.of(transaction.shopMoney(new Name("", "amountSet")));
      case WEBHOOK -> {
        Money paid = transaction.field().money("amount", "currency");
        yield shopCurrency(transaction.field()).orElse(paid.currency()).equals(paid.currency())
            ? Optional.of(paid)
            : Optional.empty();
      }
    };
  }

  /** The shop's currency, which only this set tells; here, unlike elsewhere, it is called {@code currency}. */
  private static Optional<CurrencyCode> shopCurrency(Field transaction) {
    return transaction
        .maybe("total_unsettled_set")
        .flatMap(set -> set.maybe("shop_money"))
        .flatMap(money -> money.maybe("currency").or(() -> money.maybe("currency_code")))
        .map(Field::currency);
  }
}
