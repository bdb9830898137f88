package io.daybook.sources.stripe;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Exchanged;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.Payout.Status;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutManifest.Item;
import io.daybook.events.Reference;
import io.daybook.sources.json.Field;
import java.util.List;
import java.util.Optional;

/** Payouts, and what they consist of. */
final class Payouts {
  private Payouts() {}

  static Optional<Payout> payout(Told told, Origin origin) {
    if (told.isTest()) {
      return Optional.empty();
    }
    return Optional.of(
        new Payout(
            origin,
            told.id(PayoutId::new),
            status(told.field().at("status")),
            told.currency(),
            told.minor("amount"),
            told.time("created"),
            trace(told),
            taken(told)));
  }

  /** Whether a status is one of Stripe's that this version knows. */
  static boolean isKnown(Told told) {
    return maybeStatus(told.text("status")).isPresent();
  }

  /** What left the balance, if that is in another currency: its own transaction says, once it is expanded. */
  private static Optional<Exchanged> taken(Told told) {
    return told.expanded("balance_transaction")
        .filter(moved -> !moved.currency().equals(told.currency()))
        .map(moved -> new Exchanged(moved.currency(), Math.negateExact(moved.minor("amount"))));
  }

  /**
   * A chunk of a payout's balance transactions, as the retriever cut it: {@code {payout, currency, chunk, chunks, total,
   * transactions}}. The payout's own line is left out.
   */
  static PayoutManifest manifest(Told told, Origin origin) {
    PayoutId payout =
        told.field().at("payout").parse(PayoutId::new, "an id of at most 200 characters");
    CurrencyCode currency = currency(told);
    List<Item> items =
        told.field().list("transactions").stream()
            .map(transaction -> transaction(transaction, origin, currency))
            .filter(
                one -> one.movement() != Movement.PAYOUT || !one.source().equals(payout.value()))
            .map(one -> new Item(one.id(), one.movement(), one.amountMinor(), one.netMinor()))
            .toList();
    return told.field()
        .make(
            "a chunk that is one of the chunks, of at most 500 transactions",
            () ->
                new PayoutManifest(
                    origin,
                    payout,
                    told.field().at("total").integer(),
                    told.field().at("chunk").count(),
                    told.field().at("chunks").count(),
                    currency,
                    items));
  }

  /** The balance's, which may be another than the payout's: that of the transactions, all of them. */
  private static CurrencyCode currency(Told told) {
    return told.field().list("transactions").stream()
        .findFirst()
        .map(first -> new Told(first).currency())
        .orElseGet(told::currency);
  }

  private static BalanceTransaction transaction(Field field, Origin origin, CurrencyCode currency) {
    BalanceTransaction one = BalanceTransactions.transaction(new Told(field), origin, Mode.LIVE);
    if (!one.currency().equals(currency)) {
      throw field.expected("a transaction in the currency of the others, " + currency);
    }
    return one;
  }

  private static Status status(Field status) {
    return maybeStatus(status.text())
        .orElseThrow(() -> status.expected("a status of a payout, such as pending or paid"));
  }

  private static Optional<Status> maybeStatus(String word) {
    return switch (word) {
      case "pending" -> Optional.of(Status.PENDING);
      case "in_transit" -> Optional.of(Status.IN_TRANSIT);
      case "paid" -> Optional.of(Status.PAID);
      case "failed" -> Optional.of(Status.FAILED);
      case "canceled" -> Optional.of(Status.CANCELLED);
      case String other -> Optional.empty();
    };
  }

  /**
   * The bank's trace id where Stripe knows it. Else the descriptor, of a payout that the merchant made: automatic ones all
   * carry the same, which would prove nothing.
   */
  private static Optional<Reference> trace(Told told) {
    Optional<String> id = told.expanded("trace_id").flatMap(trace -> trace.maybeText("value"));
    Optional<String> descriptor =
        told.flag("automatic") ? Optional.empty() : told.maybeText("statement_descriptor");
    return id.or(() -> descriptor)
        .map(text ->
            told.field()
                .make(
                    "a trace id or descriptor of at most 200 characters",
                    () -> new Reference(text)));
  }
}
