package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a payout consists of, in chunks {@code {payoutId, currency, chunk, chunks, total, transactions}}. How many there
 * are the API does not say, so that a payout is listed to its end before its first chunk is told; Shopify ends lists at
 * 25,000.
 */
final class PayoutListing {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 250;
  private static final int CHUNK = 100;

  private final Session session;

  PayoutListing(Session session) {
    this.session = session;
  }

  /** A payout's chunks, or why there are none. */
  sealed interface Listed {
    /** All of them; none for a payout whose transactions may still change. */
    record Chunks(List<PulledObject> chunks) implements Listed {
      /** Copies the list. */
      public Chunks {
        chunks = List.copyOf(chunks);
      }
    }

    /** Nothing, and why. */
    record Failed(Answer.Failure why) implements Listed {}
  }

  Listed list(JsonNode payout) {
    if (payout.path("status").asText().equals("SCHEDULED")) {
      return new Listed.Chunks(List.of());
    }
    String id = payout.path("id").asText();
    String number = id.substring(id.lastIndexOf('/') + 1);
    List<JsonNode> transactions = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (session.ask(Document.PAYOUT_TRANSACTIONS, variables(number, after))) {
        case Answer.Data data -> {
          JsonNode connection = Resource.BALANCE_TRANSACTIONS.connection(data.data());
          for (JsonNode transaction : connection.path("nodes")) {
            // Its own line is no part of what it consists of.
            if (!transaction.path("type").asText().equals("TRANSFER")) {
              transactions.add(transaction);
            }
          }
          if (Pages.hasNoCursor(connection)) {
            return new Listed.Failed(Pages.refused());
          }
          after = Pages.next(connection);
          if (after.isEmpty()) {
            return new Listed.Chunks(chunks(payout, number, transactions));
          }
        }
        case Answer.Failure failure -> {
          return new Listed.Failed(failure);
        }
      }
    }
    return new Listed.Failed(
        new Answer.Failed(
            new Fetched.Refused(
                200,
                "payout " + number + " has more than " + MOST_PAGES * PAGE + " transactions")));
  }

  private static ObjectNode variables(String payout, Optional<String> after) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.put("first", PAGE);
    variables.put("query", "payments_transfer_id:" + payout);
    after.ifPresent(cursor -> variables.put("after", cursor));
    return variables;
  }

  private static List<PulledObject> chunks(
      JsonNode payout, String number, List<JsonNode> transactions) {
    int count = Math.max(1, Math.ceilDiv(transactions.size(), CHUNK));
    List<PulledObject> chunks = new ArrayList<>();
    for (int chunk = 1; chunk <= count; chunk++) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      object.put("payoutId", number);
      object.set("currency", payout.path("net").path("currencyCode"));
      object.put("chunk", chunk);
      object.put("chunks", count);
      object.put("total", transactions.size());
      ArrayNode part = object.putArray("transactions");
      int from = (chunk - 1) * CHUNK;
      part.addAll(transactions.subList(from, Math.min(from + CHUNK, transactions.size())));
      chunks.add(
          new PulledObject(
              Resource.PAYOUT_TRANSACTIONS.topic(),
              number + "/" + chunk,
              Bytes.utf8(object.toString())));
    }
    return chunks;
  }
}
