package io.daybook.sources.easypost;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Label;
import io.daybook.events.Label.Purpose;
import io.daybook.events.LabelFraction;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.sources.Translation;
import io.daybook.sources.json.Field;
import io.daybook.sources.shipping.OrderNumber;
import io.daybook.sources.shipping.Pulled;
import io.daybook.sources.shipping.Sum;
import io.daybook.sources.shipping.Sum.Rounded;
import io.daybook.sources.shipping.TopLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bought shipment cost (cases 19, 20, 22, 25). */
final class Labels {
  /** EasyPost's fees are in dollars, whatever the rate is in. */
  private static final CurrencyCode FEES = new CurrencyCode("USD");

  /** What of a refund its label needs. */
  private record Back(Instant at) {}

  private Labels() {}

  /** A shipment as it is listed. */
  static Translation bought(Field shipment, Origin origin) {
    boolean isRefunded =
        shipment.maybe("refund_status").map(Field::text).filter("refunded"::equals).isPresent();
    // The refund tells it, with its own time; told from here it would move with every change of the
    // shipment.
    return isRefunded ? Pulled.facts() : labels(shipment, origin, Optional.empty());
  }

  /** A refund and its shipment: {@code {"refund":{…},"shipment":{…}}}. */
  static Translation refunded(Field pair, Origin origin) {
    Field refund = pair.at("refund");
    Field status = refund.at("status");
    return switch (status.text()) {
      case "refunded" ->
          labels(
              pair.at("shipment"),
              origin,
              Optional.of(new Back(refund.at("updated_at").instant())));
      // Nothing comes back yet, or never (case 22).
      case "submitted", "rejected", "not_applicable" -> Pulled.facts();
      case String other ->
          new Translation.Unknown("easypost refund of status " + TopLevel.safe(other));
    };
  }

  private static Translation labels(Field shipment, Origin origin, Optional<Back> back) {
    Field kind = shipment.at("object");
    if (!kind.text().equals("Shipment")) {
      throw kind.expected("Shipment");
    }
    Optional<Field> rate = shipment.maybe("selected_rate");
    if (EasyPostSource.isTest(shipment)
        || rate.isEmpty()
        || shipment.maybe("postage_label").isEmpty()) {
      return Pulled.facts();
    }
    String billing = rate.get().maybe("billing_type").map(Field::text).orElse("easypost");
    return switch (billing) {
      case "easypost" -> new Translation.Facts(fees(shipment, origin, back, ""));
      case "carrier" -> {
        List<Fact> told = new ArrayList<>(fees(shipment, origin, back, "-fees"));
        told.add(onAccount(shipment, rate.get(), origin, back));
        yield new Translation.Facts(told);
      }
      case String other ->
          new Translation.Unknown("easypost billing of type " + TopLevel.safe(other));
    };
  }

  /** From the wallet: what EasyPost charged. None if it charges nothing but what it has not charged yet. */
  private static List<Fact> fees(
      Field shipment, Origin origin, Optional<Back> back, String suffix) {
    Sum charged = new Sum(FEES);
    Sum expected = new Sum(FEES);
    Sum returned = new Sum(FEES);
    for (Field fee : shipment.maybeList("fees")) {
      boolean isCharged = fee.at("charged").flag();
      if (isCharged) {
        charged.add(fee.at("amount"));
      }
      expected.add(fee.at("amount"));
      if (isCharged && fee.at("refunded").flag()) {
        returned.add(fee.at("amount"));
      }
    }
    if (expected.isZero()) {
      return List.of();
    }
    boolean isCharged = !charged.isZero();
    Rounded cost = (isCharged ? charged : expected).rounded(shipment.at("fees"));
    // A refund is confirmed before its fees are marked: then all of it is on its way back.
    Optional<Rounded> part =
        back.isEmpty() || returned.isZero()
            ? Optional.empty()
            : Optional.of(returned.rounded(shipment.at("fees")));
    Label label =
        label(
            shipment,
            origin,
            suffix,
            PaidFrom.WALLET,
            FEES,
            cost.minor(),
            isCharged,
            back,
            part.map(Rounded::minor));
    return fraction(label, cost, part)
        .<List<Fact>>map(fraction -> List.of(label, fraction))
        .orElseGet(() -> List.of(label));
  }

  /** What the wallet lost beyond the label's whole cents, if it lost it. */
  private static Optional<LabelFraction> fraction(
      Label label, Rounded cost, Optional<Rounded> part) {
    long back = label.refundedAt().isEmpty() ? 0 : part.map(Rounded::part).orElse(cost.part());
    return label
        .chargedAt()
        .filter(_ -> cost.part() != 0 || back != 0)
        .map(at ->
            new LabelFraction(
                label.origin(),
                label.id(),
                label.version(),
                label.currency(),
                at,
                cost.part(),
                label.refundedAt(),
                back));
  }

  /** On the merchant's own account with the carrier: the rate, until the carrier bills it. */
  private static Label onAccount(Field shipment, Field rate, Origin origin, Optional<Back> back) {
    CurrencyCode currency = rate.at("currency").currency();
    return label(
        shipment,
        origin,
        "",
        PaidFrom.ACCOUNT,
        currency,
        new Sum(currency).add(rate.at("rate")).minor(rate.at("rate")),
        // A carrier charges a label that comes back when it is scanned.
        !isReturn(shipment) || scan(shipment).isPresent(),
        back,
        Optional.empty());
  }

  private static Label label(
      Field shipment,
      Origin origin,
      String suffix,
      PaidFrom from,
      CurrencyCode currency,
      long minor,
      boolean isCharged,
      Optional<Back> back,
      Optional<Long> returned) {
    Instant changed = shipment.at("updated_at").instant();
    Instant version = back.map(Back::at).filter(at -> at.isAfter(changed)).orElse(changed);
    Instant made = shipment.at("postage_label").at("created_at").instant();
    Instant charged = isReturn(shipment) ? scan(shipment).orElse(made) : made;
    return shipment.make(
        "a shipment that makes a label",
        () ->
            new Label(
                origin,
                new Reference(shipment.at("id").id() + suffix),
                version.toEpochMilli(),
                isReturn(shipment) ? Purpose.RETURN : Purpose.OUTBOUND,
                from,
                currency,
                minor,
                isCharged ? Optional.of(charged) : Optional.empty(),
                back.map(Back::at),
                returned,
                OrderNumber.of(shipment, "reference")));
  }

  private static boolean isReturn(Field shipment) {
    return shipment.maybe("is_return").map(Field::flag).orElse(Boolean.FALSE);
  }

  /** When the carrier first had it, as its tracker tells. */
  private static Optional<Instant> scan(Field shipment) {
    return shipment.maybe("tracker").stream()
        .flatMap(tracker -> tracker.maybeList("tracking_details").stream())
        .filter(detail ->
            !List.of("pre_transit", "unknown", "error")
                .contains(detail.maybe("status").map(Field::text).orElse("unknown")))
        .map(detail -> detail.at("datetime").instant())
        .min(Instant::compareTo);
  }
}
