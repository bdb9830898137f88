package io.daybook.sources.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import java.util.List;

/** Square's objects as text, with apostrophes for quotation marks, and what they tell. */
final class Json {
  static final Origin ORIGIN = new Origin("square", "MCAFE");

  private Json() {}

  static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }

  static Translation translate(String topic, String text) {
    return new SquareSource().translate(topic, bytes(text), ORIGIN);
  }

  static List<Fact> facts(String topic, String text) {
    return translate(topic, text) instanceof Translation.Facts told ? told.facts() : List.of();
  }

  static <T extends Fact> List<T> facts(String topic, String text, Class<T> type) {
    return facts(topic, text).stream().filter(type::isInstance).map(type::cast).toList();
  }

  static String event(String type, String kind, String object) {
    return "{'merchant_id':'MCAFE','type':'"
        + type
        + "','event_id':'e1','created_at':'2026-10-05T18:00:00.123456','data':{'type':'"
        + kind
        + "','id':'x','object':{'"
        + kind
        + "':"
        + object
        + "}}}";
  }

  static String money(String name, long minor) {
    return "'" + name + "':{'amount':" + minor + ",'currency':'USD'}";
  }

  static String payment(String status, String more) {
    return "{'id':'pay1','order_id':'order1','location_id':'L1','created_at':'2026-10-05T18:00:00Z',"
        + "'updated_at':'2026-10-05T18:00:03Z','status':'"
        + status
        + "',"
        + money("amount_money", 5400)
        + ","
        + money("tip_money", 600)
        + ","
        + money("total_money", 6000)
        + ","
        + more
        + "}";
  }

  static String entry(String type, long gross, long fee, long net, String more) {
    return "{'id':'poe_1','payout_id':'po_1','effective_at':'2026-10-05T18:00:01Z','type':'"
        + type
        + "',"
        + money("gross_amount_money", gross)
        + ","
        + money("fee_amount_money", fee)
        + ","
        + money("net_amount_money", net)
        + more
        + "}";
  }

  static String payout(String status, String type, long minor) {
    return "{'id':'po_1','status':'"
        + status
        + "','type':'"
        + type
        + "','location_id':'L1','created_at':'2026-10-06T00:30:00Z',"
        + "'updated_at':'2026-10-06T20:00:00Z','end_to_end_id':'L2100000005',"
        + money("amount_money", minor)
        + "}";
  }
}
