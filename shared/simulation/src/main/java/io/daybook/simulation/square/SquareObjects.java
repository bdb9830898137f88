package io.daybook.simulation.square;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Objects as Square's API shows them, with what of them matters to books. All amounts are cents of a dollar. */
public final class SquareObjects {
  /**
   * What a sale consists of, in minor units.
   *
   * @param price before discount
   * @param discount at most the price
   * @param charge a service charge without tax
   * @param tax on the price less discount
   * @param tip for the staff
   */
  public record Prices(long price, long discount, long charge, long tax, long tip) {
    /** What the customer pays. */
    public long total() {
      return price - discount + charge + tax + tip;
    }
  }

  private SquareObjects() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void money(ObjectNode object, String name, long minor) {
    object.putObject(name).put("amount", minor).put("currency", "USD");
  }

  /** A completed sale of one item at a counter. */
  public static ObjectNode sale(String id, String location, Instant at, Prices prices) {
    ObjectNode order = object();
    order.put("id", id).put("location_id", location).put("state", "COMPLETED").put("version", 3);
    order.put("created_at", at.minusSeconds(60).toString()).put("updated_at", at.toString());
    order.put("closed_at", at.toString());
    ObjectNode tax = order.putArray("taxes").addObject();
    tax.put("uid", "tax-1").put("name", "Sales Tax").put("percentage", "8.0");
    tax.put("type", "ADDITIVE").put("scope", "LINE_ITEM");
    ObjectNode line = order.putArray("line_items").addObject();
    line.put("uid", "line-1").put("name", "Flat white").put("quantity", "1");
    line.put("item_type", "ITEM").put("catalog_object_id", "VARIATION1");
    money(line, "gross_sales_money", prices.price());
    money(line, "total_discount_money", prices.discount());
    money(line, "total_tax_money", prices.tax());
    money(line, "total_money", prices.price() - prices.discount() + prices.tax());
    ObjectNode applied = line.putArray("applied_taxes").addObject();
    money(applied.put("uid", "applied-1").put("tax_uid", "tax-1"), "applied_money", prices.tax());
    if (prices.charge() > 0) {
      ObjectNode charge = order.putArray("service_charges").addObject();
      charge.put("uid", "charge-1").put("name", "Large party").put("type", "CUSTOM");
      charge.put("calculation_phase", "TOTAL_PHASE");
      money(charge, "applied_money", prices.charge());
      money(charge, "total_money", prices.charge());
      money(charge, "total_tax_money", 0);
    }
    money(order, "total_money", prices.total());
    money(order, "total_tax_money", prices.tax());
    money(order, "total_discount_money", prices.discount());
    money(order, "total_service_charge_money", prices.charge());
    money(order, "total_tip_money", prices.tip());
    order.putArray("tenders");
    return order;
  }

  /** A tender of an order; its payment has the same id. */
  public static void tender(ObjectNode order, String id, String type, long minor, Instant at) {
    ObjectNode tender = order.withArray("tenders").addObject();
    tender.put("id", id).put("payment_id", id).put("type", type).put("created_at", at.toString());
    tender.put("location_id", order.path("location_id").asText());
    money(tender, "amount_money", minor);
  }

  /** A captured card payment. */
  public static ObjectNode payment(
      String id, String order, String location, Instant at, long minor, long tip) {
    ObjectNode payment = object();
    payment.put("id", id).put("order_id", order).put("location_id", location);
    payment.put("created_at", at.toString()).put("updated_at", at.plusSeconds(2).toString());
    payment.put("status", "COMPLETED").put("source_type", "CARD");
    money(payment, "amount_money", minor - tip);
    money(payment, "tip_money", tip);
    money(payment, "total_money", minor);
    ObjectNode card = payment.putObject("card_details");
    card.put("status", "CAPTURED")
        .putObject("card")
        .put("card_brand", "VISA")
        .put("last_4", "1111");
    card.putObject("card_payment_timeline").put("captured_at", at.plusSeconds(1).toString());
    return payment;
  }

  /** A return of the first line of a sale, an order of its own. */
  public static ObjectNode giveBack(String id, ObjectNode sale, Instant at, long net, long tax) {
    ObjectNode order = object();
    order.put("id", id).put("location_id", sale.path("location_id").asText());
    order.put("state", "COMPLETED").put("created_at", at.toString());
    order.put("updated_at", at.plusSeconds(1).toString()).put("closed_at", at.toString());
    ObjectNode part = order.putArray("returns").addObject();
    part.put("uid", "return-1").put("source_order_id", sale.path("id").asText());
    ObjectNode line = part.putArray("return_line_items").addObject();
    line.put("uid", "return-line-1").put("source_line_item_uid", "line-1").put("quantity", "1");
    money(line, "total_tax_money", tax);
    money(line, "total_money", net + tax);
    money(order, "total_money", 0);
    return order;
  }

  /** A completed refund to the card. */
  public static ObjectNode refund(
      String id, String payment, String order, String location, Instant at, long minor) {
    ObjectNode refund = object();
    refund.put("id", id).put("payment_id", payment).put("order_id", order);
    refund.put("location_id", location).put("status", "COMPLETED").put("destination_type", "CARD");
    refund.put("created_at", at.toString()).put("updated_at", at.plusSeconds(1).toString());
    money(refund, "amount_money", minor);
    return refund;
  }

  /** A line of Square's ledger, as an entry of a payout. */
  public static ObjectNode entry(String id, String type, Instant at, long gross, long fee) {
    ObjectNode entry = object();
    entry.put("id", id).put("type", type).put("effective_at", at.toString());
    money(entry, "gross_amount_money", gross);
    money(entry, "fee_amount_money", fee);
    money(entry, "net_amount_money", gross - fee);
    return entry;
  }

  /** A payout that arrived. */
  public static ObjectNode payout(String id, String location, Instant at, long minor) {
    ObjectNode payout = object();
    payout.put("id", id).put("location_id", location).put("status", "PAID").put("type", "BATCH");
    payout.put("created_at", at.toString()).put("updated_at", at.plusSeconds(72_000).toString());
    payout.put("version", 2).put("end_to_end_id", "L" + id);
    payout.putObject("destination").put("type", "BANK_ACCOUNT").put("id", "bact:1");
    money(payout, "amount_money", minor);
    return payout;
  }

  /** Cash that was paid out of a drawer: a positive amount, as Square has it. */
  public static ObjectNode paidOut(String id, String shift, Instant at, long minor, String reason) {
    ObjectNode event = object();
    event.put("id", id).put("shift_id", shift).put("event_type", "PAID_OUT");
    event.put("created_at", at.toString()).put("description", reason);
    money(event, "event_money", minor);
    return event;
  }

  /** A closed shift of a drawer. */
  public static ObjectNode shift(
      String id, String location, Instant open, Instant close, long expected, long counted) {
    ObjectNode shift = object();
    shift.put("id", id).put("location_id", location).put("state", "CLOSED");
    shift.put("opened_at", open.toString()).put("ended_at", close.toString());
    shift.put("closed_at", close.toString()).put("updated_at", close.toString());
    money(shift, "opened_cash_money", 10_000);
    money(shift, "expected_cash_money", expected);
    money(shift, "closed_cash_money", counted);
    return shift;
  }
}
