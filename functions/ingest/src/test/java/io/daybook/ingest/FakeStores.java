package io.daybook.ingest;

import io.daybook.direct.Deadline;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores in memory that count what they are asked; a sealed secret is the secret with {@code sealed-} before it. */
final class FakeStores implements IngestStores {
  final Map<String, WebhookConnection> connections = new HashMap<>();
  final List<Message> kept = new ArrayList<>();
  final List<String> counted = new ArrayList<>();
  int reads;
  int opened;
  boolean broken;
  private final Set<String> known = new HashSet<>();
  private final Clock clock;

  FakeStores(Clock clock) {
    this.clock = clock;
  }

  FakeStores connect(String book, String name, String source, String... secrets) {
    List<String> sealed = new ArrayList<>();
    for (String secret : secrets) {
      sealed.add("sealed-" + secret);
    }
    connections.put(book + "." + name, new WebhookConnection(source, sealed));
    return this;
  }

  private void requireWhole() {
    if (broken) {
      throw new StoreFailure("cannot do it", new IOException("status 500"));
    }
  }

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    reads++;
    requireWhole();
    return Optional.ofNullable(connections.get(book + "." + name));
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    opened++;
    requireWhole();
    return sealed.substring("sealed-".length()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public InboxStore.Put keep(Book book, Message message, Deadline deadline) {
    requireWhole();
    if (!known.add(book + "/" + message.id())) {
      return InboxStore.Put.DUPLICATE;
    }
    kept.add(message);
    return InboxStore.Put.KEPT;
  }

  @Override
  public void count(Book book, String counter, Deadline deadline) {
    requireWhole();
    counted.add(book + "/" + counter);
  }

  @Override
  public Clock clock() {
    return clock;
  }
}
