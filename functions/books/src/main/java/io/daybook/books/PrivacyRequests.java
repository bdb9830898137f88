package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.ledger.Message;
import io.daybook.sources.known.KnownPlatforms;
import java.util.Optional;

/**
 * What the law has people ask of those who keep their data becomes a line of the audit trail (decision 34). The line names
 * the message and nothing of the person. The ledger holds nothing that could be erased: what identifies a person is left
 * at the door.
 */
final class PrivacyRequests {
  private PrivacyRequests() {}

  /** The line that a message makes, if it is such a request. The same message makes the same line. */
  static Optional<Fact> of(Message message, String source, Origin own) {
    return KnownPlatforms.find(source)
        .flatMap(platform -> platform.privacyRequest(message.topic()))
        .map(asked -> told(message, source, asked, own));
  }

  private static Fact told(Message message, String source, String asked, Origin own) {
    return new Told(
        own,
        new Reference(message.topic() + " " + message.id()),
        asked,
        source,
        asked + "; the ledger holds nothing that identifies a person",
        message.receivedAt());
  }
}
