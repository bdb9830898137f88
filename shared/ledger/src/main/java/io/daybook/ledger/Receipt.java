package io.daybook.ledger;

import java.time.Instant;

/** That a message was kept: all of it but its body. */
public record Receipt(MessageId message, Instant receivedAt, Message.Via via, String topic) {
  /** The receipt of a message. */
  public static Receipt of(Message message) {
    return new Receipt(message.id(), message.receivedAt(), message.via(), message.topic());
  }
}
