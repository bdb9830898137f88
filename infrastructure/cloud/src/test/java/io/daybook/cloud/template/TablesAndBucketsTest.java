package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class TablesAndBucketsTest {
  @Test
  void tablesAreOnDemandRecoverableProtectedAndUnderTheDataKey() {
    // What was erased from the inbox must be out of reach within 30 days.
    Map<String, Integer> recovery = Map.of("inbox", 28, "ledger-1", 35, "state", 35);
    recovery.forEach((table, days) -> {
      Synthesised.prod()
          .template()
          .hasResource(
              "AWS::DynamoDB::GlobalTable",
              Map.of(
                  "DeletionPolicy",
                  "Retain",
                  "UpdateReplacePolicy",
                  "Retain",
                  "Properties",
                  Match.objectLike(
                      Map.of(
                          "TableName",
                          "daybook-prod-" + table,
                          "BillingMode",
                          "PAY_PER_REQUEST",
                          "SSESpecification",
                          Map.of("SSEEnabled", true, "SSEType", "KMS"),
                          "Replicas",
                          List.of(
                              Match.objectLike(
                                  Map.of(
                                      "Region",
                                      Map.of("Ref", "AWS::Region"),
                                      "DeletionProtectionEnabled",
                                      true,
                                      "PointInTimeRecoverySpecification",
                                      Map.of(
                                          "PointInTimeRecoveryEnabled",
                                          true,
                                          "RecoveryPeriodInDays",
                                          days),
                                      "SSESpecification",
                                      Map.of("KMSMasterKeyId", Match.anyValue()))))))));
    });
  }

  @Test
  void aLedgersItemsAreNeitherChangedNorRemovedWhoeverAsks() {
    JsonNode statement =
        replica(Synthesised.prod(), "daybook-prod-ledger-1")
            .path("ResourcePolicy")
            .path("PolicyDocument")
            .path("Statement")
            .path(0);

    assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
    assertThat(statement.path("Principal").path("AWS").asText()).isEqualTo("*");
    assertThat(Synthesised.prod().texts(statement.path("Action")))
        .contains("dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:DeleteTable")
        .doesNotContain("dynamodb:PutItem");
    assertThat(
            Synthesised.prod()
                .text(statement.path("Condition").path("ArnNotEquals").path("aws:PrincipalArn")))
        .isEqualTo("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/daybook-prod-break-glass");
  }

  @Test
  void theNextGenerationIsATableBesideTheOneThatIsThere() {
    assertThat(logicalId(Synthesised.dev(), "daybook-dev-ledger-3"))
        .isNotEqualTo(logicalId(Synthesised.prod(), "daybook-prod-ledger-1"));
    assertThat(logicalId(Synthesised.dev(), "daybook-dev-inbox"))
        .isEqualTo(logicalId(Synthesised.prod(), "daybook-prod-inbox"));
  }

  @Test
  void whatIsMadeToBeThrownAwayGoesWithItsStack() {
    for (JsonNode table : Synthesised.disposable().resources("AWS::DynamoDB::GlobalTable")) {
      assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Delete");
      JsonNode replica = table.path("Properties").path("Replicas").path(0);
      assertThat(replica.path("DeletionProtectionEnabled").asBoolean()).isFalse();
      assertThat(replica.has("ResourcePolicy")).isFalse();
    }
  }

  @Test
  void keysTurnEveryYearAndStay() {
    Synthesised.prod()
        .template()
        .allResources(
            "AWS::KMS::Key",
            Map.of(
                "DeletionPolicy",
                "Retain",
                "Properties",
                Match.objectLike(Map.of("EnableKeyRotation", true, "PendingWindowInDays", 30))));
  }

  @Test
  void bucketsArePrivateVersionedAndAnswerOverTlsOnly() {
    Synthesised stage = Synthesised.prod();
    stage
        .template()
        .allResourcesProperties(
            "AWS::S3::Bucket",
            Match.objectLike(
                Map.of(
                    "VersioningConfiguration",
                    Map.of("Status", "Enabled"),
                    "PublicAccessBlockConfiguration",
                    Map.of(
                        "BlockPublicAcls", true,
                        "BlockPublicPolicy", true,
                        "IgnorePublicAcls", true,
                        "RestrictPublicBuckets", true))));
    Set<String> refused = new TreeSet<>();
    for (JsonNode policy : stage.resources("AWS::S3::BucketPolicy")) {
      for (JsonNode statement :
          policy.path("Properties").path("PolicyDocument").path("Statement")) {
        if (statement
                .path("Condition")
                .path("Bool")
                .path("aws:SecureTransport")
                .asText()
                .equals("false")
            && statement.path("Effect").asText().equals("Deny")) {
          refused.add(stage.text(policy.path("Properties").path("Bucket")));
        }
      }
    }
    assertThat(refused).hasSize(5);
  }

  @Test
  void whatBooksAreMadeOfLiesUnderTheDataKeyAndItsReadersAreLogged() {
    for (String bucket : List.of("bodies", "statements", "failures")) {
      JsonNode made = bucket(Synthesised.prod(), bucket);
      JsonNode rule =
          made.path("BucketEncryption").path("ServerSideEncryptionConfiguration").path(0);
      assertThat(rule.path("ServerSideEncryptionByDefault").path("SSEAlgorithm").asText())
          .isEqualTo("aws:kms");
      assertThat(rule.path("BucketKeyEnabled").asBoolean()).isTrue();
      assertThat(made.path("LoggingConfiguration").path("LogFilePrefix").asText())
          .isEqualTo(bucket + "/");
    }
  }

  @Test
  void objectsGoWhenTheirTimeIsUpAndStatementsStay() {
    assertThat(expiry("bodies")).isEqualTo(45);
    assertThat(expiry("failures")).isEqualTo(90);
    assertThat(expiry("access")).isEqualTo(365);
    assertThat(expiry("statements")).isZero();
  }

  @Test
  void statementsAreLockedForGoodWhereBooksAreKeptAndUndoablyElsewhere() {
    assertThat(lock(Synthesised.prod())).isEqualTo("COMPLIANCE 365");
    assertThat(lock(Synthesised.dev())).isEqualTo("GOVERNANCE 1");
    assertThat(lock(Synthesised.disposable())).isEqualTo("GOVERNANCE 1");
    assertThat(bucket(Synthesised.prod(), "bodies").has("ObjectLockConfiguration")).isFalse();
  }

  private static int expiry(String bucket) {
    for (JsonNode rule :
        bucket(Synthesised.prod(), bucket).path("LifecycleConfiguration").path("Rules")) {
      if (rule.has("ExpirationInDays")) {
        assertThat(rule.path("NoncurrentVersionExpiration").path("NoncurrentDays").asInt())
            .isEqualTo(7);
        return rule.path("ExpirationInDays").asInt();
      }
    }
    return 0;
  }

  private static String lock(Synthesised stage) {
    JsonNode retention =
        bucket(stage, "statements")
            .path("ObjectLockConfiguration")
            .path("Rule")
            .path("DefaultRetention");
    return retention.path("Mode").asText() + " " + retention.path("Days").asInt();
  }

  private static JsonNode bucket(Synthesised stage, String name) {
    return stage
        .resource(
            "AWS::S3::Bucket",
            "BucketName",
            stage.stage().prefix() + name + "-${AWS::AccountId}-${AWS::Region}")
        .path("Properties");
  }

  private static JsonNode replica(Synthesised stage, String table) {
    return stage
        .resource("AWS::DynamoDB::GlobalTable", "TableName", table)
        .path("Properties")
        .path("Replicas")
        .path(0);
  }

  private static String logicalId(Synthesised stage, String table) {
    for (Map.Entry<String, JsonNode> resource : stage.json().path("Resources").properties()) {
      if (resource.getValue().path("Properties").path("TableName").asText().equals(table)) {
        return resource.getKey();
      }
    }
    throw new AssertionError("no table " + table);
  }
}
