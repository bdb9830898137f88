package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.catalogue.Access;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Table;
import io.daybook.catalogue.Trigger;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each role allows exactly what the catalogue says, on exactly what it says, and what AWS does in the function's name. */
class LeastPrivilegeTest {
  private static final String HERE = "${AWS::Region}:${AWS::AccountId}:";
  private static final String DATA_KEY = "Tables, buckets, logs and topics of Daybook (dev)";
  private static final String SECRETS_KEY = "Connection secrets of Daybook (dev)";

  @Test
  void aRoleAllowsExactlyTheCallsOfTheCatalogue() {
    Synthesised stage = Synthesised.dev();
    for (FunctionSpec function : Catalogue.all()) {
      assertThat(allowed(stage, function)).as(function.name()).isEqualTo(expected(function));
    }
  }

  @Test
  void withoutAnAddressNobodyMaySendMail() {
    assertThat(allowed(Synthesised.prod(), Catalogue.NOTIFY))
        .noneMatch(allowed -> allowed.startsWith("ses:"));
  }

  @Test
  void everyStatementNamesItsReasonAndNoneIsOnEverything() {
    for (FunctionSpec function : Catalogue.all()) {
      for (JsonNode statement : statements(Synthesised.prod(), function)) {
        assertThat(statement.path("Sid").asText()).matches("[A-Z][A-Za-z]+");
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        assertThat(Synthesised.prod().texts(statement.path("Resource"))).doesNotContain("*");
        assertThat(Synthesised.prod().texts(statement.path("Action")))
            .noneMatch(action -> action.contains("*"));
      }
    }
  }

  @Test
  void theDataKeyIsUsedThroughServicesOnlyAndTheHubsKeyUnderItsContextOnly() {
    Synthesised stage = Synthesised.prod();
    for (FunctionSpec function : Catalogue.all()) {
      for (JsonNode statement : statements(stage, function)) {
        boolean key =
            stage.texts(statement.path("Action")).stream()
                .anyMatch(action -> action.startsWith("kms:"));
        if (key && stage.text(statement.path("Resource")).contains("Tables, buckets")) {
          assertThat(
                  stage.text(
                      statement.path("Condition").path("StringEquals").path("kms:ViaService")))
              .matches("(dynamodb|s3|sns)\\.\\$\\{AWS::Region\\}\\.amazonaws\\.com");
        } else if (key) {
          JsonNode absent = statement.path("Condition").path("Null");
          assertThat(absent.path("kms:EncryptionContext:book").asText()).isEqualTo("false");
          assertThat(absent.path("kms:EncryptionContext:connection").asText()).isEqualTo("false");
        }
      }
    }
  }

  @Test
  void noRoleHasAnAwsManagedPolicy() {
    for (JsonNode role : Synthesised.dev().resources("AWS::IAM::Role")) {
      assertThat(role.path("Properties").has("ManagedPolicyArns")).isFalse();
    }
    assertThat(Synthesised.dev().resources("AWS::IAM::Policy")).isEmpty();
  }

  @Test
  void nobodyButLambdaSchedulerAndCodeDeployMayTakeARole() {
    SortedSet<String> services = new TreeSet<>();
    for (JsonNode role : Synthesised.prod().resources("AWS::IAM::Role")) {
      for (JsonNode statement :
          role.path("Properties").path("AssumeRolePolicyDocument").path("Statement")) {
        services.add(statement.path("Principal").path("Service").asText());
      }
    }
    assertThat(services)
        .containsExactly(
            "codedeploy.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com");
  }

  /** {@code action resource}, one for each pair that some statement allows. */
  private static SortedSet<String> allowed(Synthesised stage, FunctionSpec function) {
    SortedSet<String> allowed = new TreeSet<>();
    for (JsonNode statement : statements(stage, function)) {
      for (String action : stage.texts(statement.path("Action"))) {
        for (String resource : stage.texts(statement.path("Resource"))) {
          allowed.add(action + " " + resource.replace("arn:${AWS::Partition}:", ""));
        }
      }
    }
    return allowed;
  }

  private static List<JsonNode> statements(Synthesised stage, FunctionSpec function) {
    JsonNode role =
        stage.resource("AWS::IAM::Role", "Description", "What " + function.name() + " may call");
    assertThat(role.path("Properties").path("Policies")).hasSize(1);
    return Synthesised.stream(
            role.path("Properties")
                .path("Policies")
                .path(0)
                .path("PolicyDocument")
                .path("Statement"))
        .toList();
  }

  /** Written down from the catalogue without the code that makes roles. */
  private static SortedSet<String> expected(FunctionSpec function) {
    SortedSet<String> expected = new TreeSet<>();
    expected.add(
        "logs:CreateLogStream logs:" + HERE + "log-group:/daybook/dev/" + function.name() + ":*");
    expected.add(
        "logs:PutLogEvents logs:" + HERE + "log-group:/daybook/dev/" + function.name() + ":*");
    for (Access access : function.touches()) {
      switch (access) {
        case Access.OnTable(Table table, List<String> actions) ->
            actions.forEach(action -> expectTable(expected, table, action));
        case Access.OnStatements(List<String> actions) ->
            actions.forEach(action -> expectObjects(expected, "statements", action));
        case Access.OnDrops(List<String> actions) ->
            actions.forEach(action -> expectObjects(expected, "drops", action));
        case Access.OnLargeBodies(List<String> actions) ->
            actions.forEach(action -> expectObjects(expected, "bodies", action));
        case Access.OnKey(List<String> actions) ->
            actions.forEach(action -> expected.add("kms:" + action + " {" + SECRETS_KEY + ".Arn}"));
        case Access.OnFunction(String called, List<String> actions) ->
            actions.forEach(action ->
                expected.add(
                    "lambda:"
                        + action
                        + " lambda:"
                        + HERE
                        + "function:daybook-dev-"
                        + called
                        + ":live"));
        case Access.OnMail(List<String> actions) -> {
          for (String action : actions) {
            expected.add("ses:" + action + " ses:" + HERE + "identity/books@example.com");
            expected.add("ses:" + action + " ses:" + HERE + "identity/example.com");
          }
        }
        case Access.OnNotices(List<String> actions) -> {
          actions.forEach(action -> expected.add("sns:" + action + " {daybook-dev-notices}"));
          expectDataKey(expected, "Decrypt", "GenerateDataKey");
        }
      }
    }
    for (Trigger trigger : function.triggers()) {
      switch (trigger) {
        case Trigger.Stream stream -> {
          String table = tables(stream.table()).getFirst();
          for (String action : List.of("DescribeStream", "GetRecords", "GetShardIterator")) {
            expected.add("dynamodb:" + action + " {" + table + ".StreamArn}");
          }
          expected.add("dynamodb:ListStreams dynamodb:" + HERE + "table/" + table + "/stream/*");
          expectDataKey(expected, "Decrypt", "DescribeKey");
          expectFailures(expected);
        }
        case Trigger.Schedule _, Trigger.Invoked _, Trigger.PartnerEvent _, Trigger.Dropped _ ->
            expectFailures(expected);
        case Trigger.Http _ -> {
          // Whoever calls it needs a permission, not it.
        }
      }
    }
    return expected;
  }

  private static void expectTable(SortedSet<String> expected, Table table, String action) {
    for (String name : tables(table)) {
      expected.add("dynamodb:" + action + " dynamodb:" + HERE + "table/" + name);
      if (table == Table.LEDGER && action.equals("Query")) {
        expected.add("dynamodb:Query dynamodb:" + HERE + "table/" + name + "/index/day");
      }
    }
    expectDataKey(expected, "Decrypt", "DescribeKey");
    if (!action.equals("GetItem") && !action.equals("Query")) {
      expectDataKey(expected, "Encrypt", "GenerateDataKey", "ReEncryptFrom", "ReEncryptTo");
    }
  }

  /** The ledger's next generation is allowed for, so that a restore need not wait for roles. */
  private static List<String> tables(Table table) {
    return switch (table) {
      case INBOX -> List.of("daybook-dev-inbox");
      case LEDGER -> List.of("daybook-dev-ledger-3", "daybook-dev-ledger-4");
      case STATE -> List.of("daybook-dev-state");
    };
  }

  private static void expectObjects(SortedSet<String> expected, String bucket, String action) {
    String arn = "{daybook-dev-" + bucket + "-${AWS::AccountId}-${AWS::Region}.Arn}";
    expected.add("s3:" + action + " " + arn + (action.equals("ListBucket") ? "" : "/*"));
    if (action.equals("PutObject")) {
      expectDataKey(expected, "GenerateDataKey");
    }
    if (action.equals("GetObject")) {
      expectDataKey(expected, "Decrypt");
    }
  }

  private static void expectFailures(SortedSet<String> expected) {
    expectObjects(expected, "failures", "PutObject");
    expectObjects(expected, "failures", "ListBucket");
  }

  private static void expectDataKey(SortedSet<String> expected, String... actions) {
    for (String action : actions) {
      expected.add("kms:" + action + " {" + DATA_KEY + ".Arn}");
    }
  }
}
