package io.daybook.simulation.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a stand-in answers.
 *
 * @param status the HTTP status
 * @param headers beside the content type
 * @param body JSON
 */
public record Answer(int status, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer without further headers. */
  public static Answer of(int status, String body) {
    return new Answer(status, Map.of(), body);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
