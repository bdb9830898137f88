package io.daybook.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What people are told of. */
public enum NoticeKind {
  /** A payout is not the sum of its transactions. */
  PAYOUT_DOES_NOT_TIE("payout-does-not-tie", "a payout is not the sum of its transactions"),
  /** No webhook came from a busy connection for longer than usual. */
  CONNECTION_SILENT(
      "connection-silent", "no webhook came from a busy connection for longer than usual"),
  /** A sweep found what a webhook should have told. */
  MISSED_MESSAGES("missed-messages", "a sweep found what a webhook should have told"),
  /** A month has ended and is not closed. */
  CLOSE_DUE("close-due", "a month has ended and is not closed"),
  /** A message was kept and could not be posted. */
  MESSAGE_FAILED("message-failed", "a message was kept and could not be posted"),
  /** A message of a kind that this version does not know waits. */
  MESSAGE_PARKED("message-parked", "a message of an unknown kind waits");

  private final String code;
  private final String explanation;

  NoticeKind(String code, String explanation) {
    this.code = code;
    this.explanation = explanation;
  }

  /** As settings, files and webhooks write it. */
  @JsonValue
  public String code() {
    return code;
  }

  /** What it means, in half a sentence. */
  public String explanation() {
    return explanation;
  }

  /** Whether it can be over. What a sweep found is a thing of the past at once. */
  public boolean canSettle() {
    return this != MISSED_MESSAGES;
  }

  /** Whether its notices have an amount, so that small ones can be left untold. */
  public boolean hasAmount() {
    return this == PAYOUT_DOES_NOT_TIE;
  }

  /**
   * The inverse of {@link #code}.
   *
   * @throws IllegalArgumentException naming the kinds there are
   */
  @JsonCreator
  public static NoticeKind parse(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind is '"
                    + code
                    + "', expected one of "
                    + Arrays.stream(values())
                        .map(NoticeKind::code)
                        .collect(Collectors.joining(", "))));
  }
}
