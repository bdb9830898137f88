package io.daybook.sources.square;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.Payout.Status;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutManifest.Item;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Payouts, and what they consist of. Square lists no line of its own for money that leaves its balance: the payout is that
 * line, and a failed one the line that brings it back.
 */
final class Payouts {
  private Payouts() {}

  /** A payout, the money that left with it, and the money that came back if it failed (cases 42, 44, 46). */
  static List<Fact> payout(Told told, Origin origin) {
    PayoutId id = told.id("id", PayoutId::new);
    Status status = status(told.word("status"));
    CurrencyCode currency = told.currency("amount_money");
    long minor = told.minor("amount_money", currency);
    Instant createdAt = told.time("created_at");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Payout(
            origin,
            id,
            status,
            currency,
            minor,
            createdAt,
            told.maybeId("end_to_end_id", Reference::new)));
    facts.add(left(origin, id, Movement.PAYOUT, currency, Math.negateExact(minor), createdAt));
    if (status == Status.FAILED) {
      Instant failedAt = told.time("updated_at");
      facts.add(left(origin, id, Movement.PAYOUT_FAILURE, currency, minor, failedAt));
    }
    return facts;
  }

  private static BalanceTransaction left(
      Origin origin,
      PayoutId id,
      Movement movement,
      CurrencyCode currency,
      long minor,
      Instant at) {
    String suffix = movement == Movement.PAYOUT ? "" : "-returned";
    return new BalanceTransaction(
        origin,
        new TransactionId(id.value() + suffix),
        movement,
        movement == Movement.PAYOUT ? "payout" : "failed payout",
        currency,
        minor,
        List.of(),
        minor,
        at,
        id.value(),
        Optional.of(new Reference(id.value())),
        Optional.empty(),
        Mode.LIVE);
  }

  /**
   * A chunk of a payout's entries, as the retriever cut it: {@code {payout, chunk, chunks, total, entries}}. A payout of
   * the type SIMPLE has no entries: it takes a sum from the balance as it stands.
   */
  static List<Fact> entries(Told told, Origin origin) {
    Told payout = told.at("payout");
    PayoutId id = payout.id("id", PayoutId::new);
    CurrencyCode currency = payout.currency("amount_money");
    List<Fact> facts = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    switch (payout.maybeWord("type").orElse("BATCH")) {
      case "SIMPLE" -> {
        long minor = payout.minor("amount_money", currency);
        TransactionId fromBalance = new TransactionId(id.value() + "-balance");
        items.add(new Item(fromBalance, Movement.PAYOUT, minor, minor));
      }
      case "BATCH" -> {
        for (Told entry : told.list("entries")) {
          BalanceTransaction moved = PayoutEntries.entry(entry, origin, currency);
          items.add(new Item(moved.id(), moved.movement(), moved.amountMinor(), moved.netMinor()));
          if (!PayoutEntries.isEcho(entry)) {
            facts.add(moved);
          }
        }
      }
      case String other -> throw Parked.word("square payout type", other);
    }
    facts.add(manifest(told, origin, id, currency, items));
    return facts;
  }

  private static PayoutManifest manifest(
      Told told, Origin origin, PayoutId payout, CurrencyCode currency, List<Item> items) {
    return told.field()
        .make(
            "a chunk that is one of the chunks, of at most 500 entries",
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

  private static Status status(String word) {
    return switch (word) {
      case "PENDING" -> Status.PENDING;
      case "SENT" -> Status.IN_TRANSIT;
      case "PAID" -> Status.PAID;
      case "FAILED" -> Status.FAILED;
      case String other -> throw Parked.word("square payout status", other);
    };
  }
}
