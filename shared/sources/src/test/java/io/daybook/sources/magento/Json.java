package io.daybook.sources.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import java.util.List;

/** Magento's objects as text, with apostrophes for quotation marks, and what they tell. */
final class Json {
  static final Origin ORIGIN = new Origin("magento", "shop.example.com");

  /** Order 12 of case 62: goods 100, discount 10, shipping 8, tax 7.84. */
  static final String TOTALS =
      "'base_grand_total':105.84,'base_discount_amount':-10,'base_shipping_amount':8,"
          + "'base_shipping_tax_amount':'0.6400','base_tax_amount':'7.8400'";

  static final String CUP =
      "{'item_id':31,'product_type':'simple','sku':'cup','qty_ordered':2,'base_row_total':'100.0000',"
          + "'base_discount_amount':10,'base_tax_amount':7.2,'tax_percent':8}";

  private Json() {}

  static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  static Translation translate(String topic, String text) {
    return new MagentoSource().translate(topic, bytes(text), ORIGIN);
  }

  static List<Fact> facts(String topic, String text) {
    return translate(topic, text) instanceof Translation.Facts told ? told.facts() : List.of();
  }

  static <T extends Fact> T only(String topic, String text, Class<T> type) {
    List<Fact> facts = facts(topic, text);
    return type.cast(
        facts.stream()
            .filter(type::isInstance)
            .findFirst()
            .orElseThrow(() -> new AssertionError(translate(topic, text).toString())));
  }

  /** An order of the shop, with a base currency of its own. */
  static String order(String state, String items, String more) {
    return "{'entity_id':12,'increment_id':'000000012','state':'"
        + state
        + "','created_at':'2026-10-01 09:00:00','updated_at':'2026-10-01 09:05:00',"
        + "'base_currency_code':'EUR','order_currency_code':'USD','payment':{'method':'paypal_express'},"
        + "'items':["
        + items
        + "],"
        + more
        + "}";
  }

  static String order() {
    return order("processing", CUP, TOTALS);
  }

  static String document(int id, String state, String more) {
    return "{'entity_id':"
        + id
        + ",'order_id':12,'state':"
        + state
        + ",'created_at':'2026-10-01 09:02:00','updated_at':'2026-10-02 10:00:00',"
        + more
        + "}";
  }

  static String joined(String name, String document, String order) {
    return "{'" + name + "':" + document + ",'order':" + order + "}";
  }

  static String event(String name, String value) {
    return "{'specversion':'1.0','type':'com.adobe.commerce.observer."
        + name
        + "','id':'e1','recipientclientid':'client1','data':{'key':'k','value':"
        + value
        + "}}";
  }
}
