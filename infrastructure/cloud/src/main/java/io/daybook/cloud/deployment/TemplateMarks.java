package io.daybook.cloud.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a template's metadata says of the release that it is: {@value Formats#METADATA} and {@value #RELEASE}. The stack
 * carries it, so that what runs can be asked of AWS itself, whatever the records say.
 */
final class TemplateMarks {
  static final String RELEASE = "daybook:release";

  private TemplateMarks() {}

  /** The formats that the template declares. */
  static Optional<Formats> formats(ObjectNode template) {
    return formats(template.path("Metadata"));
  }

  private static Optional<Formats> formats(JsonNode metadata) {
    JsonNode formats = metadata.path(Formats.METADATA);
    if (!formats.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        Formats.fromJson(
            Records.MAPPER.convertValue(
                formats,
                Records.MAPPER
                    .getTypeFactory()
                    .constructMapType(Map.class, String.class, Formats.Form.class))));
  }

  /** Writes the marks into a template. */
  static void mark(ObjectNode template, int release, Formats formats) {
    ObjectNode metadata = template.withObjectProperty("Metadata");
    metadata.put(RELEASE, release);
    metadata.set(Formats.METADATA, Records.MAPPER.valueToTree(formats.toJson()));
  }

  /** The release that a stack's metadata names; empty if something else than Daybook deployed it. */
  static OptionalInt release(String metadata) {
    try {
      JsonNode number = Records.MAPPER.readTree(metadata).path(RELEASE);
      return number.isNumber() ? OptionalInt.of(number.asInt()) : OptionalInt.empty();
    } catch (JsonProcessingException notJson) {
      return OptionalInt.empty();
    }
  }
}
