package io.daybook.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/**
 * A step as the bytes that are stored and sealed: a format number, then what that format says. Format 1 is compact JSON
 * in UTF-8. What is stored is never re-serialised for a proof; readers of all formats stay for ever.
 */
public final class StepCodec {
  /** What this release writes and reads; a release that writes another must follow one that reads it. */
  public static final StoredFormat FORMAT = new StoredFormat("step", Set.of(1), Set.of(1));

  private static final byte FORMAT_1 = 1;
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private StepCodec() {}

  /** The bytes to store. */
  public static byte[] encode(Step step) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(step);
      byte[] stored = new byte[json.length + 1];
      stored[0] = FORMAT_1;
      System.arraycopy(json, 0, stored, 1, json.length);
      return stored;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot write step " + step.number() + " of " + step.subject(), e);
    }
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes are of no format that this version reads
   */
  public static Step decode(byte[] stored) {
    if (stored.length == 0 || stored[0] != FORMAT_1) {
      throw new IllegalArgumentException(
          "a stored step begins with format "
              + (stored.length == 0 ? "nothing" : stored[0])
              + ", expected 1");
    }
    try {
      return MAPPER.readValue(Arrays.copyOfRange(stored, 1, stored.length), Step.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("a stored step cannot be read", e);
    }
  }
}
