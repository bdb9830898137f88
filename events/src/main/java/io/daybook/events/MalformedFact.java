package io.daybook.events;

/** A text that is not a fact: says what was expected, never the text itself. */
public final class MalformedFact extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedFact(String message, Throwable cause) {
    super(message, cause);
  }
}
