package io.daybook.cloud.template;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import io.daybook.catalogue.Trigger;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * The buses of platforms: a rule on each hands everything that the platform itself puts there to the function that keeps it,
 * with the connection's path beside it. A bus is made when a person accepts a platform's event source in the account, so that
 * the stage only names it.
 */
final class PartnerRules {
  private PartnerRules() {}

  static void make(Construct scope, Stage stage, FunctionSet functions) {
    for (FunctionSpec function : Catalogue.all()) {
      if (isWoken(function)) {
        int number = 1;
        for (Map.Entry<String, String> bus : stage.partnerBuses().entrySet()) {
          make(scope, functions, function, bus, number++);
        }
      }
    }
  }

  /** Whether a platform's bus wakes it. */
  static boolean isWoken(FunctionSpec function) {
    return function.triggers().stream().anyMatch(Trigger.PartnerEvent.class::isInstance);
  }

  private static void make(
      Construct scope,
      FunctionSet functions,
      FunctionSpec function,
      Map.Entry<String, String> bus,
      int number) {
    String id = Names.id(function.name()) + number;
    String alias = functions.alias(function).getFunctionArn();
    CfnRule rule =
        CfnRule.Builder.create(scope, id + "Rule")
            .description("Hands what comes for " + bus.getKey() + " to " + function.name())
            .eventBusName(bus.getValue())
            .eventPattern(Map.of("source", List.of(bus.getValue())))
            .state("ENABLED")
            .targets(
                List.of(
                    CfnRule.TargetProperty.builder()
                        .id(function.name())
                        .arn(alias)
                        .inputTransformer(
                            CfnRule.InputTransformerProperty.builder()
                                .inputPathsMap(
                                    Map.of("type", "$.detail-type", "detail", "$.detail"))
                                .inputTemplate(
                                    "{\"hook\":\""
                                        + bus.getKey()
                                        + "\",\"type\":<type>,\"detail\":<detail>}")
                                .build())
                        .retryPolicy(
                            CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(Settings.EVENT_AGE.toSeconds())
                                .build())
                        .build()))
            .build();
    CfnPermission.Builder.create(scope, id + "Permission")
        .action("lambda:InvokeFunction")
        .functionName(alias)
        .principal("events.amazonaws.com")
        .sourceArn(rule.getAttrArn())
        .build();
  }
}
