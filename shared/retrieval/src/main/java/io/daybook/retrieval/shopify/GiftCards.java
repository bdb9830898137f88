package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Fetched;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says of the gift cards that paid for orders how they came to be (rule A7): each such transaction gets a field {@code
 * giftCard}, whose {@code issued} says whether a person issued it in the admin. Without the scope {@code read_gift_cards}
 * nothing is said of any. What else a gateway's receipt holds is taken away: it may be about people.
 */
final class GiftCards {
  private static final int MOST = 50;
  private static final int MOST_USED = 100;
  private static final String GID = "gid://shopify/GiftCard/";

  private final Session session;

  GiftCards(Session session) {
    this.session = session;
  }

  /** Completes the transactions of orders. What it returns is why it could not. */
  Optional<Answer.Failure> complete(List<? extends JsonNode> orders) {
    Map<ObjectNode, String> paid = new LinkedHashMap<>();
    for (JsonNode order : orders) {
      for (JsonNode transaction : order.path("transactions")) {
        if (transaction instanceof ObjectNode payment) {
          Optional<JsonNode> receipt = Optional.ofNullable(payment.remove("receiptJson"));
          if (payment.path("gateway").asText().equals("gift_card")) {
            receipt.flatMap(GiftCards::card).ifPresent(card -> paid.put(payment, card));
          }
        }
      }
    }
    List<String> cards = paid.values().stream().distinct().toList();
    for (int start = 0; start < cards.size(); start += MOST) {
      List<String> some = cards.subList(start, Math.min(start + MOST, cards.size()));
      switch (session.ask(Document.GIFT_CARDS, variables(some))) {
        case Answer.Data data -> say(data.data(), paid);
        case Answer.Failed(Fetched.Refused refused) when refused.status() == 200 -> {
          // The scope is missing, which the connection's check says: the cards count as sold.
          return Optional.empty();
        }
        case Answer.Failure failure -> {
          return Optional.of(failure);
        }
      }
    }
    return Optional.empty();
  }

  private static void say(JsonNode data, Map<ObjectNode, String> paid) {
    Set<String> issued = new HashSet<>();
    data.path("giftCards").path("nodes").forEach(card -> issued.add(card.path("id").asText()));
    for (JsonNode node : data.path("nodes")) {
      if (node instanceof ObjectNode card) {
        String id = card.path("id").asText();
        card.put("issued", issued.contains(id));
        paid.forEach((payment, used) -> {
          if (id.equals(GID + used)) {
            payment.set("giftCard", card);
          }
        });
      }
    }
  }

  private static ObjectNode variables(List<String> cards) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    List<String> terms = new ArrayList<>();
    for (String card : cards) {
      variables.withArray("ids").add(GID + card);
      terms.add("id:" + card);
    }
    variables.put("first", cards.size()).put("used", MOST_USED);
    return variables.put("issued", "source:manual AND (" + String.join(" OR ", terms) + ")");
  }

  /** The card that a receipt names: {@code {"gift_card_id":7,…}}, as an object or as text. */
  private static Optional<String> card(JsonNode receipt) {
    try {
      JsonNode told =
          receipt.isTextual()
              ? JsonTranslation.read(receipt.textValue().getBytes(UTF_8)).node()
              : receipt;
      String id = told.path("gift_card_id").asText("");
      return id.matches("[0-9]{1,18}") ? Optional.of(id) : Optional.empty();
    } catch (FieldProblem noReceipt) {
      return Optional.empty();
    }
  }
}
