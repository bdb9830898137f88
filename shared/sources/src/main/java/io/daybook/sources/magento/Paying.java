package io.daybook.sources.magento;

import io.daybook.events.Gateway;
import io.daybook.events.Reference;
import io.daybook.events.Tender;
import java.util.Optional;

/** How an order is paid. Methods are named by extensions, so that any name is one: a gateway, unless it is known here. */
sealed interface Paying {
  /** Magento's own method for cash on delivery. */
  String ON_DELIVERY = "cashondelivery";

  /** With money. */
  record Money(Gateway gateway, Tender tender) implements Paying {}

  /** On account: an invoice that is paid so is owed. */
  record OnAccount() implements Paying {}

  /** By the order's method of payment. */
  static Paying of(Told order) {
    String method = order.at("payment").word("method");
    return switch (method) {
      case ON_DELIVERY -> new Money(new Gateway(method), Tender.COD);
      case "banktransfer", "checkmo", "purchaseorder" ->
          new Money(new Gateway(method), Tender.WIRE);
      case "companycredit" -> new OnAccount();
      // Stripe's own module, whose money Stripe's ledger tells.
      case String stripe when stripe.startsWith("stripe_payments") ->
          new Money(new Gateway("stripe"), Tender.CARD);
      case String other -> new Money(order.at("payment").id("method", Gateway::new), Tender.CARD);
    };
  }

  /** What the processor knows a capture or refund by, without what Magento hangs on to keep its own apart. */
  static Optional<Reference> transaction(Told told) {
    return told.maybeId("transaction_id", String::new)
        .map(id -> id.replaceFirst("-(?:capture|refund|void|order|auth)(?:-[0-9]{1,6})?$", ""))
        .filter(id -> !id.isBlank())
        .map(Reference::new);
  }
}
