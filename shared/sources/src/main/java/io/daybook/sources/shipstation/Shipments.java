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
import java.time.Instant;
import java.util.Optional;

/** A shipment of version 1 with its carrier: {@code {"shipment":{…},"carrier":{…}}}. */
final class Shipments {
  private static final CurrencyCode USD = new CurrencyCode("USD");

  private Shipments() {}

  static Translation shipment(Field pulled, Origin origin) {
    Field shipment = pulled.at("shipment");
    Optional<Boolean> funded =
        pulled
            .maybe("carrier")
            .flatMap(carrier -> carrier.maybe("requiresFundedAccount"))
            .map(Field::flag);
    if (funded.isEmpty()) {
      return new Translation.Unknown("shipstation shipment of a carrier that is not connected");
    }
    CurrencyCode currency = currency(origin);
    Instant made = PacificTime.of(shipment.at("createDate"));
    Optional<Instant> voided =
        shipment.at("voided").flag()
            ? Optional.of(PacificTime.of(shipment.at("voidDate")))
            : Optional.empty();
    Sum cost = new Sum(currency).add(shipment.at("shipmentCost"));
    shipment.maybe("insuranceCost").ifPresent(cost::add);
    boolean isReturn = shipment.maybe("isReturnLabel").map(Field::flag).orElse(Boolean.FALSE);
    // A void that is dated before the label, by clocks that differ, is still the later state.
    Instant changed = voided.filter(at -> at.isAfter(made)).orElse(made);
    return Pulled.facts(
        new Label(
            origin,
            shipment.at("shipmentId").parse(Reference::new, "an id"),
            changed.toEpochMilli() + (voided.isPresent() ? 1 : 0),
            isReturn ? Purpose.RETURN : Purpose.OUTBOUND,
            funded.get() ? PaidFrom.WALLET : PaidFrom.ACCOUNT,
            currency,
            cost.minor(shipment.at("shipmentCost")),
            Optional.of(made),
            voided,
            Optional.empty(),
            OrderNumber.of(shipment, "orderNumber")
                .or(() -> OrderNumber.of(shipment, "orderKey"))));
  }

  /** The API tells no currency: it is that of the account, which says so at its end ({@code 12345-CAD}), or US dollars. */
  private static CurrencyCode currency(Origin origin) {
    String account = origin.account();
    int dash = account.lastIndexOf('-');
    String end = account.substring(dash + 1);
    return dash >= 0 && end.matches("[A-Z]{3}") ? new CurrencyCode(end) : USD;
  }
}
