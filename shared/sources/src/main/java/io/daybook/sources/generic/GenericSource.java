package io.daybook.sources.generic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.daybook.FactFile;
import io.daybook.sources.daybook.FactFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Canonical facts of a platform that nobody here knows, as its connector tells them. */
public final class GenericSource implements Source {
  /** Problems of a message that are named; of more the first ones are. */
  private static final int MOST_PROBLEMS = 10;

  private static final int MOST_FACTS = 1000;
  private static final int DEEPEST = 50;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Verifier verifier = new GenericVerifier();

  /** A fact that is not taken. */
  private record Problem(String pointer, String expected) {}

  @Override
  public Verifier verifier() {
    return verifier;
  }

  /** All facts of the message, or the places of what is wrong with it as JSON pointers. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    if (!topic.equals(GenericVerifier.FACTS)) {
      return new Translation.Unknown("generic topic that is not facts");
    }
    JsonNode root;
    try {
      root = read(body);
    } catch (IOException | NumberFormatException notJson) {
      return new Translation.Malformed("/", "JSON: a fact, a list of facts, or {\"facts\":[…]}");
    }
    List<JsonNode> told = new ArrayList<>();
    String at = "";
    if (root.isArray()) {
      root.forEach(told::add);
    } else if (root.path("facts").isArray() && root.size() == 1) {
      root.get("facts").forEach(told::add);
      at = "/facts";
    } else {
      told.add(root);
    }
    if (told.isEmpty() || told.size() > MOST_FACTS) {
      return new Translation.Malformed(at + "/", "1 to " + MOST_FACTS + " facts");
    }
    boolean isSingle = at.isEmpty() && !root.isArray();
    return translate(told, isSingle, at, origin);
  }

  private static Translation translate(
      List<JsonNode> told, boolean isSingle, String at, Origin origin) {
    List<Fact> facts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int index = 0; index < told.size() && problems.size() < MOST_PROBLEMS; index++) {
      String pointer = isSingle ? "" : at + "/" + index;
      read(told.get(index), pointer, origin, facts, problems);
    }
    if (problems.isEmpty()) {
      return new Translation.Facts(facts);
    }
    StringBuilder words = new StringBuilder(problems.getFirst().expected());
    for (Problem more : problems.subList(1, problems.size())) {
      words.append("; ").append(more.pointer()).append(": ").append(more.expected());
    }
    String first = problems.getFirst().pointer();
    return new Translation.Malformed(first.isEmpty() ? "/" : first, words.toString());
  }

  private static void read(
      JsonNode told, String pointer, Origin origin, List<Fact> facts, List<Problem> problems) {
    if (!(told instanceof ObjectNode object)) {
      problems.add(new Problem(pointer, "an object with a kind under \"fact\""));
      return;
    }
    // Whose the fact is, the connection says; a message may leave it out.
    JsonNode own = object.path("origin");
    if (own.isMissingNode()) {
      object.put("origin", origin.toString());
    } else if (!own.isTextual() || !own.textValue().equals(origin.toString())) {
      problems.add(new Problem(pointer + "/origin", "the connection's own, " + origin));
      return;
    }
    switch (FactFiles.read("message", bytes(object))) {
      case FactFile.Facts read -> {
        Fact fact = read.facts().getFirst();
        switch (Tellable.of(fact)) {
          case PLATFORM -> {
            if (isOfAnothersOrder(fact, origin)) {
              problems.add(
                  new Problem(
                      pointer + "/order/shop",
                      "no shop but the connection's own; reconciliation finds the order"));
            } else {
              facts.add(fact);
            }
          }
          case PERSON ->
              problems.add(
                  new Problem(
                      pointer + "/fact", "a kind that a platform tells, not a person's act"));
          case HUB ->
              problems.add(
                  new Problem(
                      pointer + "/fact", "a kind that a platform tells, not what the hub finds"));
        }
      }
      case FactFile.Refused refused ->
          problems.add(
              new Problem(
                  pointer + pointer(refused.problem().field()), refused.problem().expected()));
    }
  }

  /** A dispute may name its order, and would be posted there. */
  private static boolean isOfAnothersOrder(Fact fact, Origin origin) {
    return fact instanceof Dispute dispute
        && dispute.order().filter(order -> !order.shop().equals(origin)).isPresent();
  }

  /** {@code facts[0].lines[2].taxes} as {@code /lines/2/taxes}. */
  static String pointer(String field) {
    return field.startsWith("facts[0]")
        ? field.substring("facts[0]".length()).replaceAll("[.\\[]", "/").replace("]", "")
        : "";
  }

  private static JsonNode read(byte[] body) throws IOException {
    try (JsonParser parser = MAPPER.createParser(body)) {
      JsonNode root = MAPPER.readTree(parser);
      if (root == null || parser.nextToken() != null) {
        throw new IOException("not one JSON value");
      }
      return root;
    }
  }

  private static byte[] bytes(ObjectNode fact) {
    try {
      return MAPPER.writeValueAsBytes(List.of(fact));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was read cannot be written", e);
    }
  }
}
