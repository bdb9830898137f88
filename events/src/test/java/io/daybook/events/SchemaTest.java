package io.daybook.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Binds the published schemas, the golden samples and the records to each other. */
class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<JsonSubTypes.Type> kinds() {
    return Arrays.stream(Fact.class.getAnnotation(JsonSubTypes.class).value());
  }

  private static JsonNode schema(String kind) throws IOException {
    return json("schema/" + kind + ".schema.json");
  }

  private static JsonNode sample(String kind) throws IOException {
    return json("samples/" + kind + ".json");
  }

  private static JsonNode json(String path) throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return MAPPER.readTree(in);
    }
  }

  private static List<String> problems(JsonNode schema, JsonNode fact) {
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, strict);
    return compiled.validate(fact).stream().map(Object::toString).toList();
  }

  @Test
  void everyFactHasAName() {
    Set<Class<?>> named = Set.copyOf(kinds().map(JsonSubTypes.Type::value).toList());

    assertThat(leaves(Fact.class)).containsExactlyInAnyOrderElementsOf(named);
  }

  private static List<Class<?>> leaves(Class<?> sealed) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      leaves.addAll(permitted.isSealed() ? leaves(permitted) : List.of(permitted));
    }
    return leaves;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSampleIsWhatTheSchemaAllows(JsonSubTypes.Type kind) throws IOException {
    assertThat(problems(schema(kind.name()), sample(kind.name()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSampleReadsIntoItsRecordAndIsWrittenBackEqual(JsonSubTypes.Type kind)
      throws IOException, MalformedFact {
    JsonNode sample = sample(kind.name());

    Fact fact = FactJson.read(sample.toString());

    assertThat(fact).isInstanceOf(kind.value());
    assertThat(MAPPER.readTree(FactJson.write(fact))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSampleWithAnUnknownFieldOrWithoutAnyOneThatIsRequiredIsNotAllowed(JsonSubTypes.Type kind)
      throws IOException {
    JsonNode schema = schema(kind.name());
    ObjectNode more = sample(kind.name()).deepCopy();
    more.put("customerName", "Jane");

    assertThat(problems(schema, more)).isNotEmpty();
    for (JsonNode required : schema.get("required")) {
      ObjectNode less = sample(kind.name()).deepCopy();
      less.remove(required.textValue());
      assertThat(problems(schema, less)).as("without " + required).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSchemaNamesTheRecordsComponents(JsonSubTypes.Type kind) throws IOException {
    JsonNode schema = schema(kind.name());

    assertThat(schema.get("$id").textValue()).isEqualTo("urn:daybook:schema:fact:" + kind.name());
    assertThat(schema.at("/properties/fact/const").textValue()).isEqualTo(kind.name());
    requireComponents(kind.value(), schema, schema, Set.of("fact"));
  }

  /** The same names, the same that may be missing, a description each, and so on into nested records. */
  private static void requireComponents(
      Class<?> type, JsonNode object, JsonNode schema, Set<String> besides) {
    Set<String> names = new TreeSet<>(besides);
    Set<String> required = new TreeSet<>(besides);
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
      if (!component.getType().equals(Optional.class)) {
        required.add(component.getName());
      }
      JsonNode property = object.path("properties").path(component.getName());
      assertThat(property.path("description").asText())
          .as(type + "." + component.getName())
          .isNotBlank();
      requireNested(component.getGenericType(), property, schema);
    }
    assertThat(names(object.get("properties").fieldNames())).as(type.getName()).isEqualTo(names);
    assertThat(names(object.get("required").elements())).as(type.getName()).isEqualTo(required);
    assertThat(object.get("additionalProperties").booleanValue()).as(type.getName()).isFalse();
    assertThat(object.path("description").asText()).as(type.getName()).isNotBlank();
  }

  private static void requireNested(Type type, JsonNode property, JsonNode schema) {
    if (type instanceof ParameterizedType wrapped) {
      JsonNode inner = property.has("items") ? property.get("items") : property;
      requireNested(wrapped.getActualTypeArguments()[0], inner, schema);
    } else if (type instanceof Class<?> nested && nested.isRecord() && property.has("$ref")) {
      requireComponents(
          nested, schema.at(property.get("$ref").textValue().substring(1)), schema, Set.of());
    } else if (type instanceof Class<?> constants && constants.isEnum()) {
      assertThat(names(property.get("enum").elements()))
          .isEqualTo(
              new TreeSet<>(
                  Arrays.stream(constants.getEnumConstants()).map(Object::toString).toList()));
    }
  }

  private static Set<String> names(Iterator<?> names) {
    Set<String> found = new TreeSet<>();
    names.forEachRemaining(
        name -> found.add(name instanceof JsonNode node ? node.textValue() : name.toString()));
    return found;
  }
}
