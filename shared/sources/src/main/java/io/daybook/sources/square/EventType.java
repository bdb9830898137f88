package io.daybook.sources.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Optional;

/** What the types of Square's events mean to the books. */
final class EventType {
  /** The topic of a message whose type cannot be read: genuine all the same, and kept. */
  static final String UNREADABLE = "event";

  /**
   * Families that are understood and tell no money of their own: people, prices, stock, settings. Events of orders and
   * refunds say that one changed, without its amounts or without its lines: the next sweep brings it. Invoices, gift
   * cards and subscriptions are sold and paid by orders and payments.
   */
  private static final List<String> WITHOUT_MONEY =
      List.of(
          "bank_account.",
          "booking.",
          "card.",
          "catalog.",
          "checkout.",
          "customer.",
          "device.",
          "gift_card.",
          "inventory.",
          "invoice.",
          "job.",
          "labor.",
          "location.",
          "loyalty.",
          "merchant.",
          "oauth.",
          "online_checkout.",
          "order.",
          "refund.",
          "subscription.",
          "team_member.",
          "terminal.",
          "transfer_order.",
          "vendor.");

  private EventType() {}

  /** Whether an event of this type is understood and tells no fact itself. */
  static boolean concernsNoMoney(String type) {
    return type.startsWith("dispute.evidence.")
        || WITHOUT_MONEY.stream().anyMatch(type::startsWith);
  }

  /** The type in an event's envelope, as far as the bytes can be read: a message cut short has its type mostly. */
  static String topic(byte[] body) {
    return safe(topLevelType(body).orElse(UNREADABLE));
  }

  /** A word of Square's, if it looks like one; what does not is not repeated. */
  static String safe(String word) {
    return word.matches("[a-z0-9_.]{1,100}") ? word : UNREADABLE;
  }

  private static Optional<String> topLevelType(byte[] body) {
    Optional<String> type = Optional.empty();
    try (JsonReader json =
        new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return type;
      }
      json.beginObject();
      while (json.hasNext()) {
        boolean isType = json.nextName().equals("type");
        if (isType && json.peek() == JsonToken.STRING) {
          type = Optional.of(json.nextString());
        } else {
          json.skipValue();
        }
      }
      return type;
    } catch (IOException e) {
      return type;
    }
  }
}
