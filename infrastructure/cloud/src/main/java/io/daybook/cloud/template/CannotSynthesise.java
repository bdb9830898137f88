package io.daybook.cloud.template;

/** What was asked cannot be synthesised; the message says what to do about it. */
public final class CannotSynthesise extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for the person who asked. */
  public CannotSynthesise(String message) {
    super(message);
  }
}
