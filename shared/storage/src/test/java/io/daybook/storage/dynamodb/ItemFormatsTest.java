package io.daybook.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.items.MessageItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.StoreSamples;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/**
 * A release of before still reads what this one writes, unless {@link ItemFormats} says otherwise: whoever takes away an
 * attribute, or gives it another meaning, declares a new format there. One that is added, and that readers of before need
 * not know, is none.
 */
class ItemFormatsTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final Instant AT = Instant.parse("2026-10-01T12:00:00Z");
  private static final Message MESSAGE =
      new Message(
          new ConnectionName("shop"),
          AT,
          Message.Via.WEBHOOK,
          "orders/paid",
          Bytes.of(new byte[] {1}));

  @Test
  void aMessageHasWhatAReaderOfFormat1ReliesOn() {
    assertThat(ItemFormats.MESSAGE.writes()).containsExactly(1);
    assertThat(MessageItem.of(BOOK, MESSAGE, new byte[10]).attributes().keySet())
        .contains("pk", "sk", "at", "via", "topic", "x", "b");
    assertThat(
            MessageItem.of(BOOK, MESSAGE, new byte[MessageItem.MAX_BODY + 1]).attributes().keySet())
        .contains("pk", "sk", "at", "via", "topic", "x", "large");
  }

  @Test
  void aStepItemHasWhatAReaderOfFormat1ReliesOn() {
    assertThat(ItemFormats.STEP_ITEM.writes()).containsExactly(1);
    Set<String> attributes =
        StepItem.of(
                BOOK,
                StoreSamples.step(StoreSamples.order("450789469"), 1, AT, 4200),
                DayShards.ONE)
            .keySet();
    assertThat(attributes).contains("pk", "sk", "b", "d", "r");
  }

  @Test
  void aStateItemHasWhatAReaderOfFormat1ReliesOn() {
    assertThat(ItemFormats.STATE.writes()).containsExactly(1);
    Recording client = new Recording();
    Tables tables = Tables.of("test", 1);
    new DynamoDbState(BOOK, client, tables, new Registry(client, tables.state()))
        .put(new Write(Kind.CURSOR, "orders", 0, "{}"));
    assertThat(client.item.keySet()).contains("pk", "sk", "v", "j", "c");
  }

  private static final class Recording implements DynamoDbClient {
    private final Map<String, AttributeValue> item = new HashMap<>();

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      item.putAll(request.item());
      return PutItemResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
