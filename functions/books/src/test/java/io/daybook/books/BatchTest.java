package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.memory.MemoryStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What post measures and notes, a batch at a time. */
final class BatchTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Book BOOK = new Book("demo");

  @TempDir Path folder;

  private static Change received(Message.Via via, String body) {
    return new Change.Received(
        BOOK,
        new Message(
            new ConnectionName("gone"),
            NOW,
            via,
            "orders/create",
            Bytes.of(body.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aBatchIsMeasuredOnceAndWebhooksAreHeardOfOnceAQuarterHour() throws IOException {
    MemoryStores stores = new MemoryStores(Clock.fixed(NOW, ZoneOffset.UTC));
    TestDeployment on = new TestDeployment(folder, stores, Clock.fixed(NOW, ZoneOffset.UTC));
    List<Change> batch = new ArrayList<>();
    for (int index = 0; index < 5; index++) {
      batch.add(received(Message.Via.WEBHOOK, "{\"n\":" + index + "}"));
    }
    batch.add(received(Message.Via.PULL, "{}"));
    PostFunction post = new PostFunction(on.deployment);
    for (int times = 0; times < 2; times++) {
      post.handleRequest(
          new ByteArrayInputStream(
              on.deployment.images().toEvent(batch).getBytes(StandardCharsets.UTF_8)),
          new ByteArrayOutputStream(),
          TestContext.aMinute());
    }

    assertThat(on.measured).containsOnlyKeys("ParkedMessages").containsEntry("ParkedMessages", 12L);
    assertThat(stores.state(BOOK).list(StateStore.Kind.ARRIVAL))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.version()).isEqualTo(1);
          assertThat(item.id()).isEqualTo("gone/2026-11-20");
        });
  }

  @Test
  void aPullAloneIsNoSignOfLife() throws IOException {
    MemoryStores stores = new MemoryStores(Clock.fixed(NOW, ZoneOffset.UTC));
    TestDeployment on = new TestDeployment(folder, stores, Clock.fixed(NOW, ZoneOffset.UTC));
    new PostFunction(on.deployment)
        .handleRequest(
            new ByteArrayInputStream(
                on.deployment
                    .images()
                    .toEvent(List.of(received(Message.Via.PULL, "{}")))
                    .getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            TestContext.aMinute());
    assertThat(stores.state(BOOK).list(StateStore.Kind.ARRIVAL)).isEmpty();
  }
}
