package io.daybook.simulation.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Customer;
import io.daybook.simulation.month.DiscountCode;
import io.daybook.simulation.month.Line;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Refund;
import io.daybook.simulation.month.Setting;
import io.daybook.simulation.month.Tax;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order as webhooks write it: as it stood when the webhook was made. */
final class RestOrder {
  private final RestJson json;
  private final RestLines lines;
  private final RestObjects objects;

  RestOrder(Setting setting) {
    this.json = new RestJson(setting);
    this.lines = new RestLines(json);
    this.objects = new RestObjects(setting);
  }

  ObjectNode order(Order order, Instant seen) {
    Sums sums = Sums.of(order, seen);
    String token = Long.toHexString(order.id()) + Long.toHexString(order.customer().id());
    ObjectNode node = json.identified(order.id(), "Order");
    node.put("app_id", 580_111);
    node.put("browser_ip", "203.0.113." + order.number() % 250);
    node.put("buyer_accepts_marketing", false);
    order
        .cancelledAt()
        .filter(at -> !at.isAfter(seen))
        .ifPresentOrElse(
            at -> node.put("cancel_reason", "customer").put("cancelled_at", json.time(at)),
            () -> node.putNull("cancel_reason").putNull("cancelled_at"));
    node.putNull("cart_token");
    node.put("checkout_id", order.id() + 7);
    node.put("checkout_token", token);
    ObjectNode client = node.putObject("client_details");
    client
        .put("accept_language", "en-US")
        .putNull("browser_height")
        .put("browser_ip", "203.0.113.7");
    client.putNull("browser_width").putNull("session_hash").put("user_agent", "Mozilla/5.0");
    node.putNull("closed_at");
    node.put(
        "confirmation_number",
        token.substring(token.length() - 9).toUpperCase(java.util.Locale.ROOT));
    node.put("confirmed", true);
    node.put("contact_email", order.customer().email());
    node.put("created_at", json.time(order.placedAt()));
    node.put("currency", json.currency());
    json.put(node, "current_subtotal_price", sums.goods() - sums.goodsBack());
    node.putNull("current_total_additional_fees_set");
    json.put(node, "current_total_discounts", sums.discounts());
    node.putNull("current_total_duties_set");
    json.put(node, "current_total_price", sums.total() - sums.back());
    json.put(node, "current_total_tax", sums.tax() - sums.taxBack());
    node.put("customer_locale", "en-US");
    node.putNull("device_id");
    node.set("discount_codes", codes(order, sums));
    node.put("duties_included", false);
    node.put("email", order.customer().email());
    node.put("estimated_taxes", false);
    node.put("financial_status", financialStatus(order, sums, seen));
    status(node, order, seen);
    node.put("landing_site", "/");
    node.putNull("landing_site_ref").putNull("location_id");
    node.put("merchant_business_entity_id", "MTU0ODM4MDAwOQ");
    node.putNull("merchant_of_record_app_id");
    node.put("name", order.name());
    node.putNull("note");
    node.set("note_attributes", json.array());
    node.put("number", order.number() - 1000);
    node.put("order_number", order.number());
    node.put("order_status_url", "https://blue-cup.example/orders/" + token);
    node.putNull("original_total_additional_fees_set").putNull("original_total_duties_set");
    node.putArray("payment_gateway_names").add(order.processor().gateway());
    node.putNull("phone").putNull("po_number");
    node.put("presentment_currency", json.currency());
    node.put("processed_at", json.time(order.placedAt()));
    node.putNull("reference").put("referring_site", "").putNull("source_identifier");
    node.put("source_name", "web").putNull("source_url");
    json.put(node, "subtotal_price", sums.goods());
    node.put("tags", "");
    node.put("tax_exempt", false);
    node.set("tax_lines", json.taxes(taxes(order, seen)));
    node.put("taxes_included", false);
    node.put("test", false);
    node.put("token", token);
    node.set("total_cash_rounding_payment_adjustment_set", json.set(0));
    node.set("total_cash_rounding_refund_adjustment_set", json.set(0));
    json.put(node, "total_discounts", sums.discounts());
    json.put(node, "total_line_items_price", sums.gross());
    node.put("total_outstanding", RestJson.amount(sums.total() - sums.paid()));
    json.put(node, "total_price", sums.total());
    node.set("total_shipping_price_set", json.set(order.shipping().grossMinor()));
    json.put(node, "total_tax", sums.tax());
    node.put("total_tip_received", RestJson.amount(order.tipMinor()));
    node.put(
        "total_weight",
        order.lines().stream().mapToInt(line -> line.item().grams() * line.quantity()).sum());
    node.put("updated_at", json.time(order.updatedAt(seen)));
    node.putNull("user_id");
    node.set("billing_address", address(order.customer()));
    node.set("customer", customer(order));
    node.set("discount_applications", applications(order));
    parts(node, order, seen);
    return node;
  }

  private void parts(ObjectNode node, Order order, Instant seen) {
    ArrayNode parcels = node.putArray("fulfillments");
    order.parcels().stream()
        .filter(parcel -> !parcel.at().isAfter(seen))
        .forEach(parcel -> parcels.add(objects.parcel(order, parcel, seen)));
    ArrayNode goods = node.putArray("line_items");
    order.lines().stream()
        .filter(line -> line.existsAt(seen))
        .forEach(line -> goods.add(lines.line(order, line, seen)));
    if (order.tipMinor() > 0) {
      goods.add(lines.tip(order));
    }
    node.putNull("payment_terms");
    ArrayNode refunds = node.putArray("refunds");
    order.refunds().stream()
        .filter(refund -> !refund.at().isAfter(seen))
        .forEach(refund -> refunds.add(objects.refund(order, refund, seen)));
    node.set("shipping_address", address(order.customer()));
    node.putArray("shipping_lines").add(lines.shipping(order));
  }

  private static void status(ObjectNode node, Order order, Instant seen) {
    int packed = order.lines().stream().mapToInt(line -> order.packed(line, seen)).sum();
    int wanted = order.lines().stream().mapToInt(Line::quantity).sum();
    if (packed == 0) {
      node.putNull("fulfillment_status");
    } else {
      node.put("fulfillment_status", packed >= wanted ? "fulfilled" : "partial");
    }
  }

  private static String financialStatus(Order order, Sums sums, Instant seen) {
    if (order.payments().getFirst().at().isAfter(seen)) {
      return "pending";
    }
    if (sums.back() > 0) {
      return sums.back() >= sums.paid() ? "refunded" : "partially_refunded";
    }
    return sums.paid() < sums.total() ? "partially_paid" : "paid";
  }

  private ArrayNode codes(Order order, Sums sums) {
    ArrayNode codes = json.array();
    order
        .code()
        .ifPresent(code ->
            codes
                .addObject()
                .put("code", code.name())
                .put("amount", RestJson.amount(sums.discounts()))
                .put("type", code.onShipping() ? "shipping" : code.valueType()));
    return codes;
  }

  private ArrayNode applications(Order order) {
    ArrayNode applications = json.array();
    order
        .code()
        .ifPresent(code -> {
          ObjectNode node = applications.addObject();
          node.put("target_type", code.onShipping() ? "shipping_line" : "line_item");
          node.put("type", "discount_code")
              .put("value", code.value())
              .put("value_type", code.valueType());
          node.put("allocation_method", code == DiscountCode.FREESHIP ? "each" : "across");
          node.put("target_selection", "all").put("code", code.name());
        });
    return applications;
  }

  /** One line a title, as the order's own summary has them. */
  private static List<Tax> taxes(Order order, Instant seen) {
    Map<String, Long> minor = new LinkedHashMap<>();
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    List<Tax> all = new ArrayList<>(order.shipping().taxes());
    order.lines().stream()
        .filter(line -> line.existsAt(seen))
        .forEach(line -> all.addAll(line.taxes()));
    for (Tax tax : all) {
      minor.merge(tax.title(), tax.minor(), Long::sum);
      rates.put(tax.title(), tax.rate());
    }
    return rates.entrySet().stream()
        .map(rate -> new Tax(rate.getKey(), rate.getValue(), minor.getOrDefault(rate.getKey(), 0L)))
        .toList();
  }

  private ObjectNode address(Customer customer) {
    ObjectNode node = json.object();
    node.put("first_name", customer.firstName()).put("address1", customer.street());
    node.put("phone", "+1 212-555-0" + 100 + customer.id() % 100);
    node.put("city", customer.region().city()).put("zip", customer.zip());
    node.put("province", customer.region().state()).put("country", "United States");
    node.put("last_name", customer.lastName()).putNull("address2").putNull("company");
    node.putNull("latitude").putNull("longitude");
    node.put("name", customer.name())
        .put("country_code", "US")
        .put("province_code", customer.region().code());
    return node;
  }

  private ObjectNode customer(Order order) {
    Customer customer = order.customer();
    ObjectNode node = json.identified(customer.id(), "Customer");
    node.put("email", customer.email());
    node.put("created_at", json.time(order.placedAt()))
        .put("updated_at", json.time(order.placedAt()));
    node.put("first_name", customer.firstName()).put("last_name", customer.lastName());
    node.put("state", "disabled")
        .putNull("note")
        .put("verified_email", true)
        .putNull("multipass_identifier");
    node.put("tax_exempt", false).putNull("phone");
    ObjectNode consent = node.putObject("email_marketing_consent");
    consent
        .put("state", "not_subscribed")
        .put("opt_in_level", "single_opt_in")
        .putNull("consent_updated_at");
    node.putNull("sms_marketing_consent");
    node.put("tags", "").put("currency", json.currency()).set("tax_exemptions", json.array());
    ObjectNode address = address(customer);
    address
        .put("id", customer.id() + 1)
        .put("customer_id", customer.id())
        .put("country_name", "United States");
    node.set("default_address", address.put("default", true));
    return node;
  }

  /** What an order adds up to at an instant, minor units. */
  private record Sums(
      long gross,
      long goods,
      long discounts,
      long tax,
      long total,
      long paid,
      long back,
      long goodsBack,
      long taxBack) {
    static Sums of(Order order, Instant seen) {
      long gross = 0;
      long goods = 0;
      long tax = order.shipping().taxMinor();
      for (Line line : order.lines()) {
        if (line.existsAt(seen)) {
          gross += line.grossMinor();
          goods += line.netMinor();
          tax += line.taxMinor();
        }
      }
      long paid = 0;
      for (var payment : order.payments()) {
        paid += payment.at().isAfter(seen) ? 0 : payment.amountMinor();
      }
      long back = 0;
      long goodsBack = 0;
      long taxBack = 0;
      for (Refund refund : order.refunds()) {
        if (!refund.at().isAfter(seen)) {
          back += refund.amountMinor();
          goodsBack += refund.lines().stream().mapToLong(Refund.Returned::netMinor).sum();
          taxBack += refund.shippingTaxMinor();
          taxBack += refund.lines().stream().mapToLong(Refund.Returned::taxMinor).sum();
        }
      }
      long discounts = gross - goods + order.shipping().discountMinor();
      return new Sums(
          gross, goods, discounts, tax, order.totalMinor(seen), paid, back, goodsBack, taxBack);
    }
  }
}
