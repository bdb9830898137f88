package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Invoice;
import io.daybook.events.OrderId;
import io.daybook.events.OrderPayment;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Invoices, joined with their orders, which alone know how they are paid: {@code {invoice, order}}. A paid one is a payment
 * with the invoice's tax as its figure (case 62), another one a claim (case 63).
 */
final class Invoices {
  private static final int OPEN = 1;
  private static final int PAID = 2;
  private static final int CANCELLED = 3;

  private final Told invoice;
  private final Origin origin;
  private final CurrencyCode currency;
  private final OrderId order;
  private final String id;

  private Invoices(Told invoice, Told order, Origin origin) {
    this.invoice = invoice;
    this.origin = origin;
    this.currency = Orders.currency(order);
    this.order = invoice.id("order_id", OrderId::new);
    this.id = "invoice-" + invoice.id("entity_id", String::new);
  }

  static List<Fact> invoice(Told told, Origin origin) {
    Told order = Joined.order(told, "invoice");
    Invoices invoices = new Invoices(told.at("invoice"), order, origin);
    Paying paying = Paying.of(order);
    int state = told.at("invoice").field().at("state").decimal().intValueExact();
    return switch (state) {
      case OPEN -> List.of(invoices.claim(Invoice.Claim.CANCELLABLE, Optional.empty()));
      case PAID -> invoices.paid(paying);
      case CANCELLED ->
          List.of(
              invoices.claim(
                  Invoice.Claim.CANCELLABLE, Optional.of(invoices.invoice.time("updated_at"))));
      default -> throw Parked.word("magento invoice state", Integer.toString(state));
    };
  }

  private List<Fact> paid(Paying paying) {
    long total = invoice.minor("base_grand_total", currency);
    long tax = invoice.maybeMinor("base_tax_amount", currency);
    List<Fact> facts = new ArrayList<>();
    for (Promise promise : Promise.values()) {
      long minor = invoice.extended(promise.used(), currency);
      if (minor > 0) {
        String part = id + "-" + promise.suffix();
        facts.add(
            payment(
                part,
                new Paying.Money(promise.gateway(), promise.tender()),
                minor,
                new Reference(part),
                Optional.empty()));
      }
    }
    // With several tenders the shares of the tax are the order's, cumulatively rounded.
    Optional<Long> figure = facts.isEmpty() ? Optional.of(tax) : Optional.empty();
    if (total != 0) {
      facts.add(
          switch (paying) {
            case Paying.Money money ->
                payment(
                    id,
                    money,
                    total,
                    Paying.transaction(invoice).orElseGet(() -> new Reference(id)),
                    figure);
            case Paying.OnAccount _ -> claim(Invoice.Claim.DUE, Optional.empty());
          });
    }
    return facts;
  }

  private OrderPayment payment(
      String part, Paying.Money money, long minor, Reference reference, Optional<Long> tax) {
    return invoice
        .field()
        .make(
            "an invoice above 0",
            () ->
                new OrderPayment(
                    origin,
                    new TransactionId(part),
                    order,
                    money.gateway(),
                    currency,
                    minor,
                    // The only time of an invoice that never changes.
                    invoice.time("created_at"),
                    reference,
                    Optional.of(money.tender()),
                    tax,
                    Optional.empty()));
  }

  private Invoice claim(Invoice.Claim claim, Optional<Instant> cancelledAt) {
    long tax = invoice.maybeMinor("base_tax_amount", currency);
    long net = Math.subtractExact(invoice.minor("base_grand_total", currency), tax);
    return invoice
        .field()
        .make(
            "an invoice of at least 0",
            () ->
                new Invoice(
                    origin,
                    new TransactionId(id),
                    order,
                    invoice.time("updated_at").toEpochMilli(),
                    invoice.time("created_at"),
                    cancelledAt,
                    currency,
                    net,
                    tax,
                    claim));
  }
}
