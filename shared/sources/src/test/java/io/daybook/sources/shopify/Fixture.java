package io.daybook.sources.shopify;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A message of the kind Shopify sends, to be changed by a test and translated. */
final class Fixture {
  static final Origin SHOP = Origin.parse("shopify:blue-cup.myshopify.com");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode root;

  private Fixture(JsonNode root) {
    this.root = root;
  }

  static Fixture of(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream(name + ".json")) {
      return new Fixture(MAPPER.readTree(Objects.requireNonNull(in, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with another value, given as JSON with single quotes. */
  Fixture with(String pointer, String json) {
    JsonNode copy = root.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode parent = (ObjectNode) copy.at(at.head());
    try {
      parent.set(at.last().getMatchingProperty(), MAPPER.readTree(json.replace('\'', '"')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Fixture(copy);
  }

  Fixture without(String pointer) {
    JsonNode copy = root.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
    return new Fixture(copy);
  }

  /** A part of it, as a message of its own. */
  Fixture part(String pointer) {
    return new Fixture(root.at(pointer));
  }

  /** Where its fields are, those within lists included. */
  List<String> pointers() {
    List<String> pointers = new ArrayList<>();
    collect(root, "", pointers);
    return pointers;
  }

  private static void collect(JsonNode node, String at, List<String> pointers) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> {
            pointers.add(at + "/" + field.getKey());
            collect(field.getValue(), at + "/" + field.getKey(), pointers);
          });
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at + "/" + i, pointers);
    }
  }

  byte[] bytes() {
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  Translation translate(String topic) {
    return new ShopifySource().translate(topic, bytes(), SHOP);
  }

  List<Fact> facts(String topic) {
    return switch (translate(topic)) {
      case Translation.Facts told -> told.facts();
      case Translation.Unknown unknown -> throw new AssertionError(unknown);
      case Translation.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  /** The facts of one kind. */
  <T extends Fact> List<T> facts(String topic, Class<T> kind) {
    return facts(topic).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The only fact of a kind. */
  <T extends Fact> T fact(String topic, Class<T> kind) {
    List<T> facts = facts(topic, kind);
    if (facts.size() != 1) {
      throw new AssertionError(
          facts.size() + " facts of " + kind.getSimpleName() + " in " + facts(topic));
    }
    return facts.getFirst();
  }
}
