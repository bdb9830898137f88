package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Alarms;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class AlarmsAndDeliveryTest {
  @Test
  void everyAlarmIsToldWhenItSoundsAndWhenItIsOverAndSilenceIsNone() {
    Synthesised stage = Synthesised.prod();
    for (JsonNode alarm : stage.resources("AWS::CloudWatch::Alarm")) {
      JsonNode properties = alarm.path("Properties");
      assertThat(stage.texts(properties.path("AlarmActions")))
          .containsExactly("{daybook-prod-alarms}");
      assertThat(stage.texts(properties.path("OKActions")))
          .containsExactly("{daybook-prod-alarms}");
      assertThat(properties.path("TreatMissingData").asText()).isEqualTo("notBreaching");
      assertThat(properties.path("ComparisonOperator").asText()).isEqualTo("GreaterThanThreshold");
    }
  }

  @Test
  void anAlarmLooksAtTheFunctionOfItsStage() {
    assertThat(watched("post-iterator-age"))
        .isEqualTo("AWS/Lambda IteratorAge FunctionName=daybook-prod-post");
    assertThat(watched("ingest-throttles"))
        .isEqualTo("AWS/Lambda Throttles FunctionName=daybook-prod-ingest");
    assertThat(watched("ledger-overwritten"))
        .isEqualTo("Daybook LedgerOverwrites Function=daybook-prod-guard");
    assertThat(watched("silent-connections"))
        .isEqualTo("Daybook SilentConnections Function=daybook-prod-notify");
    assertThat(watched("oldest-unsealed-entry"))
        .isEqualTo("Daybook OldestUnsealedSeconds Function=daybook-prod-notify");
    assertThat(watched("failures-received"))
        .isEqualTo("AWS/Events MatchedEvents RuleName=daybook-prod-failures");
    assertThat(watched("schedule-dropped"))
        .isEqualTo("AWS/Scheduler InvocationDroppedCount ScheduleGroup=daybook-prod");
  }

  @Test
  void whatSeveralMeasureIsTakenTogether() {
    JsonNode alarm = alarm("failed-messages");
    assertThat(alarm.path("Metrics").path(0).path("Expression").asText()).isEqualTo("SUM([m0,m1])");
    assertThat(alarm.path("Metrics").findValuesAsText("Value"))
        .containsExactly("daybook-prod-post", "daybook-prod-replay");
  }

  @Test
  void tablesAreWatchedByTheOperationsThatFunctionsUse() {
    assertThat(alarm("ledger-throttled").path("Metrics").findValuesAsText("Value"))
        .containsExactly("PutItem", "daybook-prod-ledger-1", "Query", "daybook-prod-ledger-1");
  }

  @Test
  void whatComesIntoTheFailuresBucketIsSaidByName() {
    Synthesised stage = Synthesised.prod();
    JsonNode rule =
        stage.resources("AWS::Events::Rule").stream()
            .map(one -> one.path("Properties"))
            .filter(one -> stage.text(one.path("Targets").path(0).path("Arn")).contains("alarms"))
            .findFirst()
            .orElseThrow();
    assertThat(
            stage.text(
                rule.path("EventPattern").path("detail").path("bucket").path("name").path(0)))
        .isEqualTo("{daybook-prod-failures-${AWS::AccountId}-${AWS::Region}}");
    assertThat(stage.text(rule.path("Targets").path(0).path("Arn")))
        .isEqualTo("{daybook-prod-alarms}");
    JsonNode bucket =
        stage.resource(
            "AWS::S3::Bucket",
            "BucketName",
            "daybook-prod-failures-${AWS::AccountId}-${AWS::Region}");
    assertThat(
            bucket
                .path("Properties")
                .path("NotificationConfiguration")
                .path("EventBridgeConfiguration")
                .path("EventBridgeEnabled")
                .asBoolean())
        .isTrue();
  }

  @Test
  void topicsAreEncipheredAndAnswerOverTlsOnly() {
    Synthesised.prod().template().resourceCountIs("AWS::SNS::Topic", 2);
    Synthesised.prod()
        .template()
        .allResourcesProperties(
            "AWS::SNS::Topic", Match.objectLike(Map.of("KmsMasterKeyId", Match.anyValue())));
    Synthesised.prod().template().resourceCountIs("AWS::SNS::Subscription", 0);
    Synthesised.dev()
        .template()
        .hasResourceProperties(
            "AWS::SNS::Subscription", Map.of("Protocol", "email", "Endpoint", "ops@example.com"));
  }

  @Test
  void theBudgetIsTheStagesAndTellsBeforeAndWhenItIsSpent() {
    assertThat(budget(Synthesised.prod()).path("Budget").path("BudgetLimit").path("Amount").asInt())
        .isEqualTo(50);
    assertThat(budget(Synthesised.dev()).path("Budget").path("BudgetLimit").path("Amount").asInt())
        .isEqualTo(12);
    assertThat(
            budget(Synthesised.prod())
                .path("NotificationsWithSubscribers")
                .findValuesAsText("NotificationType"))
        .containsExactly("ACTUAL", "FORECASTED");
  }

  @Test
  void theDashboardIsJsonAndShowsEveryAlarm() throws JsonProcessingException {
    Synthesised stage = Synthesised.prod();
    JsonNode body =
        new ObjectMapper()
            .readTree(
                stage.text(
                    stage
                        .resources("AWS::CloudWatch::Dashboard")
                        .getFirst()
                        .path("Properties")
                        .path("DashboardBody")));
    JsonNode alarms = body.path("widgets").path(1);
    assertThat(alarms.path("type").asText()).isEqualTo("alarm");
    assertThat(alarms.path("properties").path("alarms")).hasSize(Alarms.all().size());
    for (JsonNode widget : body.path("widgets")) {
      assertThat(widget.path("x").asInt() + widget.path("width").asInt()).isLessThanOrEqualTo(24);
    }
  }

  @Test
  void anAliasMovesByCodeDeployAndBackWhenTheFunctionsAlarmsSound() {
    Synthesised stage = Synthesised.prod();
    for (FunctionSpec function : Catalogue.all()) {
      JsonNode group = group(stage, function.name());
      assertThat(group.path("AutoRollbackConfiguration").path("Enabled").asBoolean()).isTrue();
      assertThat(stage.texts(group.path("AutoRollbackConfiguration").path("Events")))
          .containsExactlyInAnyOrder(
              "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_REQUEST", "DEPLOYMENT_STOP_ON_ALARM");
      assertThat(group.path("AlarmConfiguration").path("Alarms"))
          .hasSize(Alarms.of(function).size());
    }
    for (JsonNode alias : stage.resources("AWS::Lambda::Alias")) {
      assertThat(alias.path("UpdatePolicy").has("CodeDeployLambdaAliasUpdate")).isTrue();
    }
  }

  @Test
  void aTenthComesFirstWhereSomebodyWaitsAndEverywhereWhereBooksAreKept() {
    Map<String, String> paces = new TreeMap<>();
    for (String function : List.of("ingest", "post")) {
      paces.put("prod " + function, pace(Synthesised.prod(), function));
      paces.put("dev " + function, pace(Synthesised.dev(), function));
    }
    assertThat(paces)
        .containsEntry("prod ingest", "CodeDeployDefault.LambdaCanary10Percent5Minutes")
        .containsEntry("prod post", "CodeDeployDefault.LambdaCanary10Percent5Minutes")
        .containsEntry("dev ingest", "CodeDeployDefault.LambdaCanary10Percent5Minutes")
        .containsEntry("dev post", "CodeDeployDefault.LambdaAllAtOnce");
  }

  @Test
  void theStackSaysWhatItsDeployersMustKnow() {
    JsonNode outputs = Synthesised.prod().json().path("Outputs");
    assertThat(outputs.propertyStream().map(Map.Entry::getKey).toList())
        .containsExactlyInAnyOrder(
            "WebhookBaseUrl",
            "PortalUrl",
            "InboxTable",
            "LedgerTable",
            "StateTable",
            "BodiesBucket",
            "DropsBucket",
            "StatementsBucket",
            "FailuresBucket",
            "AccessBucket",
            "AlarmsTopic",
            "NoticesTopic",
            "SecretsKey",
            "PostTriggerId",
            "ReconcileTriggerId",
            "GuardTriggerId");
    assertThat(
            Synthesised.dev().json().path("Outputs").path("WebhookBaseUrl").path("Value").asText())
        .isEqualTo("https://books.example.com/");
    assertThat(Synthesised.dev().json().path("Outputs").has("DomainTarget")).isTrue();
  }

  @Test
  void theTemplateSaysWhichFormsTheReleaseReadsAndWrites() {
    JsonNode formats = Synthesised.prod().json().path("Metadata").path("daybook:formats");
    assertThat(formats.path("step").path("reads").path(0).asInt()).isEqualTo(1);
    assertThat(formats.path("body").path("writes")).hasSize(3);
    assertThat(formats).hasSize(io.daybook.cloud.deployment.Formats.declared().all().size());
  }

  @Test
  void theStackHasNoBootstrapVersionToWaitFor() {
    assertThat(Synthesised.prod().json().has("Parameters")).isFalse();
    assertThat(Synthesised.prod().json().has("Rules")).isFalse();
    for (JsonNode function : Synthesised.prod().resources("AWS::Lambda::Function")) {
      assertThat(function.path("Properties").path("Code").path("S3Bucket").path("Fn::Sub").asText())
          .isEqualTo("daybook-artifacts-${AWS::AccountId}-${AWS::Region}");
    }
  }

  private static String watched(String name) {
    JsonNode alarm = alarm(name);
    JsonNode dimension = alarm.path("Dimensions").path(0);
    return alarm.path("Namespace").asText()
        + " "
        + alarm.path("MetricName").asText()
        + " "
        + dimension.path("Name").asText()
        + "="
        + dimension.path("Value").asText();
  }

  private static JsonNode alarm(String name) {
    return Synthesised.prod()
        .resource("AWS::CloudWatch::Alarm", "AlarmName", "daybook-prod-" + name)
        .path("Properties");
  }

  private static JsonNode budget(Synthesised stage) {
    return stage.resources("AWS::Budgets::Budget").getFirst().path("Properties");
  }

  private static JsonNode group(Synthesised stage, String function) {
    return stage
        .resource(
            "AWS::CodeDeploy::DeploymentGroup",
            "DeploymentGroupName",
            stage.stage().prefix() + function)
        .path("Properties");
  }

  private static String pace(Synthesised stage, String function) {
    return group(stage, function).path("DeploymentConfigName").asText();
  }
}
