package io.daybook.notices;

import io.daybook.ledger.ConnectionName;

/**
 * A message that is kept and not posted.
 *
 * @param kind failed or parked
 * @param connection through which it came
 * @param id its place in the inbox
 * @param topic what the sender called it
 * @param reason what is unknown, or which field is not as promised; nothing of the message itself
 */
public record Unposted(
    NoticeKind kind, ConnectionName connection, String id, String topic, String reason) {
  private static final String TOPIC = "[A-Za-z0-9_./-]{1,100}";

  /** Refuses another kind, and does not repeat a topic that is no word: senders write it. */
  public Unposted {
    if (kind != NoticeKind.MESSAGE_FAILED && kind != NoticeKind.MESSAGE_PARKED) {
      throw new IllegalArgumentException("a message is failed or parked, not " + kind.code());
    }
    if (!topic.matches(TOPIC)) {
      topic = "(a topic that is no word)";
    }
  }
}
