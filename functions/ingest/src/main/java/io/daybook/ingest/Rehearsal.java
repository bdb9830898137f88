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

  /** Another one, which is kept whole and with its path; its other half was thrown away too. */
  private static final String EVENT_KEY =
      "priming /prod/keys/pub-key-priming.pem "
          + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApwjvozD/uZgQsha7a4mJKTUxmogDHjYJkT7c"
          + "cBBc9S4vAdKbY/Q0Am7Zw/S43sOm7QQaVghLW/jI207x5UKr6kwa6ZEHi+j6pI+dRolK1e6MNlW3x/rz"
          + "EXpMPuh+LwmLdMgCluQ3jcgl9hTqxdRxlj+zB4q9777SyFUJ+ZOG0r+Q6kB4IOgYv2vjw8SHoh1445VX"
          + "cbM5Br3ztKVlpbJeKKjQsemNQMl2gV+yOOAdtYCvGScRvOOaf/7w3rsvS20MH0udJp31FQxJma+WTUOB"
          + "4eLsxQsW3Dzx+YiTIgB/9SJ/09lXVbFBtmIilnbzkrpNR3KRW/zEl89I+Ye7GRfGPQIDAQAB";

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    String source = name.value().substring(PREFIX.length());
    String json = "{\"source\":\"" + source + "\",\"webhookSecrets\":[\"sealed\"],\"base\":null}";
    return Optional.of(WebhookConnection.read(new StateStore.Item(name.value(), 1, json)));
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    String secret = "a secret for priming";
    if (name.value().equals(PREFIX + "shipstation")) {
      secret = PUBLIC_KEY;
    } else if (name.value().equals(PREFIX + "magento")) {
      secret = EVENT_KEY;
    }
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
