package io.daybook.sources.daybook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.Fact;
import io.daybook.events.FactJson;
import io.daybook.events.MalformedFact;
import io.daybook.events.Origin;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.sources.Verifier;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.JsonTranslation;
import java.util.ArrayList;
import java.util.List;

/** Canonical facts as messages of the inbox, {@code {"facts":[…]}} under the topic {@value #FACTS}. */
public final class CanonicalSource implements Source {
  /** The source's name, and the platform of openings' origins. */
  public static final String NAME = "daybook";

  /** The body is canonical facts. */
  public static final String FACTS = "facts";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  @Override
  public Verifier verifier() {
    return Verifier.ofNobody(NAME);
  }

  /** The facts as they stand in the message; whose they are, each says itself. */
  @Override
  public Translation translate(String topic, byte[] body, Origin origin) {
    return topic.equals(FACTS)
        ? JsonTranslation.one(body, CanonicalSource::facts)
        : new Translation.Unknown("daybook topic " + topic);
  }

  /** The inverse of {@link #translate}: the message that tells these facts. */
  public static byte[] write(List<? extends Fact> facts) {
    ObjectNode message = MAPPER.createObjectNode();
    ArrayNode told = message.putArray("facts");
    try {
      for (Fact fact : facts) {
        told.add(MAPPER.readTree(FactJson.write(fact)));
      }
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact's own JSON cannot be read", e);
    }
  }

  private static Translation facts(Field root) {
    List<Fact> facts = new ArrayList<>();
    for (Field field : root.list("facts")) {
      try {
        facts.add(FactJson.read(field.node().toString()));
      } catch (MalformedFact e) {
        return new Translation.Malformed(field.path(), expected(e));
      }
    }
    return new Translation.Facts(facts);
  }

  /** The vocabulary's own words, which may quote the message, without what follows the first line. */
  private static String expected(MalformedFact problem) {
    String words = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    return "a canonical fact; " + words;
  }
}
