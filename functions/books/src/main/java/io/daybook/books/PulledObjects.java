package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of objects that a pull brought: {@code {"objects":[…]}}, each object's text as it came.
 */
final class PulledObjects {
  /** DESIGN-REASONS 1.8: so that one message is a bounded piece of posting. */
  static final int MAX = 100;

  /** Topics of pulled objects begin with this. */
  static final String TOPIC = "pull/";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PulledObjects() {}

  static Bytes join(List<Bytes> objects) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("{\"objects\":[".getBytes(StandardCharsets.UTF_8));
    for (int index = 0; index < objects.size(); index++) {
      if (index > 0) {
        text.write(',');
      }
      text.writeBytes(objects.get(index).toArray());
    }
    text.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return Bytes.of(text.toByteArray());
  }

  /** The objects of a message that {@link #join} made. */
  static List<Bytes> split(Bytes body) throws IOException {
    JsonNode objects = MAPPER.readTree(body.toArray()).path("objects");
    List<Bytes> split = new ArrayList<>();
    for (JsonNode object : objects) {
      split.add(write(object));
    }
    return split;
  }

  private static Bytes write(JsonNode object) throws JsonProcessingException {
    return Bytes.of(MAPPER.writeValueAsBytes(object));
  }
}
