package io.daybook.storage.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes the tables on DynamoDB Local. In the cloud the stack does, with recovery, protection and keys besides. */
final class TableCreation {
  private TableCreation() {}

  static void ensure(DynamoDbClient client, Tables tables) {
    ensure(client, table(tables.state()).build());
    ensure(
        client,
        table(tables.inbox()).streamSpecification(stream(StreamViewType.NEW_IMAGE)).build());
    ensure(
        client,
        table(tables.ledger())
            .attributeDefinitions(
                attribute(Values.PARTITION),
                attribute(Values.SORT),
                attribute(StepItem.DAY),
                attribute(StepItem.RECORDED))
            .globalSecondaryIndexes(
                GlobalSecondaryIndex.builder()
                    .indexName(Tables.DAY_INDEX)
                    .keySchema(
                        key(StepItem.DAY, KeyType.HASH), key(StepItem.RECORDED, KeyType.RANGE))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build())
            .streamSpecification(stream(StreamViewType.NEW_AND_OLD_IMAGES))
            .build());
  }

  private static void ensure(DynamoDbClient client, CreateTableRequest request) {
    Calls.call(
        "make table " + request.tableName(),
        () -> {
          try {
            client.createTable(request);
          } catch (ResourceInUseException there) {
            // Made before, or by somebody else meanwhile.
            return request;
          }
          client.waiter().waitUntilTableExists(exists -> exists.tableName(request.tableName()));
          return request;
        });
  }

  private static CreateTableRequest.Builder table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attribute(Values.PARTITION), attribute(Values.SORT))
        .keySchema(key(Values.PARTITION, KeyType.HASH), key(Values.SORT, KeyType.RANGE));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static StreamSpecification stream(StreamViewType view) {
    return StreamSpecification.builder().streamEnabled(true).streamViewType(view).build();
  }
}
