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

  /** A platform that signs by a key of its own: this one's other half was thrown away. */
  private static final String PUBLIC_KEY =
      "priming "
          + "wnty4hyaAxrMUEFsGzpFC86jVUFPIfHNVf7HMrebQ1Tt4PmC4LmKBrnVEfyUq9sKKPMe_NWc8g_TFIB6"
          + "vVoqEl5Kf-8h6pdeZPrA4GRLWi8pgZK2yRRrs8jUGJmsyrw5BIcrq5WuaUMavYTQ4gJqNuxW6sPEi3Fp"
          + "BJvJqQ8kfoENqUkjOgNmoDdhcCNMnJaXOfYejBr4V2n6ce9e-3Af0W_YyfEP1Dj4GPpEm87GoNNsgTt0"
          + "H_O6sw1atism9VTFxX-_VR2KrajNg8C53CidI9xh9eEFtIOhOCnNvuqyvxMQQ992rnjABLFWC2UjJojo"
          + "4hxaUnb_5yeiTGWekZwgsw"
          + " AQAB";

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    String source = name.value().substring(PREFIX.length());
    String json = "{\"source\":\"" + source + "\",\"webhookSecrets\":[\"sealed\"],\"base\":null}";
    return Optional.of(WebhookConnection.read(new StateStore.Item(name.value(), 1, json)));
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    String secret =
        name.value().equals(PREFIX + "shipstation") ? PUBLIC_KEY : "a secret for priming";
    return secret.getBytes(UTF_8);
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
