package io.daybook.sources.square;

import io.daybook.events.CashMovement;
import io.daybook.events.CashMovement.Kind;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shifts of the cash drawer with their events, as the retriever joined them: {@code {shift, events}}. Sales and refunds in
 * cash are told by orders, so that of the events only what was paid in and out counts (cases 68 to 71).
 */
final class Drawers {
  /** Cash sales name no drawer, so all cash of an account is one: 1020 without a qualifier (decision 35). */
  private static final String DRAWER = "";

  /** An account at the beginning of a reason, such as {@code 6060 milk}. */
  private static final Pattern ACCOUNT = Pattern.compile("([1-9][0-9]{3})(?:[^0-9].*)?");

  private Drawers() {}

  static List<Fact> shift(Told told, Origin origin) {
    Told shift = told.at("shift");
    List<Fact> facts = new ArrayList<>();
    for (Told event : told.list("events")) {
      String type = event.word("event_type");
      switch (type) {
        case "PAID_IN" -> facts.add(moved(event, origin, Kind.PAID_IN, Optional.empty()));
        case "PAID_OUT" -> facts.add(paidOut(event, origin));
        case "NO_SALE",
            "CASH_TENDER_PAYMENT",
            "OTHER_TENDER_PAYMENT",
            "CASH_TENDER_CANCELLED_PAYMENT",
            "OTHER_TENDER_CANCELLED_PAYMENT",
            "CASH_TENDER_REFUND",
            "OTHER_TENDER_REFUND" -> {}
        case String other -> throw Parked.word("square cash drawer event", other);
      }
    }
    switch (shift.word("state")) {
      case "OPEN", "ENDED" -> {}
      case "CLOSED" -> counted(shift, origin).ifPresent(facts::add);
      case String other -> throw Parked.word("square cash drawer state", other);
    }
    return facts;
  }

  /** What was paid out is told as a positive amount, and in a shift's sums as a negative one. */
  private static CashMovement paidOut(Told event, Origin origin) {
    String reason = event.maybeWord("description").orElse("").strip().toLowerCase(Locale.ROOT);
    Matcher account = ACCOUNT.matcher(reason);
    if (account.matches()) {
      return moved(event, origin, Kind.PAID_OUT, Optional.of(account.group(1)));
    }
    return switch (reason) {
      case "tips", "tip out", "tips paid" -> moved(event, origin, Kind.TIPS_PAID, Optional.empty());
      case "deposit", "bank", "bank deposit" -> moved(event, origin, Kind.BANKED, Optional.empty());
      case String other -> moved(event, origin, Kind.PAID_OUT, Optional.empty());
    };
  }

  private static CashMovement moved(
      Told event, Origin origin, Kind kind, Optional<String> account) {
    CurrencyCode currency = event.currency("event_money");
    long minor = Math.absExact(event.minor("event_money", currency));
    return movement(
        event,
        origin,
        event.id("id", Reference::new),
        kind,
        currency,
        minor,
        account,
        event.time("created_at"));
  }

  /** Counted less expected; nothing to tell of a drawer that is right. */
  private static Optional<CashMovement> counted(Told shift, Origin origin) {
    CurrencyCode currency = shift.currency("closed_cash_money");
    long minor =
        Math.subtractExact(
            shift.minor("closed_cash_money", currency),
            shift.minor("expected_cash_money", currency));
    return minor == 0
        ? Optional.empty()
        : Optional.of(
            movement(
                shift,
                origin,
                shift.id("id", id -> new Reference(id + "-counted")),
                Kind.COUNTED,
                currency,
                minor,
                Optional.empty(),
                shift.time("closed_at")));
  }

  private static CashMovement movement(
      Told told,
      Origin origin,
      Reference id,
      Kind kind,
      CurrencyCode currency,
      long minor,
      Optional<String> account,
      Instant at) {
    return told.field()
        .make(
            "a movement of cash",
            () -> new CashMovement(origin, id, DRAWER, kind, currency, minor, account, at));
  }
}
