package io.daybook.sources.easypost;

import io.daybook.events.CurrencyCode;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.events.WalletTopUp;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.sources.Translation;
import io.daybook.sources.json.Field;
import io.daybook.sources.shipping.Pulled;
import io.daybook.sources.shipping.TopLevel;
import java.util.Locale;
import java.util.Optional;

/** What EasyPost's events tell, come as webhooks or pulled. */
final class Events {
  private static final CurrencyCode USD = new CurrencyCode("USD");

  private Events() {}

  static Translation event(Field event, Origin origin) {
    if (EasyPostSource.isTest(event)) {
      return Pulled.facts();
    }
    return switch (event.at("description").text()) {
      case "shipment.invoice.created", "shipment.invoice.updated" ->
          adjustment(event.at("result"), origin);
      case "payment.created" -> charged(event.at("result"), origin);
      case "payment.completed" -> Pulled.facts(topUp(event.at("result"), origin));
      // The sweep reads the shipment with it: a refund alone holds no amount.
      case "refund.successful" -> Pulled.facts();
      case String other when concernsNoMoney(other) -> Pulled.facts();
      case String other -> new Translation.Unknown("easypost event " + TopLevel.safe(other));
    };
  }

  private static boolean concernsNoMoney(String description) {
    return description.startsWith("tracker.")
        || description.startsWith("batch.")
        || description.startsWith("scan_form.")
        || description.startsWith("report.")
        || description.startsWith("pickup.")
        || description.startsWith("order.");
  }

  /** The carrier weighed again: the difference, from the wallet (case 21). */
  private static Translation adjustment(Field invoice, Origin origin) {
    if (invoice.maybe("amount").isEmpty() || invoice.maybe("shipment_id").isEmpty()) {
      return new Translation.Unknown("easypost shipment invoice without amount or shipment");
    }
    CurrencyCode currency = invoice.maybe("currency").map(Field::currency).orElse(USD);
    return Pulled.facts(
        new LabelAdjustment(
            origin,
            invoice.at("id").parse(Reference::new, "an id of at most 200 characters"),
            invoice.at("shipment_id").parse(Reference::new, "an id of at most 200 characters"),
            PaidFrom.WALLET,
            currency,
            signed(invoice.at("amount"), currency),
            invoice.at("created_at").instant()));
  }

  /** A card's charge is complete, a bank's transfer only begins. */
  private static Translation charged(Field payment, Origin origin) {
    String method =
        payment.maybe("source_type").map(Field::text).orElse("").toLowerCase(Locale.ROOT);
    if (method.contains("credit")) {
      return Pulled.facts(topUp(payment, origin));
    }
    return method.contains("bank")
        ? Pulled.facts()
        : new Translation.Unknown("easypost payment of unknown source");
  }

  private static WalletTopUp topUp(Field payment, Origin origin) {
    CurrencyCode currency = payment.maybe("currency").map(Field::currency).orElse(USD);
    return new WalletTopUp(
        origin,
        payment.at("id").parse(Reference::new, "an id of at most 200 characters"),
        currency,
        signed(payment.at("amount"), currency),
        payment.at("created_at").instant());
  }

  private static long signed(Field amount, CurrencyCode currency) {
    Optional<Long> minor = Optional.empty();
    try {
      minor = Optional.of(Money.ofMajor(amount.decimal(), currency).minor());
    } catch (ArithmeticException _) {
      // Said below.
    }
    return minor.orElseThrow(
        () -> amount.expected("an amount with at most " + Decimals.iso(currency) + " decimals"));
  }
}
