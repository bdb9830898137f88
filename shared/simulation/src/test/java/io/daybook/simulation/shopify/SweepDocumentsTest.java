package io.daybook.simulation.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents that the project's own sweep sends, read as files: this module knows nothing else of the sweep. */
class SweepDocumentsTest {
  private static final Month MONTH = new MonthGenerator(3).generate();
  private static final GraphQLSchema SCHEMA =
      AdminSchema.of(
          () -> new AdminRoot(MONTH, MONTH.setting().end()),
          new AppInstallation(),
          new BulkOperations());
  private static final Path FOLDER =
      Path.of(
          Objects.requireNonNull(System.getProperty("daybook.root")),
          "shared/retrieval/src/main/resources/io/daybook/retrieval/shopify");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList();
    }
  }

  /** With the fragments that it uses, as it is sent. */
  private static String whole(Path file) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(file));
    Set<String> used = new HashSet<>();
    Matcher spread = Pattern.compile("[.]{3}([A-Z]\\w*)").matcher(text);
    for (int at = 0; spread.find(at); at = spread.end()) {
      if (used.add(spread.group(1))) {
        text.append(
            Files.readString(FOLDER.resolve("fragments").resolve(spread.group(1) + ".graphql")));
      }
    }
    return text.toString();
  }

  @Test
  void noFragmentIsLeftThatNoDocumentUses() throws Exception {
    StringBuilder all = new StringBuilder();
    for (Path file : documents()) {
      all.append(whole(file));
    }
    try (Stream<Path> fragments = Files.list(FOLDER.resolve("fragments"))) {
      assertThat(fragments.map(file -> file.getFileName().toString().replace(".graphql", "")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(all.toString()).contains("..." + name));
    }
  }

  @Test
  void everyDocumentIsValidUnderTheSchema() throws Exception {
    assertThat(documents()).hasSizeGreaterThan(5);
    for (Path file : documents()) {
      ExecutionInput input = ExecutionInput.newExecutionInput().query(whole(file)).build();
      assertThat(ParseAndValidate.parseAndValidate(SCHEMA, input).getErrors())
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void whatIsRunInBulkKeepsTheRulesOfBulkQueries() throws Exception {
    for (Path file : documents()) {
      boolean isBulk = file.toString().endsWith("-in-bulk.graphql");
      assertThat(BulkRules.complaint(whole(file), SCHEMA).isEmpty())
          .as(file + " " + BulkRules.complaint(whole(file), SCHEMA))
          .isEqualTo(isBulk);
    }
  }

  private static JsonNode ask(String file, Map<String, Object> variables) throws Exception {
    AdminApi api =
        new AdminApi(MONTH, Throttle.of(1_000_000, 1, Clock.systemUTC()), Integer.MAX_VALUE);
    String query = whole(FOLDER.resolve(file));
    return JSON.readTree(
        api.answer(JSON.writeValueAsString(Map.of("query", query, "variables", variables))));
  }

  @Test
  void ordersAreServedWithAllTheirParts() throws Exception {
    JsonNode answer =
        ask(
            "orders.graphql",
            Map.of("first", 250, "nested", 20, "sales", 20, "query", "updated_at:>=2026-09-01"));

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode orders = answer.at("/data/orders/nodes");
    assertThat(orders).hasSize(250);
    for (JsonNode order : orders) {
      assertThat(order.get("lineItems").get("nodes")).isNotEmpty();
      assertThat(order.get("shippingLines").get("nodes")).hasSize(1);
      assertThat(order.get("transactions")).isNotEmpty();
      assertThat(order.at("/agreements/nodes/0/__typename").textValue())
          .isEqualTo("OrderAgreement");
      assertThat(order.at("/shippingAddress/countryCodeV2").textValue()).isEqualTo("US");
    }
  }

  @Test
  void aPageOfOneOrderIsNotTooDearForThePlatform() throws Exception {
    JsonNode answer =
        ask(
            "orders.graphql",
            Map.of("first", 1, "nested", 5, "sales", 5, "query", "updated_at:>=2026-09-01"));

    assertThat(answer.at("/extensions/cost/requestedQueryCost").intValue())
        .isBetween(50, ShopifyStandIn.MAXIMUM_COST);
  }

  @Test
  void theRestIsServedAsWell() throws Exception {
    Map<String, Object> all = Map.of("first", 250, "query", "");
    assertThat(
            ask("balance-transactions.graphql", all)
                .at("/data/shopifyPaymentsAccount/balanceTransactions/nodes"))
        .hasSizeGreaterThan(200);
    assertThat(ask("payouts.graphql", all).at("/data/shopifyPaymentsAccount/payouts/nodes"))
        .hasSize(5);
    assertThat(ask("disputes.graphql", all).at("/data/shopifyPaymentsAccount/disputes/nodes"))
        .isEmpty();
    assertThat(ask("item-costs.graphql", all).at("/data/inventoryItems/nodes")).hasSize(12);
  }
}
