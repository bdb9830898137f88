package io.daybook.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreSamples;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.storage.InboxBodies;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamImagesTest {
  private static final Instant AT = Instant.parse("2025-03-01T12:00:00.123456789Z");
  private static final Book BOOK = new Book("blue-cup");
  private static final Tables TABLES = Tables.of("test-", 3);

  private final Stores stores = new MemoryStores(Clock.systemUTC());
  private final StreamImages images = new StreamImages(TABLES, new InboxBodies(stores));

  private static final Change STEP =
      new Change.Appended(
          BOOK, StoreSamples.step(StoreSamples.order("450789469/x ☕"), 12, AT, 4200));
  private static final Change LEARNT =
      new Change.Appended(BOOK, StoreSamples.learnt(StoreSamples.order("1"), 1, AT));
  private static final Change MESSAGE =
      new Change.Received(BOOK, StoreSamples.message("shop", AT, "{\"id\":450789469}"));

  @Test
  void whatAHubTellsAFunctionReadsAsItWas() {
    List<Change> changes = List.of(STEP, MESSAGE, LEARNT);
    assertThat(read(images.toEvent(changes)))
        .containsExactly(
            new StreamRecord.Stored(STEP, "1"),
            new StreamRecord.Stored(MESSAGE, "2"),
            new StreamRecord.Stored(LEARNT, "3"));
  }

  @Test
  void aLargeBodyIsOnlyPointedAtAndFetched() {
    Message message = StoreSamples.message("shop", AT, StoreSamples.noise(2_000_000));
    stores.inbox(BOOK).put(message);
    String event = images.toEvent(List.of(new Change.Received(BOOK, message)));
    assertThat(event).hasSizeLessThan(2_000);
    assertThat(read(event))
        .containsExactly(new StreamRecord.Stored(new Change.Received(BOOK, message), "1"));
  }

  @Test
  void aBodyThatCannotBeFetchedNowIsSaidToBeSo() {
    Message message = StoreSamples.message("shop", AT, StoreSamples.noise(2_000_000));
    assertThat(read(images.toEvent(List.of(new Change.Received(BOOK, message), STEP))))
        .hasExactlyElementsOfTypes(StreamRecord.NotFetched.class, StreamRecord.Stored.class);
  }

  /** The form of an event as AWS documents it, with attributes that Daybook does not look at. */
  @Test
  void whatIsNoInsertIsToldApartAndNeverDropped() {
    String template =
        """
        {"eventID":"c4ca","eventName":"%s","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"eu-west-1",
         %s "dynamodb":{"ApproximateCreationDateTime":1.7E9,"Keys":{"pk":{"S":"%s"},"sk":{"S":"0001"}},
         "SequenceNumber":"%d","SizeBytes":26,"StreamViewType":"NEW_AND_OLD_IMAGES"},
         "eventSourceARN":"arn:aws:dynamodb:eu-west-1:123456789012:table/%s/stream/2025-01-01T00:00:00.000"}\
        """;
    String expiry =
        "\"userIdentity\":{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"},";
    List<String> records =
        List.of(
            template.formatted("REMOVE", expiry, "blue-cup/shop/2025-03-01", 1, "test-inbox"),
            template.formatted("REMOVE", "", "blue-cup/shop/2025-03-01", 2, "test-inbox"),
            template.formatted("MODIFY", "", "blue-cup/order/shopify:x/1", 3, "test-ledger-3"),
            template.formatted("REMOVE", expiry, "blue-cup/order/shopify:x/1", 4, "test-ledger-3"),
            template.formatted("INSERT", "", "blue-cup/order/shopify:x/1", 5, "test-ledger-3"),
            template.formatted("INSERT", "", "blue-cup/order/shopify:x/1", 6, "test-ledger-2"));
    assertThat(read("{\"Records\":[" + String.join(",", records) + "]}"))
        .hasExactlyElementsOfTypes(
            StreamRecord.Expired.class,
            StreamRecord.Altered.class,
            StreamRecord.Altered.class,
            StreamRecord.Altered.class,
            StreamRecord.Unreadable.class,
            StreamRecord.Unreadable.class)
        .extracting(StreamRecord::sequenceNumber)
        .containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void aSealBesideTheStepsIsNoStep() {
    String seal =
        images
            .toEvent(List.of(LEARNT))
            .replace("blue-cup/order/shopify:blue-cup.myshopify.com/1", "blue-cup/~seal");
    assertThat(read(seal)).hasExactlyElementsOfTypes(StreamRecord.Beside.class);
  }

  @Test
  void anItemUnderAnothersKeyIsUnreadable() {
    String moved =
        images
            .toEvent(List.of(LEARNT, MESSAGE))
            .replace("blue-cup/", "red-cup/")
            .replace("/1\"", "/2\"");
    assertThat(read(moved).getFirst()).isInstanceOf(StreamRecord.Unreadable.class);
    String changed =
        images
            .toEvent(List.of(MESSAGE))
            .replace(((Change.Received) MESSAGE).message().id().digest(), "0".repeat(64));
    assertThat(read(changed)).hasExactlyElementsOfTypes(StreamRecord.Unreadable.class);
  }

  @Test
  void whatIsNoEventOfAStreamIsRefused() {
    for (String nonsense : List.of("", "[]", "{}", "{\"Records\":{}}", "{\"Records\":[{}]}", "{")) {
      assertThatThrownBy(() -> read(nonsense))
          .as(nonsense)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private List<StreamRecord> read(String event) {
    return images.fromEvent(event.getBytes(StandardCharsets.UTF_8));
  }
}
