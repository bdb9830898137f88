package io.daybook.retrieval.stripe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of a Stripe list, {@code {"data":[…],"has_more":…}}, each object with the bytes in which it came.
 *
 * @param items the objects, newest first
 * @param hasMore whether there are older ones
 */
record StripeList(List<Item> items, boolean hasMore) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * An object.
   *
   * @param id Stripe's
   * @param tree what it says
   * @param raw its bytes
   */
  record Item(String id, JsonNode tree, Bytes raw) {}

  /** Where the next page begins; absent after the last. */
  Optional<String> next() {
    return hasMore && !items.isEmpty() ? Optional.of(items.getLast().id()) : Optional.empty();
  }

  /**
   * Cuts an answer into its objects.
   *
   * @throws IOException if it is not a list of objects with ids
   */
  static StripeList parse(byte[] body) throws IOException {
    List<Item> items = new ArrayList<>();
    Optional<Boolean> hasMore = Optional.empty();
    boolean hasData = false;
    try (JsonParser parser = MAPPER.createParser(body)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("data")) {
          require(value == JsonToken.START_ARRAY);
          hasData = true;
          cut(parser, body, items);
        } else if (name.equals("has_more")) {
          hasMore = Optional.of(parser.getBooleanValue());
        } else {
          parser.skipChildren();
        }
      }
      require(hasData && parser.currentToken() == JsonToken.END_OBJECT);
    }
    return new StripeList(
        List.copyOf(items), hasMore.orElseThrow(() -> new IOException("a list without has_more")));
  }

  private static void cut(JsonParser parser, byte[] body, List<Item> items) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken() == JsonToken.START_OBJECT);
      int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      parser.skipChildren();
      int to = Math.toIntExact(parser.currentLocation().getByteOffset());
      byte[] raw = Arrays.copyOfRange(body, from, to);
      JsonNode tree = MAPPER.readTree(raw);
      require(tree.path("id").isTextual());
      items.add(new Item(tree.get("id").textValue(), tree, Bytes.of(raw)));
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("not a list of objects with ids");
    }
  }
}
