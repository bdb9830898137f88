package io.daybook.retrieval.shopify;

import io.daybook.retrieval.Endpoint;

/** A platform's message for people, short and without the token. */
final class Reasons {
  private static final int LONGEST = 300;

  private Reasons() {}

  static String of(String code, String message, Endpoint endpoint) {
    String text = code.isEmpty() ? message : code + ": " + message;
    String safe = endpoint.hush(text);
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
  }
}
