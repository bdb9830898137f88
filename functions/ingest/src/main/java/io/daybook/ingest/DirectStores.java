package io.daybook.ingest;

import io.daybook.direct.Bucket;
import io.daybook.direct.CredentialSource;
import io.daybook.direct.Deadline;
import io.daybook.direct.DynamoDb;
import io.daybook.direct.Endpoints;
import io.daybook.direct.Kms;
import io.daybook.items.BodyKey;
import io.daybook.items.DeploymentVariables;
import io.daybook.items.KmsSeal;
import io.daybook.items.ListItem;
import io.daybook.items.MessageItem;
import io.daybook.items.StateItem;
import io.daybook.items.StoredItem;
import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore.Kind;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores of the cloud, without AWS's SDK: what is written here reads the same as what {@code
 * io.daybook.storage.dynamodb} writes, for both take it from {@code io.daybook.items}.
 */
public final class DirectStores implements IngestStores {
  private final DynamoDb tables;
  private final Bucket bodies;
  private final Kms key;
  private final String inbox;
  private final String state;
  private final CredentialSource credentials;
  private final Clock clock;

  /** What this process has put on lists and need not put there again. */
  private final Set<String> listed = ConcurrentHashMap.newKeySet();

  private DirectStores(Map<String, String> environment, Clock clock) {
    this.clock = clock;
    this.credentials = CredentialSource.of(environment, clock);
    Endpoints endpoints = Endpoints.of(environment);
    this.tables = new DynamoDb(endpoints, credentials, clock);
    this.bodies =
        new Bucket(
            DeploymentVariables.value(environment, DeploymentVariables.BODIES),
            endpoints,
            credentials,
            clock);
    this.key =
        new Kms(
            DeploymentVariables.value(environment, DeploymentVariables.KEY),
            endpoints,
            credentials,
            clock);
    this.inbox = DeploymentVariables.value(environment, DeploymentVariables.INBOX);
    this.state = DeploymentVariables.value(environment, DeploymentVariables.STATE);
  }

  /**
   * As a Lambda function finds them.
   *
   * @throws IllegalStateException naming the variable that is missing
   */
  public static DirectStores fromEnvironment(Map<String, String> environment, Clock clock) {
    return new DirectStores(environment, clock);
  }

  @Override
  public Optional<WebhookConnection> connection(Book book, ConnectionName name, Deadline deadline) {
    Optional<StoredItem> item =
        tables.get(state, StateItem.key(book, Kind.CONNECTION, name.value()), deadline);
    return item.isPresent()
        ? Optional.of(WebhookConnection.read(StateItem.read(item.get())))
        : Optional.empty();
  }

  @Override
  public byte[] open(Book book, ConnectionName name, String sealed, Deadline deadline) {
    Map<String, String> context = KmsSeal.context(book, name);
    return key.decrypt(KmsSeal.blob(sealed, context), context, deadline);
  }

  @Override
  public InboxStore.Put keep(Book book, Message message, Deadline deadline) {
    MessageId id = message.id();
    byte[] body = MessageItem.body(message);
    // The book is on its list since it has a connection, without which nothing comes here.
    list(ListItem.connections(book), id.connection().value(), deadline);
    list(ListItem.received(book), ListItem.day(id.connection(), id.day()), deadline);
    if (body.length > MessageItem.MAX_BODY) {
      bodies.put(new BodyKey(book, id).toString(), body, deadline);
    }
    return tables.putNew(inbox, MessageItem.of(book, message, body), deadline)
        ? InboxStore.Put.KEPT
        : InboxStore.Put.DUPLICATE;
  }

  private void list(String list, String name, Deadline deadline) {
    StoredItem item = ListItem.of(list, name);
    if (!listed.contains(item.toString())) {
      tables.put(state, item, deadline);
      listed.add(item.toString());
    }
  }

  @Override
  public void count(Book book, String counter, Deadline deadline) {
    tables.addOne(state, StateItem.key(book, Kind.COUNTER, counter), StateItem.VERSION, deadline);
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Reads an item that is not there: what a first call loads and opens is loaded and open afterwards. */
  void rehearse(Deadline deadline) {
    tables.get(state, StoredItem.key("~nothing", "~nothing"), deadline);
  }

  /** Forgets what a snapshot must not carry over: the credentials of then. */
  void renew() {
    credentials.renew();
  }
}
