package io.daybook.local.hub;

import io.daybook.direct.Deadline;
import io.daybook.ingest.IngestStores;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.util.Optional;

/** The hub's own stores as the door asks for them. They give up by their own measure and not at a deadline. */
public final class HubIngestStores implements IngestStores {
  private final Deployment deployment;

  /** The door's view of a deployment. */
  public HubIngestStores(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    return deployment
        .stores()
        .state(book)
        .get(Kind.CONNECTION, name.value())
        .map(WebhookConnection::read);
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    return deployment.secrets().of(book, name).open(sealed);
  }

  @Override
  public InboxStore.Put keep(Book book, Message message, Deadline deadline) {
    return deployment.stores().inbox(book).put(message);
  }

  @Override
  public void count(Book book, String counter, Deadline deadline) {
    deployment.stores().state(book).count(counter);
  }

  @Override
  public Clock clock() {
    return deployment.clock();
  }
}
