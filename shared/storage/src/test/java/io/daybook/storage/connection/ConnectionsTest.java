package io.daybook.storage.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.storage.secrets.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ConnectionName NAME = new ConnectionName("shop");

  @TempDir Path folder;
  private StateStore state = new MemoryStores(new SettableClock(NOW)).state(new Book("blue-cup"));
  private Optional<Connections> made = Optional.empty();

  @BeforeEach
  void open() {
    made = Optional.of(new Connections(state, KeyFile.open(folder)));
  }

  private Connections connections() {
    return made.orElseThrow();
  }

  @Test
  void whatTheFirstVersionsStoredIsReadWithItsTokenAsTheOnlyCredential() {
    String token = connections().seal(NAME, "shpat_1".getBytes(UTF_8));
    boolean put =
        state.put(
            new StateStore.Write(
                Kind.CONNECTION,
                NAME.value(),
                0,
                """
                {"name":{"value":"shop"},"source":"shopify","origin":{"platform":"shopify","account":"x"},\
                "base":"https://x","connectedAt":"2026-10-01T00:00:00Z","webhookSecrets":[],"token":"%s"}\
                """
                    .formatted(token)));
    assertThat(put).isTrue();
    Connection read = connections().find(NAME).orElseThrow();
    assertThat(read.isLive()).isTrue();
    assertThat(read.hook()).isEmpty();
    assertThat(connections().credentials(read)).containsOnlyKeys("token");
    assertThat(connections().credentials(read).get("token")).isEqualTo("shpat_1".getBytes(UTF_8));
  }

  @Test
  void severalCredentialsTheAddressAndTheEndOfAConnectionAreKept() {
    Connection four =
        new Connection(
            NAME,
            "magento",
            new Origin("magento", "x"),
            Optional.of(URI.create("https://shop.example.com")),
            NOW,
            List.of("sealed"),
            Map.of("token", "a", "consumer-key", "b"),
            Optional.of(URI.create("https://books.example.com/hooks/magento/b.shop")),
            Optional.of(NOW));
    connections().save(four);
    assertThat(connections().find(NAME)).contains(four);
    assertThat(four.toString()).doesNotContain("sealed");
    WebhookConnection door =
        WebhookConnection.read(state.get(Kind.CONNECTION, NAME.value()).orElseThrow());
    assertThat(door.hook()).isEqualTo("https://books.example.com/hooks/magento/b.shop");
    assertThat(door.live()).isFalse();
  }

  @Test
  void theDoorReadsWhatHasNeitherAddressNorEnd() {
    connections()
        .save(
            new Connection(
                NAME,
                "shopify",
                new Origin("shopify", "x"),
                Optional.empty(),
                NOW,
                List.of("sealed"),
                Optional.empty()));
    WebhookConnection door =
        WebhookConnection.read(state.get(Kind.CONNECTION, NAME.value()).orElseThrow());
    assertThat(door).isEqualTo(new WebhookConnection("shopify", List.of("sealed")));
  }
}
