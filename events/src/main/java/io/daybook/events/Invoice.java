package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * An invoice of an order that nobody has paid yet, as platforms with invoices tell it (case 63). One that was captured is
 * an {@link OrderPayment}, with the invoice's tax as its figure (case 62).
 *
 * @param origin the shop
 * @param id the shop's id of the invoice
 * @param order the invoiced order
 * @param version the platform's time of last change, milliseconds since 1970
 * @param issuedAt when it was issued
 * @param cancelledAt when it was cancelled, if it was
 * @param currency the order's
 * @param netMinor invoiced without tax, at least 0
 * @param taxMinor the tax it shows, at least 0
 * @param claim what the merchant may ask for because of it
 */
public record Invoice(
    Origin origin,
    TransactionId id,
    OrderId order,
    long version,
    Instant issuedAt,
    Optional<Instant> cancelledAt,
    CurrencyCode currency,
    long netMinor,
    long taxMinor,
    Claim claim)
    implements State {
  /** What a merchant may ask for because of an invoice. */
  public enum Claim {
    /** Nothing yet: the customer may still cancel what was not sent. */
    CANCELLABLE,
    /** The price: it is due and cannot be cancelled. */
    DUE
  }

  /** Refuses negative amounts. */
  public Invoice {
    Amounts.requireNotNegative(netMinor, "invoiced net");
    Amounts.requireNotNegative(taxMinor, "invoiced tax");
  }

  @Override
  public FactKey key() {
    return new FactKey("invoice", origin, id.value());
  }
}
