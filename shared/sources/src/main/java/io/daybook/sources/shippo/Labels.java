package io.daybook.sources.shippo;

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
import java.util.Optional;

/** Transactions and refunds, each with the rate and the carrier account that they are of. */
final class Labels {
  private Labels() {}

  /** {@code {"transaction":{…},"rate":{…},"carrier_account":{…},"shipment":{…},"order":{…},"track":{…}}}. */
  static Translation bought(Field pulled, Origin origin) {
    Field transaction = pulled.at("transaction");
    return switch (transaction.at("status").text()) {
      case "SUCCESS", "REFUNDPENDING", "REFUNDREJECTED" -> label(pulled, origin, Optional.empty());
      // Not bought; and what is refunded, its refund tells, with the time.
      case "WAITING", "QUEUED", "ERROR", "REFUNDED" -> Pulled.facts();
      case String other ->
          new Translation.Unknown("shippo transaction of status " + TopLevel.safe(other));
    };
  }

  /** The same with {@code "refund":{…}}. */
  static Translation refunded(Field pulled, Origin origin) {
    Field refund = pulled.at("refund");
    return switch (refund.at("status").text()) {
      case "SUCCESS" -> label(pulled, origin, Optional.of(refund.at("object_updated").instant()));
      case "QUEUED", "PENDING", "ERROR" -> Pulled.facts();
      case String other ->
          new Translation.Unknown("shippo refund of status " + TopLevel.safe(other));
    };
  }

  private static Translation label(Field pulled, Origin origin, Optional<Instant> refundedAt) {
    Field transaction = pulled.at("transaction");
    if (transaction.maybe("test").map(Field::flag).orElse(Boolean.FALSE)) {
      return Pulled.facts();
    }
    Optional<Boolean> shippos =
        pulled
            .maybe("carrier_account")
            .flatMap(account -> account.maybe("is_shippo_account"))
            .map(Field::flag);
    if (shippos.isEmpty()) {
      return new Translation.Unknown("shippo label of a carrier account that is not connected");
    }
    Field rate = pulled.at("rate");
    CurrencyCode currency = rate.at("currency").currency();
    Instant made = transaction.at("object_created").instant();
    Instant changed = transaction.at("object_updated").instant();
    boolean isReturn =
        pulled
            .maybe("shipment")
            .flatMap(shipment -> shipment.maybe("extra"))
            .filter(extra -> extra.node().isObject())
            .flatMap(extra -> extra.maybe("is_return"))
            .map(Field::flag)
            .orElse(Boolean.FALSE);
    Optional<Instant> charged = isReturn ? scanned(pulled) : Optional.of(made);
    Instant version =
        List.of(changed, charged.orElse(made), refundedAt.orElse(made)).stream()
            .max(Instant::compareTo)
            .orElse(changed);
    return Pulled.facts(
        new Label(
            origin,
            transaction.at("object_id").parse(Reference::new, "an id"),
            version.toEpochMilli(),
            isReturn ? Purpose.RETURN : Purpose.OUTBOUND,
            // Shippo bills its own carriers' labels to the card on file, and the merchant's
            // carriers bill the others.
            shippos.get() ? PaidFrom.CARD : PaidFrom.ACCOUNT,
            currency,
            new Sum(currency).add(rate.at("amount")).minor(rate.at("amount")),
            charged,
            refundedAt,
            Optional.empty(),
            pulled
                .maybe("order")
                .flatMap(order -> OrderNumber.of(order, "order_number"))
                .or(() -> OrderNumber.of(transaction, "metadata"))));
  }

  /** A return label is charged when the carrier first has it, as its track tells (case 25). */
  private static Optional<Instant> scanned(Field pulled) {
    return pulled.maybe("track").stream()
        .flatMap(track -> track.maybeList("tracking_history").stream())
        .filter(step ->
            !List.of("UNKNOWN", "PRE_TRANSIT")
                .contains(step.maybe("status").map(Field::text).orElse("UNKNOWN")))
        .map(step -> step.at("status_date").instant())
        .min(Instant::compareTo);
  }
}
