package io.daybook.sources.shipstation;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Label;
import io.daybook.events.Label.Purpose;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.sources.Translation;
import io.daybook.sources.json.Field;
import io.daybook.sources.shipping.OrderNumber;
import io.daybook.sources.shipping.Pulled;
import io.daybook.sources.shipping.Sum;
import io.daybook.sources.shipping.TopLevel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A label of version 2 with its carrier, and its tracking if it is charged when the carrier takes it: {@code
 * {"label":{…},"carrier":{…},"tracking":{…}}}.
 */
final class Labels {
  /** What came back of a label. */
  private record Back(Instant at, Optional<Long> minor, int steps) {}

  private Labels() {}

  static Translation label(Field pulled, Origin origin) {
    Field label = pulled.at("label");
    return switch (label.at("status").text()) {
      // Not bought yet, or never.
      case "processing", "error" -> Pulled.facts();
      case "completed", "voided" -> bought(pulled, label, origin);
      case String other ->
          new Translation.Unknown("shipstation label of status " + TopLevel.safe(other));
    };
  }

  private static Translation bought(Field pulled, Field label, Origin origin) {
    Optional<Boolean> funded =
        pulled
            .maybe("carrier")
            .flatMap(carrier -> carrier.maybe("requires_funded_amount"))
            .map(Field::flag);
    if (funded.isEmpty()) {
      return new Translation.Unknown("shipstation label of a carrier that is not connected");
    }
    Field cost = label.at("shipment_cost");
    CurrencyCode currency = currency(cost);
    long minor = cost(label, cost, currency);
    Instant made = label.at("created_at").instant();
    Optional<Instant> charged = charged(pulled, label, made);
    Optional<Back> back = back(label, currency);
    Instant changed =
        List.of(made, charged.orElse(made), back.map(Back::at).orElse(made)).stream()
            .max(Instant::compareTo)
            .orElse(made);
    // A label tells no time of its last change: a step that has no time of its own comes after the
    // last that has.
    long version = changed.toEpochMilli() + back.map(Back::steps).orElse(0);
    return Pulled.facts(
        label.make(
            "a label whose refund is at most its cost",
            () ->
                new Label(
                    origin,
                    new Reference(label.at("label_id").id()),
                    version,
                    isReturn(label) ? Purpose.RETURN : Purpose.OUTBOUND,
                    funded.get() ? PaidFrom.WALLET : PaidFrom.ACCOUNT,
                    currency,
                    minor,
                    charged,
                    back.map(Back::at),
                    back.flatMap(Back::minor),
                    OrderNumber.of(label, "external_order_id")
                        .or(() -> OrderNumber.of(label, "external_shipment_id")))));
  }

  private static long cost(Field label, Field cost, CurrencyCode currency) {
    Sum sum = new Sum(currency).add(cost.at("amount"));
    Optional<Field> insurance =
        label
            .maybe("insurance_cost")
            .filter(premium -> premium.at("amount").decimal().signum() != 0);
    if (insurance.isPresent()) {
      if (!currency(insurance.get()).equals(currency)) {
        throw insurance.get().expected("an amount in " + currency + ", as the label's");
      }
      sum.add(insurance.get().at("amount"));
    }
    return sum.minor(cost);
  }

  private static CurrencyCode currency(Field money) {
    return money
        .at("currency")
        .parse(code -> new CurrencyCode(code.toUpperCase(Locale.ROOT)), "a currency such as usd");
  }

  private static boolean isReturn(Field label) {
    return label.maybe("is_return_label").map(Field::flag).orElse(Boolean.FALSE);
  }

  private static Optional<Instant> charged(Field pulled, Field label, Instant made) {
    boolean onAcceptance =
        label
            .maybe("charge_event")
            .map(Field::text)
            .filter("on_carrier_acceptance"::equals)
            .isPresent();
    if (!onAcceptance) {
      return Optional.of(made);
    }
    return pulled.maybe("tracking").stream()
        .flatMap(tracking -> tracking.maybeList("events").stream())
        .filter(event ->
            !List.of("NY", "UN").contains(event.maybe("status_code").map(Field::text).orElse("UN")))
        .map(event -> event.at("occurred_at").instant())
        .min(Instant::compareTo);
  }

  /** A void is refunded with it; one by Refund Assist only when the carrier approves it (case 22). */
  private static Optional<Back> back(Field label, CurrencyCode currency) {
    if (!label.maybe("voided").map(Field::flag).orElse(Boolean.FALSE)) {
      return Optional.empty();
    }
    Instant at = label.at("voided_at").instant();
    Optional<Field> assisted = label.maybe("refund_details");
    if (assisted.isEmpty()) {
      return Optional.of(new Back(at, Optional.empty(), 1));
    }
    Field status = assisted.get().at("refund_status");
    return switch (status.text()) {
      case "approved" -> {
        Optional<Field> credited = assisted.get().maybe("amount_credited");
        Optional<Long> minor =
            credited
                .or(() -> assisted.get().maybe("amount_approved"))
                .map(money -> new Sum(currency).add(money.at("amount")).minor(money));
        yield Optional.of(new Back(at, minor, credited.isPresent() ? 3 : 2));
      }
      case "request_scheduled", "pending", "rejected", "excluded" -> Optional.empty();
      case String _ -> throw status.expected("a status of a refund, such as pending or approved");
    };
  }
}
