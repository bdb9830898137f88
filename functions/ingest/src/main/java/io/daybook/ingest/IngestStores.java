package io.daybook.ingest;

import io.daybook.direct.Deadline;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import java.time.Clock;
import java.util.Optional;

/**
 * What the door stands on, and all of it. In the cloud {@link DirectStores}; on one machine the hub's own stores.
 *
 * <p>Each call ends before its deadline, or when its storage gives up, with a {@link io.daybook.ledger.StoreFailure}.
 */
public interface IngestStores {
  /** A connection of a book, strongly consistent. */
  Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline);

  /** A secret of a connection, deciphered. */
  byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline);

  /** Keeps a message. When this returns, it survives a crash. */
  InboxStore.Put keep(Book book, Message message, Deadline deadline);

  /** Adds one to a counter of a book, for people to look at. */
  void count(Book book, String counter, Deadline deadline);

  /** The only source of now. */
  Clock clock();
}
