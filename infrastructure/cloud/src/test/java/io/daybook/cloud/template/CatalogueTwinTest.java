package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.catalogue.Access;
import io.daybook.catalogue.AlarmSpec;
import io.daybook.catalogue.Alarms;
import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import io.daybook.catalogue.Table;
import io.daybook.catalogue.TableSpec;
import io.daybook.catalogue.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The template says of names, triggers and settings what the catalogue says: read back from the JSON, nothing more, nothing less. */
class CatalogueTwinTest {
  @Test
  void thereIsExactlyOneFunctionForEachOfTheCatalogue() {
    for (Synthesised stage : List.of(Synthesised.prod(), Synthesised.dev())) {
      assertThat(names(stage, "AWS::Lambda::Function", "FunctionName"))
          .containsExactlyInAnyOrderElementsOf(
              Catalogue.all().stream()
                  .map(function -> "daybook-" + stage.stage().name() + "-" + function.name())
                  .toList());
    }
  }

  @Test
  void everyFunctionIsAsTheCatalogueSays() {
    Synthesised stage = Synthesised.prod();
    for (FunctionSpec spec : Catalogue.all()) {
      JsonNode function = function(stage, spec);
      assertThat(function.path("Handler").asText()).isEqualTo(spec.handler());
      assertThat(function.path("Description").asText()).isEqualTo(spec.purpose());
      assertThat(function.path("MemorySize").asInt()).isEqualTo(spec.memoryMegabytes());
      assertThat(Duration.ofSeconds(function.path("Timeout").asLong())).isEqualTo(spec.timeout());
      assertThat(function.path("SnapStart").path("ApplyOn").asText("None"))
          .isEqualTo(
              switch (spec.start()) {
                case SNAPSHOT -> "PublishedVersions";
                case PLAIN -> "None";
              });
    }
  }

  @Test
  void functionsOfOneArchiveShareItAndOthersDoNot() {
    Synthesised stage = Synthesised.prod();
    for (FunctionSpec one : Catalogue.all()) {
      for (FunctionSpec other : Catalogue.all()) {
        boolean same = archive(stage, one).equals(archive(stage, other));
        assertThat(same).isEqualTo(one.archive().equals(other.archive()));
      }
    }
  }

  @Test
  void thereIsExactlyOneStreamTriggerForEachOfTheCatalogue() {
    Synthesised stage = Synthesised.prod();
    List<String> expected = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Stream stream) {
          expected.add(
              String.join(
                  " ",
                  function.name(),
                  stream.table().word(),
                  "batch=" + stream.batchSize(),
                  "window=" + stream.window().toSeconds(),
                  "retries=" + stream.retries(),
                  "age=" + stream.maxAge().toSeconds(),
                  "atOnce=" + Settings.batchesAtOnce(stream),
                  filter(stream)));
        }
      }
    }
    List<String> made = new ArrayList<>();
    for (JsonNode trigger : stage.resources("AWS::Lambda::EventSourceMapping")) {
      JsonNode properties = trigger.path("Properties");
      made.add(
          String.join(
              " ",
              aliased(stage, properties.path("FunctionName")),
              table(stage.text(properties.path("EventSourceArn"))),
              "batch=" + properties.path("BatchSize").asInt(),
              "window=" + properties.path("MaximumBatchingWindowInSeconds").asInt(),
              "retries=" + properties.path("MaximumRetryAttempts").asInt(),
              "age=" + properties.path("MaximumRecordAgeInSeconds").asInt(),
              "atOnce=" + properties.path("ParallelizationFactor").asInt(),
              properties.path("FilterCriteria").path("Filters").path(0).path("Pattern").asText()));
      assertThat(properties.path("FilterCriteria").path("Filters")).hasSize(1);
    }
    assertThat(made).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void thereIsExactlyOneScheduleForEachOfTheCatalogue() {
    Synthesised stage = Synthesised.prod();
    List<String> expected = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Schedule(Duration every)) {
          expected.add(
              function.name()
                  + " "
                  + Settings.night(function)
                      .map(at -> "cron(" + at.getMinute() + " " + at.getHour() + " * * ? *)")
                      .orElse("rate(" + every.toMinutes() + " minutes)"));
        }
      }
    }
    List<String> made = new ArrayList<>();
    for (JsonNode schedule : stage.resources("AWS::Scheduler::Schedule")) {
      JsonNode properties = schedule.path("Properties");
      made.add(
          aliased(stage, properties.path("Target").path("Arn"))
              + " "
              + properties.path("ScheduleExpression").asText());
    }
    assertThat(made).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aRuleOnEachBusThatTheStageNamesWakesWhatTheCatalogueSaysAndNobodyElseMay() {
    Synthesised stage = Synthesised.dev();
    List<String> expected = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      if (function.triggers().contains(new Trigger.PartnerEvent())) {
        expected.add(function.name() + " aws.partner/stripe.com/ed_1 /hooks/stripe/b.stripe");
        expected.add(function.name() + " aws.partner/shopify.com/42/daybook /hooks/shopify/b.shop");
      }
    }
    List<String> made = new ArrayList<>();
    for (JsonNode rule : stage.resources("AWS::Events::Rule")) {
      JsonNode properties = rule.path("Properties");
      String bus = properties.path("EventBusName").asText();
      if (bus.startsWith("aws.partner/")) {
        assertThat(properties.path("EventPattern").path("source").path(0).asText()).isEqualTo(bus);
        JsonNode target = properties.path("Targets").path(0);
        String hook =
            target
                .path("InputTransformer")
                .path("InputTemplate")
                .asText()
                .replaceFirst("^.*\"hook\":\"([^\"]*)\".*$", "$1");
        made.add(aliased(stage, target.path("Arn")) + " " + bus + " " + hook);
      }
    }
    assertThat(made).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            stage.resources("AWS::Lambda::Permission").stream()
                .map(permission -> permission.path("Properties"))
                .filter(permission ->
                    permission.path("Principal").asText().equals("events.amazonaws.com"))
                .filter(
                    permission -> aliased(stage, permission.path("FunctionName")).equals("bridge")))
        .hasSize(made.size());
    assertThat(
            Synthesised.prod().resources("AWS::Events::Rule").stream()
                .filter(rule ->
                    rule.path("Properties")
                        .path("EventBusName")
                        .asText()
                        .startsWith("aws.partner/")))
        .isEmpty();
  }

  @Test
  void thereIsExactlyOneRuleForEachBucketWhoseNewObjectsWakeAFunction() {
    Synthesised stage = Synthesised.prod();
    List<String> expected = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Dropped(Bucket bucket, String prefix)) {
          expected.add(function.name() + " " + bucket.word() + " " + prefix);
        }
      }
    }
    List<String> made = new ArrayList<>();
    for (JsonNode rule : stage.resources("AWS::Events::Rule")) {
      JsonNode detail = rule.path("Properties").path("EventPattern").path("detail");
      JsonNode prefix = detail.path("object").path("key").path(0).path("prefix");
      if (!prefix.isMissingNode()) {
        String bucket = stage.text(detail.path("bucket").path("name").path(0));
        made.add(
            aliased(stage, rule.path("Properties").path("Targets").path(0).path("Arn"))
                + " "
                + bucket.replaceFirst("^[{]?daybook-prod-([a-z]+)-.*$", "$1")
                + " "
                + prefix.asText());
      }
    }
    assertThat(made).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatComesOnceADayHasItsTimeOnlyIfItComesOnceADay() {
    for (FunctionSpec function : Catalogue.all()) {
      if (Settings.night(function).isPresent()) {
        assertThat(function.triggers()).contains(new Trigger.Schedule(Duration.ofDays(1)));
      }
    }
  }

  @Test
  void exactlyWhatHasAnHttpTriggerHasAnAddress() {
    Synthesised stage = Synthesised.prod();
    Set<String> expected = new TreeSet<>();
    for (FunctionSpec function : Catalogue.all()) {
      if (function.triggers().stream().anyMatch(Trigger.Http.class::isInstance)) {
        expected.add(function.name());
      }
    }
    Set<String> made = new TreeSet<>();
    for (JsonNode address : stage.resources("AWS::Lambda::Url")) {
      made.add(functionOf(stage, address.path("Properties").path("TargetFunctionArn")));
      assertThat(address.path("Properties").path("Qualifier").asText()).isEqualTo(Settings.ALIAS);
    }
    assertThat(made).isEqualTo(expected);
  }

  @Test
  void thereIsExactlyOneTableForEachOfTheCatalogueAndItIsAsTheCatalogueSays() {
    for (Synthesised stage : List.of(Synthesised.prod(), Synthesised.dev())) {
      List<String> expected = new ArrayList<>();
      for (Table table : Table.values()) {
        TableSpec spec = TableSpec.of(table);
        JsonNode made =
            stage
                .resource(
                    "AWS::DynamoDB::GlobalTable",
                    "TableName",
                    spec.name(stage.stage().prefix(), stage.stage().generation()))
                .path("Properties");
        expected.add(made.path("TableName").asText());
        assertThat(keys(made)).containsExactly(TableSpec.PARTITION, TableSpec.SORT);
        assertThat(made.path("StreamSpecification").path("StreamViewType").asText("none"))
            .isEqualTo(
                switch (spec.images()) {
                  case NONE -> "none";
                  case NEW -> "NEW_IMAGE";
                  case NEW_AND_OLD -> "NEW_AND_OLD_IMAGES";
                });
        JsonNode expiry = made.path("TimeToLiveSpecification");
        assertThat(expiry.path("AttributeName").asText("")).isEqualTo(spec.expiry().orElse(""));
        assertThat(expiry.path("Enabled").asBoolean()).isEqualTo(spec.expiry().isPresent());
        JsonNode indexes = made.path("GlobalSecondaryIndexes");
        assertThat(indexes.size()).isEqualTo(spec.index().isPresent() ? 1 : 0);
        spec.index()
            .ifPresent(index -> {
              assertThat(indexes.path(0).path("IndexName").asText()).isEqualTo(index.name());
              assertThat(keys(indexes.path(0))).containsExactly(index.partition(), index.sort());
            });
        assertThat(
                made.path("Replicas")
                    .path(0)
                    .path("PointInTimeRecoverySpecification")
                    .path("RecoveryPeriodInDays")
                    .asInt())
            .isEqualTo(spec.recoveryDays());
      }
      assertThat(names(stage, "AWS::DynamoDB::GlobalTable", "TableName"))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void thereIsExactlyOneBucketForEachOfTheCatalogue() {
    assertThat(names(Synthesised.prod(), "AWS::S3::Bucket", "BucketName"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Bucket.values())
                .map(
                    bucket -> "daybook-prod-" + bucket.word() + "-${AWS::AccountId}-${AWS::Region}")
                .toList());
  }

  @Test
  void thereIsExactlyOneAlarmForEachOfTheCatalogue() {
    Synthesised stage = Synthesised.prod();
    assertThat(names(stage, "AWS::CloudWatch::Alarm", "AlarmName"))
        .containsExactlyInAnyOrderElementsOf(
            Alarms.all().stream().map(alarm -> "daybook-prod-" + alarm.name()).toList());
    for (AlarmSpec spec : Alarms.all()) {
      JsonNode alarm =
          stage
              .resource("AWS::CloudWatch::Alarm", "AlarmName", "daybook-prod-" + spec.name())
              .path("Properties");
      assertThat(alarm.path("AlarmDescription").asText()).isEqualTo(spec.meaning());
      assertThat(alarm.path("Threshold").asLong()).isEqualTo(spec.above());
      assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(spec.looks());
    }
  }

  @Test
  void everyFunctionFindsInItsEnvironmentWhatItLooksFor() {
    Synthesised stage = Synthesised.dev();
    for (FunctionSpec spec : Catalogue.all()) {
      JsonNode variables = function(stage, spec).path("Environment").path("Variables");
      Set<String> expected =
          new TreeSet<>(
              Set.of(
                  "DAYBOOK_INBOX_TABLE",
                  "DAYBOOK_LEDGER_TABLE",
                  "DAYBOOK_STATE_TABLE",
                  "DAYBOOK_BODIES_BUCKET",
                  "DAYBOOK_STATEMENTS_BUCKET",
                  "DAYBOOK_KEY_ID",
                  "DAYBOOK_FUNCTION_PREFIX"));
      for (Access access : spec.touches()) {
        if (access instanceof Access.OnMail) {
          expected.add("DAYBOOK_MAIL_FROM");
        }
        if (access instanceof Access.OnDrops) {
          expected.add("DAYBOOK_DROPS_BUCKET");
        }
        if (access instanceof Access.OnFunction(String called, _) && called.equals("act")) {
          expected.add("DAYBOOK_WEBHOOKS_URL");
          expected.add("DAYBOOK_PORTAL_URL");
          assertThat(variables.path("DAYBOOK_WEBHOOKS_URL").asText())
              .isEqualTo("https://books.example.com");
        }
        if (access instanceof Access.OnNotices) {
          expected.add("DAYBOOK_NOTICES_TOPIC");
          expected.add("DAYBOOK_PORTAL_URL");
          assertThat(variables.path("DAYBOOK_PORTAL_URL").asText())
              .isEqualTo("https://books.example.com");
        }
      }
      Set<String> found = new TreeSet<>();
      variables.fieldNames().forEachRemaining(found::add);
      assertThat(found).as(spec.name()).isEqualTo(expected);
      assertThat(stage.text(variables.path("DAYBOOK_LEDGER_TABLE")))
          .isEqualTo("{daybook-dev-ledger-3}");
      assertThat(variables.path("DAYBOOK_FUNCTION_PREFIX").asText()).isEqualTo("daybook-dev-");
    }
  }

  @Test
  void logsAreKeptAsLongAsTheCatalogueSays() {
    for (JsonNode group : Synthesised.prod().resources("AWS::Logs::LogGroup")) {
      assertThat(Duration.ofDays(group.path("Properties").path("RetentionInDays").asLong()))
          .isEqualTo(Settings.LOGS_KEPT);
    }
  }

  private static String filter(Trigger.Stream stream) {
    String events =
        switch (stream.changes()) {
          case NEW -> "[\"INSERT\"]";
          case ALTERED -> "[\"MODIFY\",\"REMOVE\"]";
        };
    String kinds =
        stream.subjects().isEmpty()
            ? ""
            : "\"dynamodb\":{\"NewImage\":{\"k\":{\"S\":[\""
                + String.join("\",\"", stream.subjects())
                + "\"]}}},";
    return "{" + kinds + "\"eventName\":" + events + "}";
  }

  private static List<String> keys(JsonNode keyed) {
    return Synthesised.stream(keyed.path("KeySchema"))
        .map(key -> key.path("AttributeName").asText())
        .toList();
  }

  private static List<String> names(Synthesised stage, String type, String property) {
    return stage.resources(type).stream()
        .map(resource -> stage.text(resource.path("Properties").path(property)))
        .toList();
  }

  private static JsonNode function(Synthesised stage, FunctionSpec spec) {
    return stage
        .resource("AWS::Lambda::Function", "FunctionName", stage.stage().prefix() + spec.name())
        .path("Properties");
  }

  private static String archive(Synthesised stage, FunctionSpec spec) {
    return function(stage, spec).path("Code").path("S3Key").asText();
  }

  /** The function whose alias a reference is to. */
  private static String aliased(Synthesised stage, JsonNode reference) {
    JsonNode alias = stage.json().path("Resources").path(reference.path("Ref").asText());
    assertThat(alias.path("Type").asText()).isEqualTo("AWS::Lambda::Alias");
    assertThat(alias.path("Properties").path("Name").asText()).isEqualTo(Settings.ALIAS);
    return functionOf(stage, alias.path("Properties").path("FunctionName"));
  }

  private static String functionOf(Synthesised stage, JsonNode reference) {
    String id =
        reference.has("Ref")
            ? reference.path("Ref").asText()
            : reference.path("Fn::GetAtt").path(0).asText();
    return stage
        .json()
        .path("Resources")
        .path(id)
        .path("Properties")
        .path("FunctionName")
        .asText()
        .substring(stage.stage().prefix().length());
  }

  /** {@code {daybook-prod-inbox.StreamArn}}. */
  private static String table(String arn) {
    return arn.replaceFirst("^\\{daybook-prod-([a-z]+).*\\.StreamArn\\}$", "$1");
  }
}
