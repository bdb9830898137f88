package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.constructs.Construct;

/**
 * Says which object came into the failures bucket, and is counted by an alarm. Events of AWS's own cost nothing; S3's
 * request metrics would be sixteen metrics at $0.30 a month.
 */
final class FailureNotice {
  private FailureNotice() {}

  static String ruleName(Stage stage) {
    return stage.prefix() + "failures";
  }

  static void make(Construct scope, Stage stage, BucketSet buckets, TopicSet topics) {
    Rule rule =
        Rule.Builder.create(scope, "FailuresRule")
            .ruleName(ruleName(stage))
            .description("Something that no retry could deliver was put aside")
            .eventPattern(
                EventPattern.builder()
                    .source(List.of("aws.s3"))
                    .detailType(List.of("Object Created"))
                    .detail(
                        Map.of(
                            "bucket",
                            Map.of("name", List.of(buckets.get(Bucket.FAILURES).getBucketName()))))
                    .build())
            .build();
    rule.addTarget(
        SnsTopic.Builder.create(topics.alarms())
            .message(
                RuleTargetInput.fromText(
                    "What no retry could deliver was put aside as s3://"
                        + EventField.fromPath("$.detail.bucket.name")
                        + "/"
                        + EventField.fromPath("$.detail.object.key")
                        + ". './daybook replay' posts what it holds once the cause is gone."))
            .build());
  }
}
