package io.daybook.sources.daybook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.daybook.events.Fact;
import io.daybook.events.FactJson;
import io.daybook.sources.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the file in which a person brings canonical facts: {@code {"facts":[…]}} or the list alone, each as its published
 * schema says. What is expected of a field is told in the schema's own words.
 */
public final class FactFiles {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final String LIST = "JSON: {\"facts\":[…]} or the list alone";
  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** Where the reader names a missing field only in its words. */
  private static final Pattern MISSING = Pattern.compile("creator property '([A-Za-z]+)'");

  private final String fileName;

  private FactFiles(String fileName) {
    this.fileName = fileName;
  }

  /**
   * The facts of a file, all or none.
   *
   * @param fileName for messages to people
   * @param bytes the file, UTF-8
   */
  public static FactFile read(String fileName, byte[] bytes) {
    return new FactFiles(fileName).read(bytes);
  }

  private FactFile read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return refused(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
    }
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        if (!"facts".equals(parser.nextFieldName())) {
          return refused(parser.currentLocation().getLineNr(), "facts", LIST);
        }
        first = parser.nextToken();
      }
      return first == JsonToken.START_ARRAY
          ? facts(parser)
          : refused(first == null ? 0 : parser.currentLocation().getLineNr(), "the file", LIST);
    } catch (JsonProcessingException e) {
      return refused(line(e).orElse(0), "the file", LIST);
    } catch (IOException | NumberFormatException e) {
      // The former for a text that begins as UTF-32 does and is cut, the latter for an exponent of
      // a
      // dozen digits.
      return refused(0, "the file", LIST);
    }
  }

  private FactFile facts(JsonParser parser) throws IOException {
    List<Fact> facts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int line = parser.currentTokenLocation().getLineNr();
      JsonNode told = MAPPER.readTree(parser);
      try {
        facts.add(MAPPER.treeToValue(told, Fact.class));
      } catch (JsonProcessingException wrong) {
        return problem(line, facts.size(), told, wrong);
      }
    }
    return facts.isEmpty() ? refused(1, "facts", "at least one fact") : new FactFile.Facts(facts);
  }

  /** The line is the fact's first: with the field's path it leads there. */
  private FactFile problem(int line, int index, JsonNode told, JsonProcessingException wrong) {
    List<JsonMappingException.Reference> path =
        wrong instanceof JsonMappingException mapped ? mapped.getPath() : List.of();
    String field =
        path.stream()
            .map(part ->
                part.getFieldName() == null
                    ? "[" + part.getIndex() + "]"
                    : "." + part.getFieldName())
            .collect(Collectors.joining());
    Matcher missing = MISSING.matcher(wrong.getOriginalMessage());
    if (missing.find() && !field.endsWith("." + missing.group(1))) {
      field += "." + missing.group(1);
    }
    String kind = told.path("fact").asText();
    return refused(
        line,
        "facts[" + index + "]" + (field.isEmpty() && kind.isEmpty() ? ".fact" : field),
        expected(kind, field, wrong));
  }

  private static String expected(String kind, String field, JsonProcessingException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          "no such field, but one of "
              + unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case InvalidTypeIdException _ ->
          "the kind of a fact that has a schema in events/, such as bill or label";
      case ValueInstantiationException refused
          when refused.getCause() instanceof IllegalArgumentException own ->
          "another value: " + own.getMessage();
      default ->
          schema(kind)
              .flatMap(schema -> words(schema, field))
              .orElse("a fact as the schema of '" + kind + "' says");
    };
  }

  private static Optional<JsonNode> schema(String kind) {
    if (!kind.matches("[a-z-]+")) {
      return Optional.empty();
    }
    try (InputStream in = FactJson.class.getResourceAsStream("schema/" + kind + ".schema.json")) {
      return in == null ? Optional.empty() : Optional.of(MAPPER.readTree(in));
    } catch (IOException e) {
      throw new IllegalStateException("the schema of " + kind + " cannot be read", e);
    }
  }

  /** The schema's words on a field: its type, what it may be, what it means. */
  private static Optional<String> words(JsonNode schema, String field) {
    JsonNode at = schema;
    for (String part : field.split("[.\\[]", -1)) {
      if (!part.isEmpty()) {
        at = at.has("$ref") ? schema.at(at.path("$ref").asText().substring(1)) : at;
        at = part.endsWith("]") ? at.path("items") : at.path("properties").path(part);
      }
    }
    if (at.isMissingNode() || field.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    Iterator<JsonNode> choices = at.path("enum").elements();
    if (choices.hasNext()) {
      List<String> names = new ArrayList<>();
      choices.forEachRemaining(choice -> names.add(choice.asText()));
      words.add("one of " + String.join(", ", names));
    } else {
      words.add(at.path("format").asText(at.path("type").asText("a value")));
    }
    words.add(at.path("description").asText("as the schema says"));
    return Optional.of(String.join(": ", words));
  }

  private static Optional<Integer> line(JsonProcessingException wrong) {
    return Optional.ofNullable(wrong.getLocation()).map(JsonLocation::getLineNr);
  }

  private FactFile refused(int line, String field, String expected) {
    return new FactFile.Refused(new FileProblem(fileName, line, field, expected));
  }
}
