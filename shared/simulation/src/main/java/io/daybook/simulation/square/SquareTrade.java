package io.daybook.simulation.square;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.square.SquareShelves.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some days of a café with two counters: sales by card, in cash and by both, tips, a service charge, returns, a payout a
 * day and location at 17:00 Pacific, a drawer that is counted at night. What the books come to is added up on the way, by
 * account number, a debit positive.
 */
public final class SquareTrade {
  /** The merchant's id. */
  public static final String MERCHANT = "MCAFE0000001";

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final List<String> LOCATIONS = List.of("LHARBOR", "LSTATION");
  private static final int TAX_PERMILLE = 80;

  /**
   * A webhook to be sent.
   *
   * @param at when
   * @param type such as {@code payment.updated}
   * @param body raw
   */
  public record Webhook(Instant at, String type, String body) {}

  private final Random random;
  private final SquareShelves shelves = new SquareShelves();
  private final List<Webhook> webhooks = new ArrayList<>();
  private final SortedMap<String, Long> paper = new TreeMap<>();
  private final Map<String, List<ObjectNode>> unpaid = new HashMap<>();
  private int ids;

  private SquareTrade(long seed) {
    this.random = new Random(seed);
  }

  /** The trade of some days, by seed. */
  public static SquareTrade of(long seed, LocalDate first, int days, int salesADay) {
    SquareTrade trade = new SquareTrade(seed);
    for (String location : LOCATIONS) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      trade.shelves.put(Shelf.LOCATIONS, object.put("id", location).put("status", "ACTIVE"));
    }
    for (int day = 0; day < days; day++) {
      for (String location : LOCATIONS) {
        trade.day(first.plusDays(day), location, salesADay);
      }
    }
    return trade;
  }

  /** The objects that the API shows. */
  public SquareShelves shelves() {
    return shelves;
  }

  /** What Square sends, in the order of time. */
  public List<Webhook> webhooks() {
    return webhooks.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
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

  private String id(String prefix) {
    ids++;
    return prefix + String.format("%08d", ids);
  }

  private void day(LocalDate day, String location, int sales) {
    Instant open = day.atTime(LocalTime.of(7, 0)).atZone(PACIFIC).toInstant();
    Instant cutOff = day.atTime(LocalTime.of(17, 0)).atZone(PACIFIC).toInstant();
    long cash = 0;
    boolean paidOut = false;
    for (int sale = 0; sale < sales; sale++) {
      // Until 21:00 local: the last of the day go into the payout of the next.
      Instant at = open.plus(Duration.ofMinutes((long) sale * 14 * 60 / sales + random.nextInt(5)));
      if (!paidOut && !at.isBefore(cutOff)) {
        payout(location, cutOff);
        paidOut = true;
      }
      cash += sale(location, at);
    }
    if (!paidOut) {
      payout(location, cutOff);
    }
    drawer(location, open, open.plus(Duration.ofHours(15)), cash);
  }

  /** What came in in cash. */
  private long sale(String location, Instant at) {
    long price = 300 + random.nextInt(40) * 25L;
    long discount = random.nextInt(6) == 0 ? price / 10 : 0;
    long charge = random.nextInt(10) == 0 ? 200 : 0;
    long tax = ((price - discount) * TAX_PERMILLE + 500) / 1000;
    int way = random.nextInt(10);
    long tip = way < 7 ? random.nextInt(4) * 50L : 0;
    long total = price - discount + charge + tax + tip;
    long cash = way < 6 ? 0 : way < 7 ? Math.min(500, total / 2) : total;
    ObjectNode order =
        SquareObjects.sale(
            id("ORDER"), location, at, new SquareObjects.Prices(price, discount, charge, tax, tip));
    if (cash > 0) {
      SquareObjects.tender(order, id("PAYCASH"), "CASH", cash, at);
    }
    shelves.put(Shelf.ORDERS, order);
    tell("order.updated", "order_updated", order, at);
    book("4000", -price);
    book("4090", discount);
    book("4050", -charge);
    book("2010", -tax);
    book("2220", -tip);
    book("1020", cash);
    if (total > cash) {
      card(order, total - cash, tip, at, price - discount, tax);
    }
    return cash;
  }

  private void card(ObjectNode order, long minor, long tip, Instant at, long net, long tax) {
    String location = order.path("location_id").asText();
    String id = id("PAYCARD");
    ObjectNode payment =
        SquareObjects.payment(id, order.path("id").asText(), location, at, minor, tip);
    tell("payment.created", "payment", payment.deepCopy().put("status", "APPROVED"), at);
    tell("payment.updated", "payment", payment, at.plusSeconds(2));
    shelves.put(Shelf.PAYMENTS, payment);
    SquareObjects.tender(order, id, "CARD", minor, at);
    long fee = (minor * 26 + 500) / 1000 + 10;
    entry(location, "CHARGE", at, minor, fee, "type_charge_details", "payment_id", id);
    book("1100", minor);
    if (random.nextInt(12) == 0 && minor >= net + tax) {
      giveBack(order, id, net, tax, at.plus(Duration.ofMinutes(3)));
    }
  }

  private void giveBack(ObjectNode sale, String payment, long net, long tax, Instant at) {
    String location = sale.path("location_id").asText();
    ObjectNode order = SquareObjects.giveBack(id("RETURN"), sale, at, net, tax);
    String id = payment + "_" + id("REFUND");
    ObjectNode refund =
        SquareObjects.refund(id, payment, order.path("id").asText(), location, at, net + tax);
    order.putArray("refunds").add(refund.deepCopy());
    shelves.put(Shelf.ORDERS, order);
    shelves.put(Shelf.REFUNDS, refund);
    tell("refund.updated", "refund", refund, at.plusSeconds(1));
    entry(location, "REFUND", at, -net - tax, 0, "type_refund_details", "refund_id", id);
    book("4900", net);
    book("2010", tax);
    book("2230", -net - tax);
  }

  private void entry(
      String location,
      String type,
      Instant at,
      long gross,
      long fee,
      String kind,
      String name,
      String of) {
    ObjectNode entry = SquareObjects.entry(id("poe_"), type, at, gross, fee);
    entry.putObject(kind).put(name, of);
    unpaid.computeIfAbsent(location, _ -> new ArrayList<>()).add(entry);
  }

  private void payout(String location, Instant cutOff) {
    List<ObjectNode> entries = unpaid.getOrDefault(location, new ArrayList<>());
    List<ObjectNode> before =
        entries.stream()
            .filter(entry -> Instant.parse(entry.path("effective_at").asText()).isBefore(cutOff))
            .toList();
    entries.removeAll(before);
    long sum =
        before.stream().mapToLong(e -> e.path("net_amount_money").path("amount").asLong()).sum();
    if (sum == 0) {
      return;
    }
    Instant sent = cutOff.plus(Duration.ofMinutes(30));
    ObjectNode payout = SquareObjects.payout(id("po_"), location, sent, sum);
    for (ObjectNode entry : before) {
      settle(entry, payout.path("id").asText());
    }
    tell("payout.sent", "payout", payout.deepCopy().put("status", "SENT"), sent);
    tell("payout.paid", "payout", payout, sent.plus(Duration.ofHours(20)));
    shelves.put(Shelf.PAYOUTS, payout);
    book("1010", -sum);
    book("1005", sum);
  }

  private void settle(ObjectNode entry, String payout) {
    shelves.put(Shelf.ENTRIES, entry.put("payout_id", payout));
    long gross = entry.path("gross_amount_money").path("amount").asLong();
    long fee = entry.path("fee_amount_money").path("amount").asLong();
    book("1010", gross - fee);
    book("6000", fee);
    book(gross > 0 ? "1100" : "2230", -gross);
  }

  private void drawer(String location, Instant open, Instant close, long cash) {
    String id = id("DRAWER");
    long out = random.nextInt(3) == 0 ? 706 : 0;
    long shortBy = random.nextInt(4) == 0 ? 300 : 0;
    if (out > 0) {
      Instant at = open.plus(Duration.ofHours(4));
      ObjectNode event = SquareObjects.paidOut(id("EVENT"), id, at, out, "6060 milk");
      shelves.put(Shelf.EVENTS, event);
      book("1020", -out);
      book("6060", out);
    }
    long expected = 10_000 + cash - out;
    shelves.put(
        Shelf.SHIFTS, SquareObjects.shift(id, location, open, close, expected, expected - shortBy));
    book("1020", -shortBy);
    book("6040", shortBy);
  }

  private void tell(String type, String kind, ObjectNode object, Instant at) {
    webhooks.add(new Webhook(at, type, SquareWebhooks.event(MERCHANT, type, kind, object, at)));
  }
}
