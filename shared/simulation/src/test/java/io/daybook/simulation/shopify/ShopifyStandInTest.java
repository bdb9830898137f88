package io.daybook.simulation.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.deliveries.Deliveries;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Processor;
import io.daybook.simulation.shopify.ShopifyStandIn.Behaviour;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShopifyStandInTest {
  private static final Month MONTH = new MonthGenerator(3).generate();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ShopifyStandIn STAND_IN =
      ShopifyStandIn.start(MONTH, 0, Behaviour.kind("shpat_right"));

  private static final String PAGE = "pageInfo { hasNextPage endCursor }";
  private static final String SHOP = "{ shopMoney { amount currencyCode } }";
  private static final String ORDERS =
      "query($after: String, $query: String) { orders(first: 20, after: $after, query: $query, sortKey: UPDATED_AT) { "
          + PAGE
          + " nodes { id name updatedAt totalPriceSet "
          + SHOP
          + " transactions { id kind amountSet "
          + SHOP
          + " } refunds { id } fulfillments { id updatedAt } } } }";
  private static final String LEDGER =
      "query($after: String, $query: String) { shopifyPaymentsAccount { balanceTransactions(first: 50, after: $after,"
          + " query: $query) { "
          + PAGE
          + " nodes { id type net { amount } associatedPayout { id } sourceOrderTransactionId } } } }";

  @AfterAll
  static void stop() {
    STAND_IN.close();
  }

  private static HttpResponse<String> post(ShopifyStandIn standIn, String token, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(standIn.address().resolve("/admin/api/2026-10/graphql.json"))
            .header("X-Shopify-Access-Token", token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static JsonNode ask(ShopifyStandIn standIn, String query, Map<String, String> variables)
      throws Exception {
    ObjectNode body = JSON.createObjectNode().put("query", query);
    body.set("variables", JSON.valueToTree(variables));
    HttpResponse<String> answer = post(standIn, "shpat_right", body.toString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** All nodes of a connection that stands at the end of a path. */
  private static List<JsonNode> sweep(String query, String search, String path) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    boolean more = true;
    while (more) {
      Map<String, String> variables = new HashMap<>(Map.of("query", search));
      after.ifPresent(cursor -> variables.put("after", cursor));
      JsonNode answer = ask(STAND_IN, query, variables);
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
      JsonNode connection = answer.at(path);
      connection.get("nodes").forEach(all::add);
      more = connection.at("/pageInfo/hasNextPage").booleanValue();
      after = Optional.ofNullable(connection.at("/pageInfo/endCursor").textValue());
    }
    return all;
  }

  @Test
  void allPagesTogetherAreAllOrders() throws Exception {
    List<JsonNode> all = sweep(ORDERS, "updated_at:>='2026-09-01T00:00:00Z'", "/data/orders");

    assertThat(all).extracting(node -> node.get("name").textValue()).doesNotHaveDuplicates();
    assertThat(all).hasSameSizeAs(MONTH.orders());
    assertThat(all).extracting(node -> node.get("updatedAt").textValue()).isSorted();
  }

  @Test
  void aWindowHoldsWhatChangedInIt() throws Exception {
    Instant from = Instant.parse("2026-10-10T00:00:00Z");
    Instant to = Instant.parse("2026-10-12T00:00:00Z");
    List<JsonNode> found =
        sweep(ORDERS, "updated_at:>=" + from + " updated_at:<" + to, "/data/orders");

    assertThat(found)
        .extracting(node -> node.get("name").textValue())
        .containsExactlyInAnyOrderElementsOf(
            MONTH.orders().stream()
                .filter(order -> !order.updatedAt(MONTH.setting().end()).isBefore(from))
                .filter(order -> order.updatedAt(MONTH.setting().end()).isBefore(to))
                .map(Order::name)
                .toList());
  }

  @Test
  void theLedgerIsTheMovementsAndAPayoutsListIsItsOwn() throws Exception {
    List<JsonNode> all =
        sweep(
            LEDGER,
            "processed_at:>=2026-09-01",
            "/data/shopifyPaymentsAccount/balanceTransactions");
    List<Movement> ledger =
        MONTH.movements().stream()
            .filter(movement -> movement.processor() == Processor.SHOPIFY)
            .toList();
    BigDecimal net =
        all.stream().map(ShopifyStandInTest::net).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(all).hasSameSizeAs(ledger);
    assertThat(net.movePointRight(2).longValueExact())
        .isEqualTo(ledger.stream().mapToLong(Movement::netMinor).sum());
    for (var payout : MONTH.payouts()) {
      if (payout.processor() == Processor.SHOPIFY) {
        List<JsonNode> list =
            sweep(
                LEDGER,
                "payments_transfer_id:" + payout.id(),
                "/data/shopifyPaymentsAccount/balanceTransactions");
        assertThat(list).hasSize(payout.movements().size() + 1);
        BigDecimal sum =
            list.stream()
                .filter(node -> !node.get("type").textValue().equals("TRANSFER"))
                .map(ShopifyStandInTest::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.movePointRight(2).longValueExact()).isEqualTo(payout.amountMinor());
      }
    }
  }

  private static BigDecimal net(JsonNode node) {
    return new BigDecimal(node.at("/net/amount").textValue());
  }

  @Test
  void theApiAndTheWebhooksSayTheSame() throws Exception {
    Map<String, JsonNode> newest = new HashMap<>();
    for (Delivery delivery : Deliveries.of(MONTH).sent()) {
      if (delivery.topic().equals("orders/updated")) {
        JsonNode order = JSON.readTree(delivery.body());
        newest.merge(order.get("name").textValue(), order, ShopifyStandInTest::newer);
      }
    }
    int compared = 0;
    for (JsonNode order : sweep(ORDERS, "updated_at:>=2026-10-01T04:00:00Z", "/data/orders")) {
      JsonNode told = newest.get(order.get("name").textValue());
      if (told != null && updated(told).equals(Instant.parse(order.get("updatedAt").textValue()))) {
        compared++;
        assertThat(order.at("/totalPriceSet/shopMoney/amount").textValue())
            .isEqualTo(told.get("total_price").textValue());
        assertThat(order.get("refunds")).hasSameSizeAs(told.get("refunds"));
        assertThat(order.get("fulfillments")).hasSameSizeAs(told.get("fulfillments"));
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static JsonNode newer(JsonNode one, JsonNode other) {
    return updated(one).isAfter(updated(other)) ? one : other;
  }

  private static Instant updated(JsonNode order) {
    return java.time.OffsetDateTime.parse(order.get("updated_at").textValue()).toInstant();
  }

  @Test
  void itShowsTheShopAsItWasAtAnInstant() throws Exception {
    Instant early = MONTH.setting().start().plus(Duration.ofDays(9));
    String costs = "{ inventoryItems(first: 50) { nodes { sku unitCost { amount } updatedAt } } }";
    String payouts = "{ shopifyPaymentsAccount { payouts(first: 50) { nodes { id status } } } }";
    try (ShopifyStandIn standIn = ShopifyStandIn.start(MONTH, 0, Behaviour.kind("shpat_right"))) {
      JsonNode late = ask(standIn, costs, Map.of()).at("/data/inventoryItems/nodes");
      standIn.showAt(early);
      JsonNode then = ask(standIn, costs, Map.of()).at("/data/inventoryItems/nodes");
      JsonNode paid =
          ask(standIn, payouts, Map.of()).at("/data/shopifyPaymentsAccount/payouts/nodes");
      JsonNode orders =
          ask(standIn, ORDERS, Map.of("query", "updated_at:>" + early)).at("/data/orders/nodes");

      assertThat(then).hasSize(12);
      assertThat(then).isNotEqualTo(late);
      assertThat(paid).hasSize(2);
      assertThat(orders).isEmpty();
    }
  }

  @Test
  void whatTheSchemaDoesNotHaveIsRefused() throws Exception {
    JsonNode unknown = ask(STAND_IN, "{ orders(first: 1) { nodes { colour } } }", Map.of());
    JsonNode noSize = ask(STAND_IN, "{ orders { nodes { id } } }", Map.of());
    JsonNode search =
        ask(STAND_IN, "{ orders(first: 1, query: \"shoe_size:44\") { nodes { id } } }", Map.of());

    assertThat(unknown.at("/errors/0/message").textValue()).contains("colour");
    assertThat(noSize.at("/errors/0/message").textValue()).contains("first or last");
    assertThat(search.at("/errors/0/message").textValue()).contains("shoe_size");
  }

  @Test
  void anInterfaceCostsWhatItsDearestTypeCosts() throws Exception {
    String sales =
        "{ orders(first: 1) { nodes { agreements(first: 1) { nodes { sales(first: 10) { nodes {"
            + " ... on ProductSale { lineItem { id } } ... on TipSale { lineItem { id } }"
            + " ... on ShippingLineSale { shippingLine { id } totalAmount { shopMoney { amount } } } } } } } } } }";

    // A sale is 1; with its shipping line and the two of its amount, 4; ten of them and their
    // connection, 42.
    assertThat(ask(STAND_IN, sales, Map.of()).at("/extensions/cost/requestedQueryCost").intValue())
        .isEqualTo(2 + 1 + 2 + 1 + 42);
  }

  @Test
  void aVariableThatIsMissingIsSaid() throws Exception {
    JsonNode answer =
        ask(STAND_IN, "query($id: ID!) { order(id: $id) { name } }", Map.of("other", "1"));

    assertThat(answer.at("/errors/0/message").textValue()).contains("id");
  }

  @Test
  void aWrongTokenIsRefused() throws Exception {
    assertThat(post(STAND_IN, "shpat_wrong", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void aQueryThatIsTooDearIsRefusedAndOneSentTooFastIsThrottledUntilTheBucketFills()
      throws Exception {
    Instant[] now = {Instant.parse("2026-11-01T00:00:00Z")};
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    Behaviour narrow = Behaviour.kind("shpat_right").with(Throttle.of(300, 50, clock));
    try (ShopifyStandIn standIn = ShopifyStandIn.start(MONTH, 0, narrow)) {
      String dear = "{ orders(first: 250) { nodes { id lineItems(first: 50) { nodes { id } } } } }";
      assertThat(ask(standIn, dear, Map.of()).at("/errors/0/extensions/code").textValue())
          .isEqualTo("MAX_COST_EXCEEDED");
      String page = "{ orders(first: 200) { nodes { id } } }";
      JsonNode first = ask(standIn, page, Map.of());
      JsonNode second = ask(standIn, page, Map.of());
      now[0] = now[0].plusSeconds(4);
      JsonNode third = ask(standIn, page, Map.of());

      assertThat(first.at("/data/orders/nodes")).hasSize(200);
      assertThat(first.at("/extensions/cost/requestedQueryCost").intValue()).isEqualTo(202);
      assertThat(second.at("/errors/0/extensions/code").textValue()).isEqualTo("THROTTLED");
      assertThat(second.at("/extensions/cost/throttleStatus/restoreRate").intValue()).isEqualTo(50);
      assertThat(second.has("data")).isFalse();
      assertThat(third.at("/data/orders/nodes")).hasSize(200);
    }
  }

  @Test
  void faultsComeBySeedAndNeverThreeInARow() throws Exception {
    Faults often = new Faults(9, 500, 200, 0, Duration.ZERO);
    try (ShopifyStandIn standIn =
        ShopifyStandIn.start(MONTH, 0, Behaviour.kind("shpat_right").with(often))) {
      int row = 0;
      int failed = 0;
      for (int i = 0; i < 60; i++) {
        int status = post(standIn, "shpat_right", "{\"query\":\"{ shop { name } }\"}").statusCode();
        row = status == 200 ? 0 : row + 1;
        failed += status == 200 ? 0 : 1;
        assertThat(row).isLessThan(3);
      }
      assertThat(failed).isGreaterThan(20);
    }
  }
}
