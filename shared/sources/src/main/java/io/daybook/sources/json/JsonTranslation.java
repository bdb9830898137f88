package io.daybook.sources.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.daybook.events.Fact;
import io.daybook.sources.Translation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a message as JSON, with limits, and turns what is wrong with it into {@link Translation.Malformed}. */
public final class JsonTranslation {
  /** No object of any platform known to us nests deeper than 20. */
  private static final int DEEPEST = 100;

  /** A pulled message holds up to 100 objects; function URLs end at 6 MB. */
  private static final long LONGEST_DOCUMENT = 64L * 1024 * 1024;

  private static final int LONGEST_TEXT = 8 * 1024 * 1024;
  private static final int LONGEST_NUMBER = 100;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(LONGEST_DOCUMENT)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonTranslation() {}

  /**
   * The root of a message.
   *
   * @throws FieldProblem if it is not one JSON object within the limits
   */
  public static Field read(byte[] body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (IOException | NumberFormatException e) {
      // The latter for an exponent of a dozen digits and more, which Jackson does not count as bad
      // JSON.
      throw new FieldProblem("$", "one complete JSON object");
    }
    if (node == null || !node.isObject()) {
      throw new FieldProblem("$", "one complete JSON object");
    }
    return Field.root(node);
  }

  /** A list at the root becomes an object, {@code {"objects":[…]}}. */
  public static byte[] rooted(byte[] body) {
    for (byte each : body) {
      if (each == '[') {
        ByteArrayOutputStream object = new ByteArrayOutputStream(body.length + 16);
        object.writeBytes("{\"objects\":".getBytes(UTF_8));
        object.writeBytes(body);
        object.write('}');
        return object.toByteArray();
      }
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        return body;
      }
    }
    return body;
  }

  /** The translation of one object; what is wrong with it is {@link Translation.Malformed}, a word unknown to us {@link Translation.Unknown}. */
  public static Translation one(byte[] body, Function<Field, Translation> translate) {
    try {
      return translate.apply(read(body));
    } catch (Parked parked) {
      return new Translation.Unknown(parked.what());
    } catch (FieldProblem e) {
      return new Translation.Malformed(e.path(), e.expected());
    } catch (ArithmeticException e) {
      return new Translation.Malformed("$", "amounts whose sums fit 63 bits");
    }
  }

  /** The facts of one pulled object, or of a pulled message {@code {"objects":[…]}}, in their order. */
  public static Translation pulled(byte[] body, Function<Field, List<? extends Fact>> facts) {
    return one(
        body,
        root -> {
          List<Field> objects = root.maybe("objects").map(Field::list).orElse(List.of(root));
          List<Fact> told = new ArrayList<>();
          objects.forEach(object -> told.addAll(facts.apply(object)));
          return new Translation.Facts(told);
        });
  }
}
