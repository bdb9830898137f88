package io.daybook.cloud.template;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.ILambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * How a new version takes over: CodeDeploy moves the alias, a tenth of the calls first where anybody would notice, and
 * moves it back when one of the function's alarms sounds.
 */
final class Delivery {
  private Delivery() {}

  static void make(Construct scope, Stage stage, FunctionSet functions, AlarmSet alarms) {
    LambdaApplication application =
        LambdaApplication.Builder.create(scope, "Delivery")
            .applicationName("daybook-" + stage.name())
            .build();
    Role role = role(scope, stage);
    for (FunctionSpec function : Catalogue.all()) {
      LambdaDeploymentGroup.Builder.create(scope, Names.id(function.name()) + "Delivery")
          .application(application)
          .deploymentGroupName(Names.function(stage, function))
          .alias(functions.alias(function))
          .role(role.withoutPolicyUpdates())
          .deploymentConfig(pace(stage, function))
          .alarms(alarms.of(function))
          .autoRollback(
              AutoRollbackConfig.builder()
                  .failedDeployment(true)
                  .stoppedDeployment(true)
                  .deploymentInAlarm(true)
                  .build())
          .build();
    }
  }

  /** Somebody waits for what has an address; the rest is tried for five minutes only where books are at stake. */
  private static ILambdaDeploymentConfig pace(Stage stage, FunctionSpec function) {
    boolean waitedFor = function.start() == FunctionSpec.Start.SNAPSHOT;
    return switch (stage.care()) {
      case SERVING -> LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES;
      case TRIAL, DISPOSABLE ->
          waitedFor
              ? LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES
              : LambdaDeploymentConfig.ALL_AT_ONCE;
    };
  }

  /** What AWSCodeDeployRoleForLambdaLimited allows everywhere, for this stage's aliases and alarms. */
  private static Role role(Construct scope, Stage stage) {
    List<String> aliases =
        Catalogue.all().stream()
            .map(function -> Arns.function(Names.function(stage, function)) + ":" + Settings.ALIAS)
            .toList();
    Role role =
        Role.Builder.create(scope, "DeliveryRole")
            .description("Moves aliases to new versions and back")
            .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
            .inlinePolicies(
                Map.of(
                    "calls",
                    PolicyDocument.Builder.create()
                        .statements(
                            List.of(
                                allow(
                                    "MoveAlias",
                                    List.of(
                                        "lambda:GetAlias",
                                        "lambda:GetProvisionedConcurrencyConfig",
                                        "lambda:UpdateAlias"),
                                    aliases),
                                allow(
                                    "LookAtAlarms",
                                    List.of("cloudwatch:DescribeAlarms"),
                                    List.of(
                                        Arns.of("cloudwatch", "alarm:" + stage.prefix() + "*")))))
                        .build()))
            .build();
    Nag.exceptWildcard(
        role,
        "^Resource::arn:.*:alarm:daybook-.*\\*$",
        "CodeDeploy asks for the alarms of all its groups at once; the statement is confined to this stage's and to reading.");
    return role;
  }

  private static PolicyStatement allow(String title, List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create()
        .sid(title)
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(resources)
        .build();
  }
}
