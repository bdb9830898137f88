package io.daybook.cloud.template;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The two keys: one for what lies in tables, buckets, logs and topics, and the hub's own for connection secrets, which no
 * service uses. Who may use them is said in the roles; services that act for nobody's role are named here.
 */
final class Keys {
  private static final int ROTATION_DAYS = 365;

  private final Key data;
  private final Key secrets;

  Keys(Construct scope, Stage stage) {
    this.data = key(scope, stage, "DataKey", "data", "Tables, buckets, logs and topics of Daybook");
    this.secrets = key(scope, stage, "SecretsKey", "secrets", "Connection secrets of Daybook");
    allowLogs(stage);
    allowPublishing("CloudWatchAlarmsPublish", "cloudwatch.amazonaws.com");
    allowPublishing("BudgetsPublish", "budgets.amazonaws.com");
    allowPublishing("EventsPublish", "events.amazonaws.com");
  }

  Key data() {
    return data;
  }

  Key secrets() {
    return secrets;
  }

  private static Key key(
      Construct scope, Stage stage, String id, String alias, String description) {
    return Key.Builder.create(scope, id)
        .alias(stage.prefix() + alias)
        .description(description + " (" + stage.name() + ")")
        .enableKeyRotation(true)
        .rotationPeriod(Duration.days(ROTATION_DAYS))
        // A key that is gone takes everything with it: 30 days to think again, even for a
        // disposable stage.
        .pendingWindow(Duration.days(30))
        .removalPolicy(Removal.of(stage))
        .build();
  }

  private void allowLogs(Stage stage) {
    data.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("LogGroupsOfThisStage")
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("logs." + Aws.REGION + ".amazonaws.com")))
            .actions(
                List.of(
                    "kms:Encrypt",
                    "kms:Decrypt",
                    "kms:ReEncrypt*",
                    "kms:GenerateDataKey*",
                    "kms:DescribeKey"))
            .resources(List.of("*"))
            .conditions(
                Map.of(
                    "ArnLike",
                    Map.of(
                        "kms:EncryptionContext:aws:logs:arn",
                        Arns.of("logs", "log-group:" + Names.logs(stage) + "*"))))
            .build());
  }

  private void allowPublishing(String sid, String service) {
    data.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid(sid)
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal(service)))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
            .resources(List.of("*"))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
  }
}
