package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.direct.Deadline;
import io.daybook.items.MessageItem;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Stores for a walk that leads nowhere: each platform's connection is called {@code priming-} and its name, its secret
 * is known, and a message becomes an item that nobody keeps. The clock stands where the samples were signed.
 */
final class Rehearsal implements IngestStores {
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String PREFIX = "priming-";

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    String source = name.value().substring(PREFIX.length());
    String json = "{\"source\":\"" + source + "\",\"webhookSecrets\":[\"sealed\"],\"base\":null}";
    return Optional.of(WebhookConnection.read(new StateStore.Item(name.value(), 1, json)));
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    return "a secret for priming".getBytes(UTF_8);
  }

  @Override
  public InboxStore.Put keep(Book book, Message message, Deadline deadline) {
    MessageItem.of(book, message, MessageItem.body(message));
    return InboxStore.Put.KEPT;
  }

  @Override
  public void count(Book book, String counter, Deadline deadline) {
    // Nobody looks at it.
  }

  @Override
  public Clock clock() {
    return THEN;
  }
}
