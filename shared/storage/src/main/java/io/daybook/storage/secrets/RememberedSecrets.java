package io.daybook.storage.secrets;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Boxes that remember for a while what they opened, so that the key is asked once for a secret and not once for every
 * reader: each call of a key is paid for and waited for. A key that was withdrawn opens nothing after that while; a
 * secret that was replaced is another text, and asked for at once.
 */
public final class RememberedSecrets implements SecretBoxes {
  /** How long after it was opened a secret is known. */
  static final Duration AGE = Duration.ofHours(1);

  private static final int MAX_SECRETS = 10_000;

  private record Sealed(Book book, ConnectionName connection, String text) {}

  private static final class Opened {
    private final byte[] secret;
    private final Instant at;

    Opened(byte[] secret, Instant at) {
      this.secret = secret.clone();
      this.at = at;
    }
  }

  private final SecretBoxes boxes;
  private final Clock clock;
  private final Map<Sealed, Opened> opened = new ConcurrentHashMap<>();

  /** Remembers what these boxes open. */
  public RememberedSecrets(SecretBoxes boxes, Clock clock) {
    this.boxes = boxes;
    this.clock = clock;
  }

  @Override
  public SecretBox of(Book book, ConnectionName connection) {
    SecretBox box = boxes.of(book, connection);
    return new SecretBox() {
      @Override
      public String seal(byte[] secret) {
        return box.seal(secret);
      }

      @Override
      public byte[] open(String text) {
        return RememberedSecrets.this.open(box, new Sealed(book, connection, text));
      }
    };
  }

  private byte[] open(SecretBox box, Sealed sealed) {
    Instant now = clock.instant();
    Opened known = opened.get(sealed);
    if (known == null || !known.at.plus(AGE).isAfter(now)) {
      known = new Opened(box.open(sealed.text()), now);
      if (opened.size() >= MAX_SECRETS) {
        opened.clear();
      }
      opened.put(sealed, known);
    }
    return known.secret.clone();
  }
}
