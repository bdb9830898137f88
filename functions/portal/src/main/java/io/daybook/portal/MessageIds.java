package io.daybook.portal;

import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.MessageId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads a message's place as {@link MessageId#toString} writes it. */
final class MessageIds {
  private MessageIds() {}

  static Optional<MessageId> parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MessageId(new ConnectionName(parts[0]), LocalDate.parse(parts[1]), parts[2]));
    } catch (IllegalArgumentException | DateTimeException noPlace) {
      return Optional.empty();
    }
  }
}
