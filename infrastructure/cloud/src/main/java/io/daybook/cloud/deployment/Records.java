package io.daybook.cloud.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The records in the bucket as JSON. A later version may add to them: what is not known is passed over. */
final class Records {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private Records() {}

  static byte[] write(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + document.getClass().getSimpleName(), e);
    }
  }

  static <T> T read(byte[] json, Class<T> as, String key) {
    try {
      return MAPPER.readValue(json, as);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the record "
              + key
              + " in the artifacts bucket cannot be read: "
              + new String(json, StandardCharsets.UTF_8),
          e);
    }
  }

  /** A {@link Release} as it lies there. */
  record ReleaseRecord(
      int number,
      String version,
      String commit,
      Instant at,
      String by,
      String templateKey,
      List<String> assetKeys,
      Map<String, Formats.Form> formats,
      OptionalInt restores) {
    static ReleaseRecord of(Release release) {
      return new ReleaseRecord(
          release.number(),
          release.version(),
          release.commit(),
          release.at(),
          release.by(),
          release.templateKey(),
          release.assetKeys(),
          MAPPER.convertValue(
              release.formats().toJson(),
              MAPPER
                  .getTypeFactory()
                  .constructMapType(Map.class, String.class, Formats.Form.class)),
          release.restores());
    }

    Release release() {
      return new Release(
          number,
          version,
          commit,
          at,
          by,
          templateKey,
          assetKeys,
          Formats.fromJson(formats),
          restores);
    }
  }

  /** An {@link Attempt} as it lies there. */
  record AttemptRecord(
      ReleaseRecord release,
      Attempt.Outcome outcome,
      boolean executed,
      String session,
      Instant alive,
      String stack,
      String changeSet,
      String token,
      Map<String, Set<Integer>> writtenBefore) {
    static AttemptRecord of(Attempt attempt) {
      return new AttemptRecord(
          ReleaseRecord.of(attempt.release()),
          attempt.outcome(),
          attempt.executed(),
          attempt.session(),
          attempt.alive(),
          attempt.stack(),
          attempt.changeSet(),
          attempt.token(),
          Map.copyOf(attempt.writtenBefore().byName()));
    }

    Attempt attempt() {
      return new Attempt(
          release.release(),
          outcome,
          executed,
          session,
          alive,
          stack,
          changeSet,
          token,
          Written.of(writtenBefore));
    }
  }
}
