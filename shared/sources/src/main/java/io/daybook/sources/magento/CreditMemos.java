package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credit memos, joined with their orders: {@code {creditmemo, order}}. The memo's totals are taken as given, the tax on
 * shipping and the last cent follow from them (case 65, {@code FAILURES.md} 28).
 */
final class CreditMemos {
  private static final int OPEN = 1;
  private static final int REFUNDED = 2;
  private static final int CANCELLED = 3;

  private final Told memo;
  private final Told order;
  private final CurrencyCode currency;
  private final Items items;

  private CreditMemos(Told memo, Told order) {
    this.memo = memo;
    this.order = order;
    this.currency = Orders.currency(order);
    this.items = new Items(order, currency);
  }

  /** Nothing while it is open: a refund is granted once. */
  static List<Fact> memo(Told told, Origin origin) {
    Told order = Joined.order(told, "creditmemo");
    Told memo = told.at("creditmemo");
    int state = memo.field().at("state").decimal().intValueExact();
    return switch (state) {
      case OPEN, CANCELLED -> List.of();
      case REFUNDED -> List.of(new CreditMemos(memo, order).refund(origin));
      default -> throw Parked.word("magento credit memo state", Integer.toString(state));
    };
  }

  private Refund refund(Origin origin) {
    long positive = memo.size("base_adjustment_positive", currency);
    long fee = memo.size("base_adjustment_negative", currency);
    MemoParts parts = parts(positive, fee);
    return memo.field()
        .make(
            "a credit memo with amounts of at least 0",
            () ->
                new Refund(
                    origin,
                    memo.id("entity_id", RefundId::new),
                    memo.id("order_id", OrderId::new),
                    memo.time("created_at"),
                    currency,
                    parts.lines(),
                    parts.shippingMinor(),
                    parts.shippingTaxMinor(),
                    0,
                    0,
                    positive,
                    positive > 0 ? Optional.of(0L) : Optional.empty(),
                    payments(),
                    fee > 0 ? Optional.of(fee) : Optional.empty()));
  }

  private MemoParts parts(long positive, long fee) {
    List<Refund.Line> lines = new ArrayList<>();
    long discounts = 0;
    long compensation = 0;
    for (Told item : memo.list("items")) {
      Optional<Refund.Line> line = line(item);
      if (line.isPresent()) {
        lines.add(line.get());
        discounts = Math.addExact(discounts, item.size("base_discount_amount", currency));
      }
    }
    for (Wrapping wrapping : Wrapping.values()) {
      long net = memo.extended(wrapping.price(), currency);
      long tax = memo.extended(wrapping.tax(), currency);
      if (net > 0 || tax > 0) {
        lines.add(new Refund.Line(wrapping.line(), 1, net, tax, Restock.NONE));
      }
    }
    compensation =
        Math.addExact(
            compensation,
            memo.maybeMinor("base_shipping_discount_tax_compensation_amnt", currency));
    long offShipping =
        Math.max(
            0,
            Math.subtractExact(
                Math.subtractExact(memo.size("base_discount_amount", currency), discounts),
                compensation));
    long shipping =
        Math.max(
            0, Math.subtractExact(memo.maybeMinor("base_shipping_amount", currency), offShipping));
    long total = memo.minor("base_grand_total", currency);
    for (Promise promise : Promise.values()) {
      total = Math.addExact(total, memo.extended(promise.used(), currency));
    }
    long goods = Math.addExact(Math.subtractExact(total, positive), fee);
    return MemoParts.of(
        memo,
        lines,
        shipping,
        memo.maybeMinor("base_shipping_tax_amount", currency),
        memo.maybeMinor("base_tax_amount", currency),
        goods);
  }

  /** A child whose parent is the line, and a parent whose children are, bear no amount of their own. */
  private Optional<Refund.Line> line(Told told) {
    Items.Item item =
        items
            .find(told.id("order_item_id", String::new))
            .orElseThrow(
                () -> told.field().at("order_item_id").expected("the id of an item of the order"));
    int units = Units.of(told.decimal("qty"));
    if (!items.isLine(item) || units <= 0) {
      return Optional.empty();
    }
    long discount =
        Math.subtractExact(
            told.size("base_discount_amount", currency),
            told.maybeMinor("base_discount_tax_compensation_amount", currency));
    long net = Math.subtractExact(told.maybeMinor("base_row_total", currency), discount);
    long tax =
        Math.addExact(
            told.maybeMinor("base_tax_amount", currency),
            told.maybeMinor("base_weee_tax_applied_row_amnt", currency));
    // Magento does not tell what became of the goods.
    return Optional.of(
        told.field()
            .make(
                "an item with amounts of at least 0",
                () -> new Refund.Line(Items.line(item), units, net, tax, Restock.NONE)));
  }

  /** Offline, nothing went back yet: what is granted is owed. */
  private List<Refund.Payment> payments() {
    List<Refund.Payment> payments = new ArrayList<>();
    String id = "creditmemo-" + memo.id("entity_id", String::new);
    for (Promise promise : Promise.values()) {
      promised(payments, id, promise, memo.extended(promise.used(), currency));
    }
    long total = memo.minor("base_grand_total", currency);
    long asCredit = Math.min(total, memo.extended("bs_customer_bal_total_refunded", currency));
    if (asCredit > 0) {
      payments.add(payment(id + "-as-credit", Promise.STORE_CREDIT, asCredit));
    }
    long rest = total - asCredit;
    Optional<Reference> transaction = Paying.transaction(memo);
    if (rest > 0 && transaction.isPresent() && Paying.of(order) instanceof Paying.Money money) {
      payments.add(
          new Refund.Payment(
              new TransactionId(id),
              money.gateway(),
              rest,
              transaction.get(),
              Optional.of(money.tender()),
              Optional.empty()));
    }
    return payments;
  }

  private static void promised(
      List<Refund.Payment> payments, String id, Promise promise, long minor) {
    if (minor > 0) {
      payments.add(payment(id + "-" + promise.suffix(), promise, minor));
    }
  }

  private static Refund.Payment payment(String id, Promise promise, long minor) {
    return new Refund.Payment(
        new TransactionId(id),
        promise.gateway(),
        minor,
        new Reference(id),
        Optional.of(promise.tender()),
        Optional.empty());
  }
}
