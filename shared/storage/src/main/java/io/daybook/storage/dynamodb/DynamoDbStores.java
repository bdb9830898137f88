package io.daybook.storage.dynamodb;

import io.daybook.items.ListItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import io.daybook.storage.LargeBodies;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stores in three tables of DynamoDB. */
public final class DynamoDbStores implements Stores {
  private final DynamoDbClient client;
  private final Optional<DynamoDbStreamsClient> streams;
  private final Tables tables;
  private final LargeBodies large;
  private final DayShards shards;
  private final Clock clock;
  private final Registry registry;

  private DynamoDbStores(
      DynamoDbClient client,
      Optional<DynamoDbStreamsClient> streams,
      Tables tables,
      LargeBodies large,
      DayShards shards,
      Clock clock) {
    this.client = client;
    this.streams = streams;
    this.tables = tables;
    this.large = large;
    this.shards = shards;
    this.clock = clock;
    this.registry = new Registry(client, tables.state());
  }

  /**
   * The stores of the cloud, where streams trigger functions and nobody reads the feed.
   *
   * @param client closed with the stores
   * @param clock by which a step's stamp is too old
   */
  public static DynamoDbStores cloud(
      DynamoDbClient client, Tables tables, LargeBodies large, Clock clock) {
    return new DynamoDbStores(client, Optional.empty(), tables, large, DayShards.ONE, clock);
  }

  /**
   * The stores of a hub that reads its tables' streams itself, such as on DynamoDB Local.
   *
   * @param client closed with the stores
   * @param streams closed with the stores
   * @param clock by which a step's stamp is too old
   */
  public static DynamoDbStores withFeed(
      DynamoDbClient client,
      DynamoDbStreamsClient streams,
      Tables tables,
      LargeBodies large,
      Clock clock) {
    return new DynamoDbStores(client, Optional.of(streams), tables, large, DayShards.ONE, clock);
  }

  /** The same stores with entries spread over the index otherwise; closing either closes both. */
  public DynamoDbStores spread(DayShards over) {
    return new DynamoDbStores(client, streams, tables, large, over, clock);
  }

  @Override
  public LedgerStore ledger(Book book) {
    return new DynamoDbLedger(book, client, tables, registry, shards, clock);
  }

  @Override
  public InboxStore inbox(Book book) {
    return new DynamoDbInbox(book, client, tables, registry, large);
  }

  @Override
  public StateStore state(Book book) {
    return new DynamoDbState(book, client, tables, registry);
  }

  @Override
  public SortedSet<Book> books() {
    SortedSet<Book> books = new TreeSet<>(Comparator.comparing(Book::name));
    registry.names(ListItem.BOOKS, "").forEach(name -> books.add(new Book(name)));
    return books;
  }

  /**
   * The streams of inbox and ledger.
   *
   * @throws UnsupportedOperationException in the cloud
   */
  @Override
  public ChangeFeed feed() {
    DynamoDbStreamsClient reader =
        streams.orElseThrow(() ->
            new UnsupportedOperationException("streams trigger the functions; nobody reads them"));
    return new StreamFeed(client, reader, tables, large);
  }

  @Override
  public void close() {
    client.close();
    streams.ifPresent(DynamoDbStreamsClient::close);
  }
}
