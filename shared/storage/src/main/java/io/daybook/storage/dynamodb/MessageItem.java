package io.daybook.storage.dynamodb;

import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import io.daybook.storage.BodyCodec;
import io.daybook.storage.BodyKey;
import io.daybook.storage.LargeBodies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A message as an item: {@code book/connection/day} and its digest; the body deflated, or, where it is larger than {@value
 * #MAX_BODY} bytes even so, a note that it lies with the {@link LargeBodies}.
 */
final class MessageItem {
  /** The most that the item itself holds of a body, as stored. */
  static final int MAX_BODY = 300 * 1024;

  /** Seconds since 1970 from which DynamoDB may delete the item. */
  static final String EXPIRES = "x";

  /** How long a message is kept (DESIGN, Storage). */
  static final Duration KEPT = Duration.ofDays(40);

  static final String RECEIVED = "at";
  private static final String VIA = "via";
  private static final String TOPIC = "topic";
  private static final String BODY = "b";
  private static final String LARGE = "large";

  private MessageItem() {}

  static String partition(Book book, ConnectionName connection, LocalDate day) {
    return book + "/" + connection + "/" + day;
  }

  /** The body as it is stored, in the item or beside it. */
  static byte[] body(Message message) {
    return BodyCodec.MESSAGE.encode(message.body().toArray());
  }

  /** The item of a message whose stored body is given. */
  static Map<String, AttributeValue> of(Book book, Message message, byte[] body) {
    MessageId id = message.id();
    Map<String, AttributeValue> item =
        new HashMap<>(Values.key(partition(book, id.connection(), id.day()), id.digest()));
    item.put(RECEIVED, Values.text(message.receivedAt().toString()));
    item.put(VIA, Values.text(message.via().name()));
    item.put(TOPIC, Values.text(message.topic()));
    item.put(EXPIRES, Values.number(message.receivedAt().plus(KEPT).getEpochSecond()));
    if (body.length > MAX_BODY) {
      item.put(LARGE, Values.text(new BodyKey(book, id).toString()));
    } else {
      item.put(BODY, Values.binary(body));
    }
    return item;
  }

  /** What an item of a connection and day says without its body. */
  static Receipt receipt(
      ConnectionName connection, LocalDate day, Map<String, AttributeValue> item) {
    return new Receipt(
        new MessageId(connection, day, Values.text(item, Values.SORT)),
        Instant.parse(Values.text(item, RECEIVED)),
        Message.Via.valueOf(Values.text(item, VIA)),
        Values.text(item, TOPIC));
  }

  /** The message with its book; refuses an item that lies under a key that is not its own. */
  static Change.Received change(Map<String, AttributeValue> item, LargeBodies large) {
    String[] partition = Values.text(item, Values.PARTITION).split("/", -1);
    if (partition.length != 3) {
      throw new IllegalArgumentException(
          "an inbox item lies under '" + String.join("/", partition) + "'");
    }
    Book book = new Book(partition[0]);
    MessageId id =
        new MessageId(
            new ConnectionName(partition[1]),
            LocalDate.parse(partition[2]),
            Values.text(item, Values.SORT));
    byte[] body =
        item.containsKey(LARGE)
            ? large.get(new BodyKey(book, id).toString())
            : Values.binary(item, BODY);
    Message message =
        new Message(
            id.connection(),
            Instant.parse(Values.text(item, RECEIVED)),
            Message.Via.valueOf(Values.text(item, VIA)),
            Values.text(item, TOPIC),
            Bytes.of(BodyCodec.decode(body)));
    if (!message.id().equals(id)) {
      throw new IllegalArgumentException(
          "the message at " + book + "/" + id + " is that of " + message.id());
    }
    return new Change.Received(book, message);
  }
}
