package io.daybook.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

class FunctionsTest {
  @Test
  void functionsRunOnJava25AndArmAndLogJsonWithoutTheLinesThatCostMost() {
    Synthesised.prod()
        .template()
        .allResourcesProperties(
            "AWS::Lambda::Function",
            Match.objectLike(
                Map.of(
                    "Runtime",
                    "java25",
                    "Architectures",
                    List.of("arm64"),
                    "LoggingConfig",
                    Match.objectLike(
                        Map.of(
                            "LogFormat", "JSON",
                            "SystemLogLevel", "WARN",
                            "ApplicationLogLevel", "INFO")))));
  }

  @Test
  void everyFunctionHasALogGroupOfItsOwnUnderTheDataKey() {
    Synthesised stage = Synthesised.prod();
    Set<String> groups = new TreeSet<>();
    for (JsonNode function : stage.resources("AWS::Lambda::Function")) {
      groups.add(stage.text(function.path("Properties").path("LoggingConfig").path("LogGroup")));
    }
    assertThat(groups)
        .hasSize(Catalogue.all().size())
        .contains("{/daybook/prod/ingest}", "{/daybook/prod/post}");
    for (JsonNode group : stage.resources("AWS::Logs::LogGroup")) {
      assertThat(stage.text(group.path("Properties").path("KmsKeyId")))
          .startsWith("{Tables, buckets, logs");
    }
  }

  @Test
  void webhooksHaveRoomKeptForThemWhereTheyMatter() {
    assertThat(reserved(Synthesised.prod())).isEqualTo(Map.of("daybook-prod-ingest", 200));
    assertThat(reserved(Synthesised.dev())).isEqualTo(Map.of("daybook-dev-ingest", 7));
    assertThat(reserved(Synthesised.disposable())).isEmpty();
  }

  /** Lambda stops a function that called itself 16 times in a row. */
  @Test
  void onlyReplayMayCallItself() {
    List<String> may = new ArrayList<>();
    for (JsonNode function : Synthesised.prod().resources("AWS::Lambda::Function")) {
      if (function.path("Properties").path("RecursiveLoop").asText().equals("Allow")) {
        may.add(function.path("Properties").path("FunctionName").asText());
      }
    }
    assertThat(may).containsExactly("daybook-prod-replay");
  }

  @Test
  void everyTriggerStartsAtTheBeginningBisectsAndPutsAsideWhatFails() {
    Synthesised stage = Synthesised.prod();
    stage
        .template()
        .allResourcesProperties(
            "AWS::Lambda::EventSourceMapping",
            Match.objectLike(
                Map.of(
                    "StartingPosition",
                    "TRIM_HORIZON",
                    "BisectBatchOnFunctionError",
                    true,
                    "FunctionResponseTypes",
                    List.of("ReportBatchItemFailures"),
                    "Enabled",
                    true)));
    for (JsonNode trigger : stage.resources("AWS::Lambda::EventSourceMapping")) {
      assertThat(
              stage.text(
                  trigger
                      .path("Properties")
                      .path("DestinationConfig")
                      .path("OnFailure")
                      .path("Destination")))
          .isEqualTo("{daybook-prod-failures-${AWS::AccountId}-${AWS::Region}.Arn}");
    }
  }

  @Test
  void whatTheClockCallsIsTriedAgainAndPutAsideAtLast() {
    Synthesised stage = Synthesised.prod();
    stage
        .template()
        .allResourcesProperties(
            "AWS::Scheduler::Schedule",
            Match.objectLike(
                Map.of(
                    "FlexibleTimeWindow",
                    Map.of("Mode", "OFF"),
                    "ScheduleExpressionTimezone",
                    "UTC",
                    "Target",
                    Match.objectLike(
                        Map.of(
                            "RetryPolicy",
                            Map.of(
                                "MaximumEventAgeInSeconds", 3600, "MaximumRetryAttempts", 10))))));
    stage
        .template()
        .allResourcesProperties(
            "AWS::Lambda::EventInvokeConfig",
            Match.objectLike(
                Map.of(
                    "Qualifier",
                    "live",
                    "MaximumRetryAttempts",
                    2,
                    "MaximumEventAgeInSeconds",
                    3600,
                    "DestinationConfig",
                    Match.anyValue())));
    stage
        .template()
        .resourceCountIs(
            "AWS::Lambda::EventInvokeConfig",
            Catalogue.all().stream().filter(Schedules::isCalled).count());
  }

  /** A function URL without authentication needs two permissions (PLATFORMS.md 2.0). */
  @Test
  void anOpenAddressHasBothPermissionsAndNothingElseIsOpen() {
    Synthesised stage = Synthesised.prod();
    int open = stage.resources("AWS::Lambda::Url").size();
    assertThat(open).isPositive();
    List<JsonNode> permissions =
        stage.resources("AWS::Lambda::Permission").stream()
            .map(permission -> permission.path("Properties"))
            .filter(permission -> !isOfARule(permission))
            .toList();
    assertThat(permissions).hasSize(2 * open);
    for (String action : List.of("lambda:InvokeFunctionUrl", "lambda:InvokeFunction")) {
      assertThat(permissions)
          .filteredOn(permission -> permission.path("Action").asText().equals(action))
          .hasSize(open);
    }
    for (JsonNode permission : permissions) {
      assertThat(
              permission.path("FunctionUrlAuthType").asText().equals("NONE")
                  || permission.path("InvokedViaFunctionUrl").asBoolean())
          .isTrue();
    }
  }

  /** One rule of the stage's own, and nobody else. */
  private static boolean isOfARule(JsonNode permission) {
    return permission.path("Principal").asText().equals("events.amazonaws.com")
        && permission.path("SourceArn").path("Fn::GetAtt").path(0).asText().endsWith("Rule");
  }

  @Test
  void aNameOfOnesOwnStandsInFrontOverTls12AndCachesNothing() {
    Synthesised.prod().template().resourceCountIs("AWS::CloudFront::Distribution", 0);
    Synthesised stage = Synthesised.dev();
    JsonNode edge =
        stage
            .resources("AWS::CloudFront::Distribution")
            .getFirst()
            .path("Properties")
            .path("DistributionConfig");

    assertThat(edge.path("Aliases").path(0).asText()).isEqualTo("books.example.com");
    assertThat(edge.path("ViewerCertificate").path("MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
    assertThat(edge.path("CacheBehaviors").path(0).path("PathPattern").asText())
        .isEqualTo("/hooks/*");
    assertThat(edge.path("CacheBehaviors").path(0).path("ViewerProtocolPolicy").asText())
        .isEqualTo("https-only");
    for (JsonNode origin : edge.path("Origins")) {
      assertThat(origin.path("CustomOriginConfig").path("OriginProtocolPolicy").asText())
          .isEqualTo("https-only");
    }
    stage
        .template()
        .hasResourceProperties(
            "AWS::CloudFront::ResponseHeadersPolicy",
            Match.objectLike(
                Map.of(
                    "ResponseHeadersPolicyConfig",
                    Match.objectLike(
                        Map.of(
                            "SecurityHeadersConfig",
                            Match.objectLike(
                                Map.of(
                                    "StrictTransportSecurity", Match.anyValue(),
                                    "ContentTypeOptions", Match.anyValue(),
                                    "FrameOptions", Match.anyValue())))))));
  }

  private static Map<String, Integer> reserved(Synthesised stage) {
    Map<String, Integer> reserved = new TreeMap<>();
    for (JsonNode function : stage.resources("AWS::Lambda::Function")) {
      JsonNode kept = function.path("Properties").path("ReservedConcurrentExecutions");
      if (kept.isNumber()) {
        reserved.put(function.path("Properties").path("FunctionName").asText(), kept.asInt());
      }
    }
    return reserved;
  }
}
