package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Facts as JSON: the public form, one object each, {@code "fact"} naming the kind. */
public final class FactJson {
  private static final ObjectMapper MAPPER = mapper();

  private FactJson() {}

  /** A mapper that reads and writes the vocabulary; strict: what it does not know is an error. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .build();
  }

  /** The fact as compact JSON; equal facts give equal text. */
  public static String write(Fact fact) {
    try {
      return MAPPER.writerFor(Fact.class).writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + fact.key(), e);
    }
  }

  /**
   * The inverse of {@link #write}.
   *
   * @throws MalformedFact if the text is not a fact, naming where and what was expected
   */
  public static Fact read(String json) throws MalformedFact {
    try {
      return MAPPER.readValue(json, Fact.class);
    } catch (JsonProcessingException e) {
      throw new MalformedFact(e.getOriginalMessage(), e);
    }
  }
}
