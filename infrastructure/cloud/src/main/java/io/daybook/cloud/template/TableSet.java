package io.daybook.cloud.template;

import io.daybook.catalogue.Table;
import io.daybook.catalogue.TableSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.CfnGlobalTable;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The tables: on demand, recoverable for four or five weeks, protected from deletion, under the data key. */
final class TableSet {
  /**
   * What nobody does to a ledger (DESIGN, Storage): its items are put, one at a time and under a condition. Batch writes
   * and PartiQL's INSERT are here because they cannot carry one.
   */
  private static final List<String> NEVER_ON_LEDGER =
      List.of(
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:PartiQLInsert",
          "dynamodb:PartiQLUpdate",
          "dynamodb:PartiQLDelete",
          "dynamodb:UpdateTimeToLive",
          "dynamodb:DeleteTable");

  private final Map<Table, TableV2> tables = new EnumMap<>(Table.class);

  TableSet(Construct scope, Stage stage, Keys keys) {
    for (Table table : Table.values()) {
      tables.put(table, make(scope, stage, keys, TableSpec.of(table)));
    }
  }

  TableV2 get(Table table) {
    TableV2 made = tables.get(table);
    if (made == null) {
      throw new IllegalStateException("table " + table + " was not made");
    }
    return made;
  }

  private static TableV2 make(Construct scope, Stage stage, Keys keys, TableSpec spec) {
    String name = Names.table(stage, spec.table());
    // The generation is in the id as well: the next one is another table, made beside this one.
    String id = Names.id(name.substring(stage.prefix().length())) + "Table";
    TableV2.Builder table =
        TableV2.Builder.create(scope, id)
            .tableName(name)
            .partitionKey(text(TableSpec.PARTITION))
            .sortKey(text(TableSpec.SORT))
            .billing(Billing.onDemand())
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(true)
                    .recoveryPeriodInDays(spec.recoveryDays())
                    .build())
            .deletionProtection(Removal.guarded(stage))
            .removalPolicy(Removal.of(stage));
    switch (spec.images()) {
      case NONE -> {
        // Nobody is woken by it.
      }
      case NEW -> table.dynamoStream(StreamViewType.NEW_IMAGE);
      case NEW_AND_OLD -> table.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    spec.expiry().ifPresent(table::timeToLiveAttribute);
    spec.index().ifPresent(index -> table.globalSecondaryIndexes(List.of(index(index))));
    if (spec.table() == Table.LEDGER && Removal.guarded(stage)) {
      table.resourcePolicy(putOnly(stage, name));
    }
    return encipher(table.build(), keys);
  }

  /** TableV2 takes a customer's key only where the region is known; this template is for any. */
  private static TableV2 encipher(TableV2 table, Keys keys) {
    if (table.getNode().getDefaultChild() instanceof CfnGlobalTable made) {
      made.addPropertyOverride("SSESpecification", Map.of("SSEEnabled", true, "SSEType", "KMS"));
      made.addPropertyOverride(
          "Replicas.0.SSESpecification", Map.of("KMSMasterKeyId", keys.data().getKeyArn()));
      return table;
    }
    throw new IllegalStateException("a TableV2 is not made of a global table any more");
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private static GlobalSecondaryIndexPropsV2 index(TableSpec.Index index) {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(index.name())
        .partitionKey(text(index.partition()))
        .sortKey(text(index.sort()))
        .projectionType(ProjectionType.ALL)
        .build();
  }

  /**
   * Denies to everybody, administrators too, what roles are not given anyway. The role that is excepted does not exist:
   * who must change a ledger makes it, and CloudTrail shows it.
   */
  private static PolicyDocument putOnly(Stage stage, String name) {
    String breakGlass =
        "arn:"
            + Aws.PARTITION
            + ":iam::"
            + Aws.ACCOUNT_ID
            + ":role/"
            + stage.prefix()
            + Names.BREAK_GLASS;
    return PolicyDocument.Builder.create()
        .statements(
            List.of(
                PolicyStatement.Builder.create()
                    .sid("LedgerIsPutOnly")
                    .effect(Effect.DENY)
                    .principals(List.of(new AnyPrincipal()))
                    .actions(NEVER_ON_LEDGER)
                    .resources(List.of(Arns.table(name)))
                    .conditions(Map.of("ArnNotEquals", Map.of("aws:PrincipalArn", breakGlass)))
                    .build()))
        .build();
  }
}
