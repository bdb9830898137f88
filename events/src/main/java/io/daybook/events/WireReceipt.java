package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A bank line is a customer's transfer or cheque for an order: found by what both carry, or confirmed by a person (cases 59
 * and 96). Concerns the bank line and the order.
 *
 * @param origin the bank account of the line
 * @param line the bank line
 * @param shop the shop of the order
 * @param order the order that it pays
 * @param payment the reference of the payment by which the shop told of it, if it did; else this tells the order
 * @param currency of the amounts
 * @param amountMinor what arrived, more than 0
 * @param feeMinor what a bank is known to have kept of it, at least 0
 * @param at when it arrived
 * @param by {@code reconcile}, or the person
 */
public record WireReceipt(
    Origin origin,
    BankLineId line,
    Origin shop,
    OrderId order,
    Optional<Reference> payment,
    CurrencyCode currency,
    long amountMinor,
    long feeMinor,
    Instant at,
    String by)
    implements Happening {
  /** Refuses an amount of 0 or less and a negative fee. */
  public WireReceipt {
    Amounts.requirePositive(amountMinor, "transfer");
    Amounts.requireNotNegative(feeMinor, "bank fee");
  }

  /** Under which bank line and order meet on 1100. */
  public Reference reference() {
    return payment.orElseGet(() -> new Reference("wire/" + line));
  }

  @Override
  public FactKey key() {
    return new FactKey("wire-receipt", origin, line.value());
  }

  @Override
  public Fact money() {
    return new WireReceipt(
        origin, line, shop, order, payment, currency, amountMinor, feeMinor, at, "");
  }
}
