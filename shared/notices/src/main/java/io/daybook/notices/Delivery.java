package io.daybook.notices;

/** What became of a letter. Reasons hold neither a secret nor the letter. */
public sealed interface Delivery {
  /** It is where it should be. */
  record Sent() implements Delivery {}

  /** The place will not take it, however often it is tried. */
  record Refused(String reason) implements Delivery {}

  /** The place did not answer, or is busy: worth another try. */
  record Failed(String reason) implements Delivery {}
}
