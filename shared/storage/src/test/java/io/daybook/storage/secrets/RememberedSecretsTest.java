package io.daybook.storage.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedSecretsTest {
  private static final Book BOOK = new Book("demo");
  private static final ConnectionName SHOP = new ConnectionName("shop");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private final SecretBoxes boxes =
      new RememberedSecrets((book, connection) -> new Box(connection), clock);

  /** Seals by naming the connection, and notes what it is asked to open. */
  private final class Box implements SecretBox {
    private final ConnectionName connection;

    Box(ConnectionName connection) {
      this.connection = connection;
    }

    @Override
    public String seal(byte[] secret) {
      return connection + ":" + new String(secret, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] open(String sealed) {
      asked.add(sealed);
      if (!sealed.startsWith(connection + ":")) {
        throw new IllegalArgumentException("sealed for another");
      }
      return sealed.substring(connection.value().length() + 1).getBytes(StandardCharsets.UTF_8);
    }
  }

  private byte[] open(String sealed) {
    return boxes.of(BOOK, SHOP).open(sealed);
  }

  @Test
  void theKeyIsAskedOnceAnHourForEachSecret() {
    assertThat(open("shop:hush")).asString().isEqualTo("hush");
    clock.advance(Duration.ofMinutes(59));
    assertThat(open("shop:hush")).asString().isEqualTo("hush");
    assertThat(open("shop:new")).asString().isEqualTo("new");
    assertThat(asked).containsExactly("shop:hush", "shop:new");
    clock.advance(Duration.ofMinutes(1));
    assertThat(open("shop:hush")).asString().isEqualTo("hush");
    assertThat(asked).hasSize(3);
  }

  @Test
  void whatOneConnectionOpenedNoOtherGets() {
    assertThat(open("shop:hush")).asString().isEqualTo("hush");
    assertThatThrownBy(() -> boxes.of(BOOK, new ConnectionName("other")).open("shop:hush"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoeverAlteredWhatHeGotAlteredOnlyHis() {
    open("shop:hush")[0] = 'x';
    assertThat(open("shop:hush")).asString().isEqualTo("hush");
  }
}
