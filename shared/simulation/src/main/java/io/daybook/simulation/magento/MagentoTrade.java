package io.daybook.simulation.magento;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.magento.MagentoObjects.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some orders of a shop, by seed: placed, cancelled, replaced, paid whole or in two invoices, shipped whole or in two
 * parcels, given back with adjustments; of simple goods, of configurable ones, of bundles. What the books come to is added
 * up on the way, by account number, a debit positive.
 */
public final class MagentoTrade {
  /** How the customers pay: a gateway without a feed. */
  public static final String METHOD = "paypal_express";

  /** Whom events are sent to. */
  public static final String RECIPIENT = "76e82e864661495b89d774b0e49adfb9";

  private static final Amounts NOTHING = new Amounts(0, 0, 0, 0, 0);

  /** A webhook to be sent. */
  public record Webhook(Instant at, String body) {}

  private final Random random;
  private final MagentoShelves shelves = new MagentoShelves();
  private final List<Webhook> webhooks = new ArrayList<>();
  private final SortedMap<String, Long> paper = new TreeMap<>();
  private long ids;

  private MagentoTrade(long seed) {
    this.random = new Random(seed);
  }

  /** A number of orders, ten minutes apart. */
  public static MagentoTrade of(long seed, Instant first, int orders) {
    MagentoTrade trade = new MagentoTrade(seed);
    for (int nth = 0; nth < orders; nth++) {
      trade.order(first.plus(Duration.ofMinutes(10L * nth)));
    }
    return trade;
  }

  /** The objects that the API shows. */
  public MagentoShelves shelves() {
    return shelves;
  }

  /** What Adobe sends, one for each order as it stands. */
  public List<Webhook> webhooks() {
    return List.copyOf(webhooks);
  }

  /** What the accounts come to, in minor units, a debit positive; none that is 0. */
  public SortedMap<String, Long> paper() {
    SortedMap<String, Long> copy = new TreeMap<>(paper);
    copy.values().removeIf(minor -> minor == 0);
    return copy;
  }

  private void book(String account, long minor) {
    paper.merge(account, minor, Math::addExact);
  }

  private Amounts goods() {
    long gross = 1000 + random.nextInt(400) * 5L;
    long discount = random.nextInt(3) == 0 ? gross / 10 : 0;
    return new Amounts(gross, discount, 0, 0, tax(gross - discount));
  }

  private static long tax(long net) {
    return (net * 19 + 50) / 100;
  }

  private static Amounts sum(Amounts one, Amounts two, long shipping) {
    long shippingTax = tax(shipping);
    return new Amounts(
        one.gross() + two.gross(),
        one.discount() + two.discount(),
        shipping,
        shippingTax,
        one.tax() + two.tax() + shippingTax);
  }

  private void order(Instant at) {
    Amounts one = goods();
    Amounts two = goods();
    Amounts whole = sum(one, two, 500);
    int fate = random.nextInt(10);
    String state = fate == 0 ? "canceled" : fate == 1 ? "new" : "complete";
    ids++;
    Instant updated = at.plusSeconds(300);
    ObjectNode order = MagentoObjects.order(ids, at, updated, state, METHOD, whole);
    if (fate == 0) {
      order.put("relation_child_id", Long.toString(ids + 1));
    }
    long first = ids * 10;
    long second = items(order, first, one, two);
    shelves.put("orders", order);
    webhooks.add(
        new Webhook(
            updated,
            AdobeEvents.event("sales_order_save_commit_after", order, RECIPIENT, updated)));
    if (fate < 2) {
      return;
    }
    paid(order, at, fate, whole, one, two, first, second);
    if (fate == 2) {
      book("2100", -net(whole));
      return;
    }
    shipped(order, at, fate, first, second);
    book("4000", -whole.gross());
    book("4090", whole.discount());
    book("4010", -whole.shipping());
    if (fate >= 8) {
      givenBack(order, at, one, two, first, second);
    }
  }

  private static long net(Amounts amounts) {
    return amounts.gross() - amounts.discount() + amounts.shipping();
  }

  /** Returns the second line's id; the first is of one of three kinds. */
  private long items(ObjectNode order, long first, Amounts one, Amounts two) {
    int kind = random.nextInt(3);
    if (kind == 0) {
      MagentoObjects.item(order, first, 0, "simple", 2, one);
    } else if (kind == 1) {
      MagentoObjects.item(order, first, 0, "configurable", 2, one);
      MagentoObjects.item(order, first + 1, first, "simple", 2, NOTHING);
    } else {
      // The parent repeats what its children bear.
      MagentoObjects.item(order, first + 2, 0, "bundle", 2, new Amounts(one.gross(), 0, 0, 0, 0));
      MagentoObjects.item(order, first, first + 2, "simple", 2, one);
    }
    MagentoObjects.item(order, first + 3, 0, "simple", 1, two);
    return first + 3;
  }

  private void paid(
      ObjectNode order,
      Instant at,
      int fate,
      Amounts whole,
      Amounts one,
      Amounts two,
      long first,
      long second) {
    if (fate == 3) {
      Amounts parted = new Amounts(one.gross(), one.discount(), 0, 0, one.tax());
      invoice(order, at.plusSeconds(60), parted, first, 2, one);
      invoice(order, at.plusSeconds(120), sum(two, NOTHING, whole.shipping()), second, 1, two);
    } else {
      ObjectNode invoice = invoice(order, at.plusSeconds(60), whole, first, 2, one);
      MagentoObjects.part(invoice, second, 1, two);
    }
    book("1010", whole.total());
    book("2010", -whole.tax());
  }

  private ObjectNode invoice(
      ObjectNode order, Instant at, Amounts amounts, long item, int quantity, Amounts part) {
    ids++;
    ObjectNode invoice = MagentoObjects.document(ids, order, at, amounts);
    invoice.put("transaction_id", "8XY" + ids + "-capture");
    MagentoObjects.part(invoice, item, quantity, part);
    return shelves.put("invoices", invoice);
  }

  private void shipped(ObjectNode order, Instant at, int fate, long first, long second) {
    ObjectNode parcel = shipment(order, at.plusSeconds(180), first, 2);
    if (fate == 3) {
      shipment(order, at.plusSeconds(240), second, 1);
    } else {
      MagentoObjects.part(parcel, second, 1, NOTHING);
    }
  }

  private ObjectNode shipment(ObjectNode order, Instant at, long item, int quantity) {
    ids++;
    ObjectNode shipment = MagentoObjects.document(ids, order, at, NOTHING);
    MagentoObjects.part(shipment, item, quantity, NOTHING);
    return shelves.put("shipments", shipment);
  }

  /** All of it, with two euros more and five kept. */
  private void givenBack(
      ObjectNode order, Instant at, Amounts one, Amounts two, long first, long second) {
    Amounts goods = sum(one, two, 500);
    ids++;
    ObjectNode memo = MagentoObjects.document(ids, order, at.plusSeconds(280), goods);
    long total = goods.total() + 200 - 500;
    memo.put("base_grand_total", MagentoObjects.major(total));
    memo.put("base_adjustment_positive", 2);
    memo.put("base_adjustment_negative", 5);
    memo.put("transaction_id", "9XY" + ids + "-refund");
    MagentoObjects.part(memo, first, 2, one);
    MagentoObjects.part(memo, second, 1, two);
    shelves.put("creditmemos", memo);
    book("4900", goods.gross() - goods.discount() + 200);
    book("4910", goods.shipping());
    book("2010", goods.tax());
    book("4030", -500);
    book("1010", -total);
  }
}
