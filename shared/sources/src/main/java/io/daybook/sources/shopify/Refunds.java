package io.daybook.sources.shopify;

import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refunds. Payments that failed are left out; pending ones count, for the shop owes them. A refund that says nothing of
 * money or goods is no fact, nor is one of test money.
 *
 * <p>Whether the lines' subtotals include tax no refund says. Its own figures decide: what was paid back is the sum of
 * the parts either with the tax on top or without it. Where that does not decide (nothing was paid back), the order
 * does; a refund that came without its order is then left to the order's own telling, which follows it.
 *
 * <p>Shopify gives no tip apart: a refunded tip is part of an adjustment.
 */
final class Refunds {
  private static final Name TRANSACTIONS = Name.of("transactions");

  private Refunds() {}

  static Optional<Refund> refund(Told refund, OrderId order, Origin origin, TaxBasis told) {
    List<Told> paid =
        refund.maybeList(TRANSACTIONS).stream()
            .filter(one -> Payments.isKind(one, "refund"))
            .filter(one -> !Payments.hasFailed(one))
            .toList();
    Optional<RefundMoney> currency = currency(refund, paid);
    if (currency.isEmpty() || paid.stream().anyMatch(Payments::isTest)) {
      return Optional.empty();
    }
    RefundMoney money = currency.get();
    List<Refund.Payment> payments = new ArrayList<>();
    for (Told one : paid) {
      Optional<Money> amount =
          Payments.amount(one).filter(given -> given.currency().equals(money.currency()));
      if (amount.isEmpty()) {
        // In the customer's currency only: the sweep tells it in the shop's.
        return Optional.empty();
      }
      if (amount.get().minor() != 0) {
        payments.add(payment(one, amount.get().minor()));
      }
    }
    RefundParts parts = RefundParts.of(refund, money);
    if (parts.isEmpty() && payments.isEmpty()) {
      return Optional.empty();
    }
    TaxBasis basis = basis(parts, payments, told);
    return basis == TaxBasis.UNTOLD
        ? Optional.empty()
        : Optional.of(fact(refund, order, origin, money, parts, basis, payments));
  }

  private static Refund fact(
      Told refund,
      OrderId order,
      Origin origin,
      RefundMoney money,
      RefundParts parts,
      TaxBasis basis,
      List<Refund.Payment> payments) {
    long shippingMinor =
        basis == TaxBasis.INCLUDED
            ? Math.subtractExact(parts.shippingMinor(), parts.shippingTaxMinor())
            : parts.shippingMinor();
    return refund
        .field()
        .make(
            "a refund whose shipping and duties are at least 0",
            () ->
                new Refund(
                    origin,
                    new RefundId(refund.id()),
                    order,
                    Orders.when(refund),
                    money.currency(),
                    parts.lines().stream().map(line -> line.fact(basis)).toList(),
                    shippingMinor,
                    parts.shippingTaxMinor(),
                    0,
                    parts.dutiesMinor(),
                    parts.adjustmentMinor(),
                    parts.adjustmentTaxMinor(),
                    payments));
  }

  private static Refund.Payment payment(Told transaction, long minor) {
    return transaction
        .field()
        .make(
            "a refund payment above 0",
            () ->
                new Refund.Payment(
                    new TransactionId(transaction.id()),
                    Payments.gateway(transaction),
                    minor,
                    Payments.reference(transaction),
                    Payments.tender(transaction),
                    Optional.empty(),
                    Payments.drawer(transaction)));
  }

  private static TaxBasis basis(RefundParts parts, List<Refund.Payment> payments, TaxBasis told) {
    long paidMinor =
        payments.stream().mapToLong(Refund.Payment::amountMinor).reduce(0, Math::addExact);
    if (parts.taxMinor() == 0 || paidMinor == parts.totalMinor()) {
      return TaxBasis.EXCLUDED;
    }
    return paidMinor == Math.subtractExact(parts.totalMinor(), parts.taxMinor())
        ? TaxBasis.INCLUDED
        : told;
  }

  private static Optional<RefundMoney> currency(Told refund, List<Told> paid) {
    return RefundParts.anyMoney(refund)
        .or(() -> refund.maybeShopMoney(Name.of("total_duties_set")))
        .or(() -> paid.stream().map(Payments::amount).flatMap(Optional::stream).findFirst())
        .map(money -> new RefundMoney(money.currency()));
  }
}
