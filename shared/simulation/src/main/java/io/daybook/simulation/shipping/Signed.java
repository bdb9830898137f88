package io.daybook.simulation.shipping;

import java.util.Map;

/**
 * A webhook as the platform sends it.
 *
 * @param query the address's query, such as {@code token=abc}; empty for none
 * @param headers that carry the signature
 * @param body as text
 */
public record Signed(String query, Map<String, String> headers, String body) {
  /** Copies the headers. */
  public Signed {
    headers = Map.copyOf(headers);
  }
}
