package io.daybook.ledger;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.util.function.Function;

/** Reads the key of a JSON object as an id. */
final class JsonKeys extends KeyDeserializer {
  private final Function<String, Object> parse;

  private JsonKeys(Function<String, Object> parse) {
    this.parse = parse;
  }

  static JsonKeys of(Function<String, Object> parse) {
    return new JsonKeys(parse);
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    return parse.apply(key);
  }
}
