package io.daybook.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalogue.Table;
import io.daybook.catalogue.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Tables on DynamoDB Local are made by {@link TableCreation}, in the cloud from the catalogue's {@link TableSpec}: the same
 * names, keys, index and streams, and the attribute by which messages expire.
 */
class TableCreationTwinTest {
  private static final String PREFIX = "daybook-test-";
  private static final int GENERATION = 4;

  /** Says of every table that it is there, and remembers how it should have been made. */
  private static final class Remembering implements DynamoDbClient {
    private final Map<String, CreateTableRequest> asked = new TreeMap<>();

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
      asked.put(request.tableName(), request);
      throw ResourceInUseException.builder().message("it is there").build();
    }

    @Override
    public CreateTableResponse createTable(Consumer<CreateTableRequest.Builder> request) {
      return createTable(CreateTableRequest.builder().applyMutation(request).build());
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  @Test
  void whatIsMadeHereIsWhatTheCatalogueSays() {
    Remembering client = new Remembering();
    TableCreation.ensure(client, Tables.of(PREFIX, GENERATION));

    assertThat(client.asked).hasSize(Table.values().length);
    for (Table table : Table.values()) {
      TableSpec spec = TableSpec.of(table);
      CreateTableRequest made = client.asked.get(spec.name(PREFIX, GENERATION));
      assertThat(made).as(spec.name(PREFIX, GENERATION)).isNotNull();
      assertThat(keys(made.keySchema())).containsExactly(TableSpec.PARTITION, TableSpec.SORT);
      assertThat(images(made))
          .isEqualTo(
              switch (spec.images()) {
                case NONE -> "none";
                case NEW -> "NEW_IMAGE";
                case NEW_AND_OLD -> "NEW_AND_OLD_IMAGES";
              });
      assertThat(made.globalSecondaryIndexes()).hasSize(spec.index().isPresent() ? 1 : 0);
      spec.index()
          .ifPresent(index -> {
            assertThat(made.globalSecondaryIndexes().getFirst().indexName())
                .isEqualTo(index.name())
                .isEqualTo(Tables.DAY_INDEX);
            assertThat(keys(made.globalSecondaryIndexes().getFirst().keySchema()))
                .containsExactly(index.partition(), index.sort());
          });
    }
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }

  private static String images(CreateTableRequest made) {
    return made.streamSpecification() == null
        ? "none"
        : made.streamSpecification().streamViewTypeAsString();
  }
}
