package io.daybook.sources.shopify;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.Payout.Status;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutManifest.Item;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.util.List;

/** Payouts of Shopify Payments, and what they consist of. */
final class Payouts {
  private Payouts() {}

  static Payout payout(Field told, Origin origin) {
    Money net = told.at("net").money("amount", "currencyCode");
    boolean isWithdrawal = told.at("transactionType").text().equals("WITHDRAWAL");
    return new Payout(
        origin,
        new PayoutId(Told.id(told.at("id"))),
        status(told.at("status")),
        net.currency(),
        isWithdrawal ? Math.negateExact(Math.absExact(net.minor())) : net.minor(),
        told.at("issuedAt").instant(),
        told.maybe("externalTraceId")
            .filter(field -> !field.text().isBlank())
            .map(field -> field.parse(Reference::new, "a trace id")));
  }

  /** A chunk of a payout's transactions, as the retriever cut it. */
  static PayoutManifest manifest(Field told, Origin origin) {
    CurrencyCode currency = told.at("currency").currency();
    List<Item> items =
        told.list("transactions").stream()
            .map(field -> {
              BalanceTransaction one = BalanceTransactions.transaction(field, origin);
              if (!one.currency().equals(currency)) {
                throw field.expected("a transaction in the payout's currency " + currency);
              }
              return new Item(one.id(), one.movement(), one.amountMinor(), one.netMinor());
            })
            .toList();
    return told.make(
        "a chunk that is one of the chunks, of at most 500 transactions",
        () ->
            new PayoutManifest(
                origin,
                new PayoutId(Told.id(told.at("payoutId"))),
                told.at("total").integer(),
                told.at("chunk").count(),
                told.at("chunks").count(),
                currency,
                items));
  }

  private static Status status(Field status) {
    return switch (status.text()) {
      case "SCHEDULED" -> Status.PENDING;
      case "IN_TRANSIT" -> Status.IN_TRANSIT;
      case "PAID" -> Status.PAID;
      case "FAILED" -> Status.FAILED;
      case "CANCELED" -> Status.CANCELLED;
      case String other -> throw status.expected("a status of a payout, such as SCHEDULED or PAID");
    };
  }
}
