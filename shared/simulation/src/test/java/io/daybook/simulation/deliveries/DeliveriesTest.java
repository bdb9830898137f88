package io.daybook.simulation.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.simulation.deliveries.Delivery.Source;
import io.daybook.simulation.deliveries.Delivery.Turn;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Order;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Month MONTH = new MonthGenerator(1).generate();
  private static final Deliveries DELIVERIES = Deliveries.of(MONTH);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theSameMonthGivesTheSameDeliveries() {
    assertThat(Deliveries.of(MONTH)).isEqualTo(DELIVERIES);
  }

  @Test
  void someComeTwiceSomeNeverAndTheRestOnce() {
    Map<String, List<Delivery>> byId =
        DELIVERIES.sent().stream()
            .collect(Collectors.groupingBy(delivery -> delivery.source() + delivery.id()));
    long twice = byId.values().stream().filter(turns -> turns.size() == 2).count();

    assertThat(byId.values()).allMatch(turns -> turns.size() <= 2);
    assertThat(twice).isEqualTo(DELIVERIES.again()).isBetween(byId.size() / 50L, byId.size() / 25L);
    for (List<Delivery> turns : byId.values()) {
      assertThat(turns.getFirst().turn()).isEqualTo(Turn.FIRST);
      assertThat(turns).allMatch(turn -> turn.body().equals(turns.getFirst().body()));
    }
    int all = byId.size() + DELIVERIES.never().size();
    assertThat(all).isBetween(2_000, 3_500);
    assertThat(DELIVERIES.never().size()).isBetween(all / 200, all / 50);
    assertThat(DELIVERIES.never())
        .noneMatch(delivery -> byId.containsKey(delivery.source() + delivery.id()));
  }

  @Test
  void theyArriveInTheOrderOfTheirTimesButNotOfWhatTheyTell() throws Exception {
    List<Instant> times = DELIVERIES.sent().stream().map(Delivery::at).toList();
    assertThat(times).isSorted();

    long before = 0;
    for (Order order :
        MONTH.ordersOfTheMonth().stream().filter(order -> !order.refunds().isEmpty()).toList()) {
      int created = first("orders/create", "\"name\":\"" + order.name() + "\"");
      int refunded = first("refunds/create", "\"order_id\":" + order.id() + ",");
      before += refunded >= 0 && created > refunded ? 1 : 0;
    }
    assertThat(before).isGreaterThanOrEqualTo(2);
  }

  private static int first(String topic, String within) {
    for (int i = 0; i < DELIVERIES.sent().size(); i++) {
      Delivery delivery = DELIVERIES.sent().get(i);
      if (delivery.topic().equals(topic) && delivery.body().contains(within)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void everyBodyIsJsonAndOrdersAddUp() throws Exception {
    for (Delivery delivery : DELIVERIES.sent()) {
      JsonNode json = JSON.readTree(delivery.body());
      assertThat(json.isObject()).isTrue();
      if (delivery.topic().startsWith("orders/") && !delivery.topic().equals("orders/edited")) {
        assertThat(sum(json))
            .as(json.get("name").textValue())
            .isEqualByComparingTo(decimal(json.get("total_price")));
      }
    }
  }

  private static BigDecimal sum(JsonNode order) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : order.get("line_items")) {
      sum = sum.add(decimal(line.get("price")).multiply(decimal(line.get("quantity"))));
      sum =
          sum.subtract(all(line.get("discount_allocations"), "amount"))
              .add(all(line.get("tax_lines"), "price"));
    }
    for (JsonNode line : order.get("shipping_lines")) {
      sum = sum.add(decimal(line.get("price")));
      sum =
          sum.subtract(all(line.get("discount_allocations"), "amount"))
              .add(all(line.get("tax_lines"), "price"));
    }
    return sum;
  }

  private static BigDecimal all(JsonNode list, String name) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode each : list) {
      sum = sum.add(decimal(each.get(name)));
    }
    return sum;
  }

  private static BigDecimal decimal(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  @Test
  void shopifysSignatureIsTheOneThatAnyoneComputes() throws Exception {
    Delivery delivery = any(Source.SHOPIFY);
    Map<String, String> headers = delivery.signed("shpss_demo", Instant.EPOCH);

    assertThat(headers.get("X-Shopify-Hmac-Sha256"))
        .isEqualTo(Base64.getEncoder().encodeToString(hmac("shpss_demo", delivery.bytes())));
    assertThat(headers)
        .containsKeys(
            "X-Shopify-Topic",
            "X-Shopify-Shop-Domain",
            "X-Shopify-Event-Id",
            "X-Shopify-Webhook-Id");
  }

  @Test
  void stripesSignatureIsTheOneThatAnyoneComputes() throws Exception {
    Delivery delivery = any(Source.STRIPE);
    Instant now = Instant.parse("2026-11-01T12:00:00Z");
    byte[] signed = ("1793534400." + delivery.body()).getBytes(StandardCharsets.UTF_8);

    assertThat(delivery.signed("whsec_demo", now).get("Stripe-Signature"))
        .isEqualTo(
            "t=1793534400,v1=%064x".formatted(new BigInteger(1, hmac("whsec_demo", signed))));
  }

  private static Delivery any(Source source) {
    return DELIVERIES.sent().stream()
        .filter(delivery -> delivery.source() == source)
        .findFirst()
        .orElseThrow();
  }

  /** HMAC by its definition (RFC 2104), from nothing but SHA-256. */
  private static byte[] hmac(String secret, byte[] message) throws Exception {
    byte[] key = Arrays.copyOf(secret.getBytes(StandardCharsets.UTF_8), 64);
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      inner[i] = (byte) (key[i] ^ 0x36);
      outer[i] = (byte) (key[i] ^ 0x5c);
    }
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(inner);
    byte[] first = sha.digest(message);
    sha.update(outer);
    return sha.digest(first);
  }
}
