package io.daybook.storage.dynamodb;

import io.daybook.items.BodyCodec;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Step;
import io.daybook.ledger.StepCodec;
import io.daybook.ledger.SubjectId;
import io.daybook.storage.SortableInstant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A step as an item: {@code book/subject} and the number; the bytes of {@link StepCodec}, deflated; and, if it has an
 * entry, the keys of the index by day. Names are short, for they are paid for.
 */
final class StepItem {
  /** Partition of the index: {@code book/day/shard}. */
  static final String DAY = "d";

  /** Sort key of the index: when recorded. The index needs it not to be unique; older items have more after a slash. */
  static final String RECORDED = "r";

  /** The kind of the subject, where reconciliation is woken by it; every other step goes without, for it is paid for. */
  static final String KIND = "k";

  /** What reconciliation looks at at once; what it finds by legs waits until it is woken or the clock comes. */
  private static final Set<SubjectId.Kind> WAKING =
      Set.of(
          SubjectId.Kind.PAYOUT,
          SubjectId.Kind.BANK_LINE,
          SubjectId.Kind.BANK_STATEMENT,
          SubjectId.Kind.DISPUTE);

  private static final String BODY = "b";

  /** DynamoDB takes 400 KB for an item, keys and names included. */
  private static final int MAX_BODY = 380 * 1024;

  private StepItem() {}

  static String partition(Book book, SubjectId subject) {
    return book + "/" + subject;
  }

  static String sort(int number) {
    return String.format("%04d", number);
  }

  static String dayPartition(Book book, LocalDate day, int shard) {
    return book + "/" + day + "/" + shard;
  }

  /** Above every key of a step recorded at or before the instant, and below every other: {@code 0} follows {@code /}, with which older keys go on. */
  static String recordedUntil(Instant knownAt) {
    return SortableInstant.text(knownAt) + "0";
  }

  static Map<String, AttributeValue> of(Book book, Step step, DayShards shards) {
    byte[] body = BodyCodec.STEP.encode(StepCodec.encode(step));
    if (body.length > MAX_BODY) {
      throw new IllegalArgumentException(
          "step "
              + step.number()
              + " of "
              + step.subject()
              + " has "
              + body.length
              + " bytes, at most "
              + MAX_BODY);
    }
    String subject = step.subject().toString();
    Map<String, AttributeValue> item =
        new HashMap<>(Values.key(partition(book, step.subject()), sort(step.number())));
    item.put(BODY, Values.binary(body));
    if (WAKING.contains(step.subject().kind())) {
      item.put(KIND, Values.text(step.subject().kind().code()));
    }
    if (step.entry().isPresent()) {
      Entry entry = step.entry().get();
      int shard = shards.of(entry.day(), subject);
      item.put(DAY, Values.text(dayPartition(book, entry.day(), shard)));
      item.put(RECORDED, Values.text(SortableInstant.text(step.recordedAt())));
    }
    return item;
  }

  static Step step(Map<String, AttributeValue> item) {
    return StepCodec.decode(BodyCodec.decode(Values.binary(item, BODY)));
  }

  /** The step with its book; refuses an item that lies under a key that is not its own. */
  static Change.Appended change(Map<String, AttributeValue> item) {
    Step step = step(item);
    String partition = Values.text(item, Values.PARTITION);
    Book book = new Book(partition.substring(0, Math.max(0, partition.indexOf('/'))));
    if (!partition.equals(partition(book, step.subject()))
        || !Values.text(item, Values.SORT).equals(sort(step.number()))) {
      throw new IllegalArgumentException(
          "step " + step.number() + " of " + step.subject() + " lies under " + partition);
    }
    return new Change.Appended(book, step);
  }
}
