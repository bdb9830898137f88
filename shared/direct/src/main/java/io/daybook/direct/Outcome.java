package io.daybook.direct;

/** What a service said to a call that it took. */
sealed interface Outcome {
  /** It did what was asked. */
  record Done(Reply reply) implements Outcome {}

  /**
   * It refused, and would again.
   *
   * @param code its name for the reason, such as {@code ConditionalCheckFailedException}
   */
  record Refused(int status, String code) implements Outcome {}
}
