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

/** New objects of a bucket wake a function, by a rule on the account's own bus. */
final class DropRules {
  private DropRules() {}

  static void make(Construct scope, BucketSet buckets, FunctionSet functions) {
    for (FunctionSpec function : Catalogue.all()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Dropped dropped) {
          make(scope, buckets, functions, function, dropped);
        }
      }
    }
  }

  private static void make(
      Construct scope,
      BucketSet buckets,
      FunctionSet functions,
      FunctionSpec function,
      Trigger.Dropped dropped) {
    String id = Names.id(function.name());
    String alias = functions.alias(function).getFunctionArn();
    CfnRule rule =
        CfnRule.Builder.create(scope, id + "Rule")
            .description("Tells " + function.name() + " of each file that is put there")
            .eventPattern(
                Map.of(
                    "source", List.of("aws.s3"),
                    "detail-type", List.of("Object Created"),
                    "detail",
                        Map.of(
                            "bucket",
                            Map.of("name", List.of(buckets.get(dropped.bucket()).getBucketName())),
                            "object",
                            Map.of("key", List.of(Map.of("prefix", dropped.prefix()))))))
            .state("ENABLED")
            .targets(
                List.of(
                    CfnRule.TargetProperty.builder()
                        .id(function.name())
                        .arn(alias)
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
