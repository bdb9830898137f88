package io.daybook.simulation.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.daybook.simulation.month.Month;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The GraphQL Admin API without its HTTP: a request's JSON in, an answer's JSON out. */
final class AdminApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final Month month;
  private final AtomicReference<AdminRoot> root;
  private final AppInstallation app = new AppInstallation();
  private final BulkOperations bulk = new BulkOperations();
  private final GraphQL graph;
  private final Costs costs;
  private final Throttle throttle;
  private final int maximumCost;

  AdminApi(Month month, Throttle throttle, int maximumCost) {
    this.month = month;
    this.root = new AtomicReference<>(new AdminRoot(month, month.setting().end()));
    GraphQLSchema schema = AdminSchema.of(root::get, app, bulk);
    this.graph = GraphQL.newGraphQL(schema).build();
    bulk.over(graph, schema);
    this.costs = new Costs(schema);
    this.throttle = throttle;
    this.maximumCost = maximumCost;
  }

  /** From now on the shop is as it was at an instant. */
  void showAt(Instant seen) {
    root.set(new AdminRoot(month, seen));
  }

  AppInstallation app() {
    return app;
  }

  BulkOperations bulk() {
    return bulk;
  }

  String answer(String request) {
    try {
      JsonNode asked = JSON.readTree(request);
      String query = asked.path("query").asText("");
      Map<String, Object> variables =
          asked.path("variables").isObject()
              ? JSON.convertValue(asked.get("variables"), MAP)
              : Map.of();
      Optional<String> operation = Optional.ofNullable(asked.path("operationName").textValue());
      return JSON.writeValueAsString(answer(query, variables, operation));
    } catch (JsonProcessingException e) {
      return "{\"errors\":[{\"message\":\"the request is not JSON\"}]}";
    }
  }

  private Map<String, Object> answer(
      String query, Map<String, Object> variables, Optional<String> operation) {
    Costs.Asked asked = costs.of(query, variables, operation);
    switch (asked) {
      case Costs.Invalid invalid -> {
        return Map.of(
            "errors", invalid.errors().stream().map(GraphQLError::toSpecification).toList());
      }
      case Costs.Points points -> {
        if (points.points() > maximumCost) {
          return tooDear(points.points());
        }
        if (!throttle.take(points.points())) {
          return throttled(points.points());
        }
        return execute(query, variables, operation, points.points());
      }
    }
  }

  private Map<String, Object> execute(
      String query, Map<String, Object> variables, Optional<String> operation, int requested) {
    ExecutionInput.Builder input =
        ExecutionInput.newExecutionInput().query(query).variables(variables);
    operation.ifPresent(input::operationName);
    ExecutionResult result = graph.execute(input.build());
    int actual = Math.min(requested, Costs.actual(Optional.ofNullable(result.getData())));
    throttle.giveBack(requested - actual);
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      answer.put("errors", result.getErrors().stream().map(GraphQLError::toSpecification).toList());
    }
    answer.put("data", result.getData());
    answer.put("extensions", Map.of("cost", cost(requested, Optional.of(actual))));
    return answer;
  }

  private Map<String, Object> tooDear(int requested) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put(
        "message",
        "Query cost is "
            + requested
            + ", which exceeds the single query max cost limit ("
            + maximumCost
            + ").");
    error.put(
        "extensions",
        Map.of("code", "MAX_COST_EXCEEDED", "cost", requested, "maxCost", maximumCost));
    return Map.of("errors", List.of(error));
  }

  private Map<String, Object> throttled(int requested) {
    Map<String, Object> error =
        Map.of("message", "Throttled", "extensions", Map.of("code", "THROTTLED"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("errors", List.of(error));
    answer.put("extensions", Map.of("cost", cost(requested, Optional.empty())));
    return answer;
  }

  private Map<String, Object> cost(int requested, Optional<Integer> actual) {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requestedQueryCost", requested);
    cost.put("actualQueryCost", actual.orElse(null));
    Throttle.Status status = throttle.status();
    Map<String, Object> throttleStatus = new LinkedHashMap<>();
    throttleStatus.put("maximumAvailable", BigDecimal.valueOf(status.maximumAvailable() * 10L, 1));
    throttleStatus.put("currentlyAvailable", status.currentlyAvailable());
    throttleStatus.put("restoreRate", BigDecimal.valueOf(status.restoreRate() * 10L, 1));
    cost.put("throttleStatus", throttleStatus);
    return cost;
  }
}
