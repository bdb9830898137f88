package io.daybook.items;

import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A message as an item: {@code book/connection/day} and its digest; the body deflated, or, where it is larger than {@value
 * #MAX_BODY} bytes even so, a note that it lies beside the table. Once a message was erased its stored body is empty.
 */
public final class MessageItem {
  /** The most that the item itself holds of a body, as stored. */
  public static final int MAX_BODY = 300 * 1024;

  /** Seconds since 1970 from which DynamoDB may delete the item. */
  public static final String EXPIRES = "x";

  /** How long a message is kept (DESIGN, Storage). */
  public static final Duration KEPT = Duration.ofDays(40);

  /** When it was received: an attribute that listings name. */
  public static final String RECEIVED = "at";

  private static final String VIA = "via";
  private static final String TOPIC = "topic";

  /** The stored body, where the item holds it. */
  public static final String BODY = "b";

  /** The key of the stored body, where it lies beside the table. */
  public static final String LARGE = "large";

  private MessageItem() {}

  /** Where the messages of a connection's day lie. */
  public static String partition(Book book, ConnectionName connection, LocalDate day) {
    return book + "/" + connection + "/" + day;
  }

  /** The body as it is stored, in the item or beside it. */
  public static byte[] body(Message message) {
    return BodyCodec.MESSAGE.encode(message.body().toArray());
  }

  /** The item of a message whose stored body is given. */
  public static StoredItem of(Book book, Message message, byte[] body) {
    MessageId id = message.id();
    StoredItem item =
        StoredItem.key(partition(book, id.connection(), id.day()), id.digest())
            .with(RECEIVED, message.receivedAt().toString())
            .with(VIA, message.via().name())
            .with(TOPIC, message.topic())
            .with(EXPIRES, message.receivedAt().plus(KEPT).getEpochSecond());
    return body.length > MAX_BODY
        ? item.with(LARGE, new BodyKey(book, id).toString())
        : item.with(BODY, body);
  }

  /** What an item of a connection and day says without its body. */
  public static Receipt receipt(ConnectionName connection, LocalDate day, StoredItem item) {
    return new Receipt(
        new MessageId(connection, day, item.text(StoredItem.SORT)),
        Instant.parse(item.text(RECEIVED)),
        Message.Via.valueOf(item.text(VIA)),
        item.text(TOPIC));
  }

  /**
   * The message with its book, unless it was erased; refuses an item that lies under a key that is not its own.
   *
   * @param large gives a body that lies beside the table, by its {@link BodyKey}
   */
  public static Optional<Change.Received> change(StoredItem item, Function<String, byte[]> large) {
    String[] partition = item.text(StoredItem.PARTITION).split("/", -1);
    if (partition.length != 3) {
      throw new IllegalArgumentException(
          "an inbox item lies under '" + String.join("/", partition) + "'");
    }
    Book book = new Book(partition[0]);
    MessageId id =
        new MessageId(
            new ConnectionName(partition[1]),
            LocalDate.parse(partition[2]),
            item.text(StoredItem.SORT));
    byte[] body =
        item.has(LARGE) ? large.apply(new BodyKey(book, id).toString()) : item.bytes(BODY);
    if (body.length == 0) {
      return Optional.empty();
    }
    Message message =
        new Message(
            id.connection(),
            Instant.parse(item.text(RECEIVED)),
            Message.Via.valueOf(item.text(VIA)),
            item.text(TOPIC),
            Bytes.of(BodyCodec.decode(body)));
    if (!message.id().equals(id)) {
      throw new IllegalArgumentException(
          "the message at " + book + "/" + id + " is that of " + message.id());
    }
    return Optional.of(new Change.Received(book, message));
  }
}
