package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Fetched;
import java.util.List;
import java.util.Optional;

/** Reads an order's lists to their end, so that nothing is cut silently. */
final class Nested {
  /** Shopify ends every list at 25,000. */
  private static final int MOST_PAGES = 25_000;

  /** One agreement a query: with 200 sales of four points each it stays below the 1,000 that a query may cost. */
  private static final int MOST_SALES = 200;

  private static final String AGREEMENTS = "agreements";
  private static final List<String> ORDER = List.of("lineItems", "shippingLines", AGREEMENTS);
  private static final List<String> REFUND =
      List.of("refundLineItems", "refundShippingLines", "orderAdjustments", "transactions");
  private static final List<String> FULFILLMENT = List.of("fulfillmentLineItems");

  private final Session session;
  private final Sizes sizes;

  Nested(Session session, Sizes sizes) {
    this.session = session;
    this.sizes = sizes;
  }

  /** Completes the order in place. What it returns is why it could not. */
  Optional<Answer.Failure> complete(ObjectNode order) {
    Optional<Answer.Failure> failure =
        sales(order).or(() -> lists(order, Document.ORDER_PARTS, "order", ORDER));
    for (JsonNode refund : order.path("refunds")) {
      failure =
          failure.or(() -> lists((ObjectNode) refund, Document.REFUND_PARTS, "refund", REFUND));
    }
    for (JsonNode fulfillment : order.path("fulfillments")) {
      failure =
          failure.or(() ->
              lists(
                  (ObjectNode) fulfillment,
                  Document.FULFILLMENT_PARTS,
                  "fulfillment",
                  FULFILLMENT));
    }
    return failure.or(() -> anySalesLeft(order));
  }

  private Optional<Answer.Failure> lists(
      ObjectNode object, Document document, String root, List<String> names) {
    for (int page = 0; page < MOST_PAGES; page++) {
      if (names.stream().noneMatch(name -> hasNext(object.path(name)))) {
        return Optional.empty();
      }
      switch (session.ask(document, variables(object, document, names))) {
        case Answer.Data data -> {
          JsonNode part = data.data().path(root);
          if (!part.isObject()) {
            return Optional.of(gone(object));
          }
          names.stream()
              .filter(name -> hasNext(object.path(name)))
              .forEach(name -> append(object, part, name));
        }
        case Answer.Failure failure -> {
          return Optional.of(failure);
        }
      }
    }
    return Optional.of(refused(object, "has a list without an end"));
  }

  /** An agreement with more sales than a page holds has its order's agreements read one by one, with all their sales. */
  private Optional<Answer.Failure> sales(ObjectNode order) {
    if (anySalesLeft(order).isEmpty()) {
      return Optional.empty();
    }
    ObjectNode empty = JsonNodeFactory.instance.objectNode();
    empty.set("nodes", JsonNodeFactory.instance.arrayNode());
    empty.putObject("pageInfo").put("hasNextPage", true).putNull("endCursor");
    order.set(AGREEMENTS, empty);
    return new Nested(session, new Sizes(1, 1, MOST_SALES))
        .lists(order, Document.ORDER_PARTS, "order", List.of(AGREEMENTS));
  }

  private static Optional<Answer.Failure> anySalesLeft(ObjectNode order) {
    for (JsonNode agreement : order.path(AGREEMENTS).path("nodes")) {
      if (hasNext(agreement.path("sales"))) {
        return Optional.of(
            refused(order, "has an agreement of more than " + MOST_SALES + " sales"));
      }
    }
    return Optional.empty();
  }

  private ObjectNode variables(ObjectNode object, Document document, List<String> names) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.set("id", object.path("id"));
    variables.put("nested", sizes.nested());
    if (document == Document.ORDER_PARTS) {
      variables.put("sales", sizes.sales());
      ORDER.forEach(name -> variables.put(name, false));
    }
    for (String name : names) {
      boolean isWanted = hasNext(object.path(name));
      variables.put(name, isWanted);
      if (isWanted) {
        variables.set(name + "After", object.path(name).path("pageInfo").path("endCursor"));
      }
    }
    return variables;
  }

  private static void append(ObjectNode object, JsonNode part, String name) {
    JsonNode more = part.path(name);
    ((ArrayNode) object.path(name).path("nodes")).addAll((ArrayNode) more.path("nodes"));
    ((ObjectNode) object.path(name)).set("pageInfo", more.path("pageInfo"));
  }

  private static boolean hasNext(JsonNode connection) {
    return connection.path("pageInfo").path("hasNextPage").asBoolean(false);
  }

  private static Answer.Failure gone(ObjectNode object) {
    return refused(object, "is gone");
  }

  private static Answer.Failure refused(ObjectNode object, String what) {
    return new Answer.Failed(new Fetched.Refused(200, object.path("id").asText() + " " + what));
  }
}
