package io.daybook.cloud.template;

import io.daybook.catalogue.Bucket;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Settings;
import io.daybook.catalogue.Trigger;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * The clock's calls. A call that fails is tried twice more by Lambda and then lies in the failures bucket. One that the
 * scheduler itself cannot hand over is tried for an hour and then dropped, with an alarm: it carries nothing, and the next
 * does all that it would have done, so that a queue of dead ones would hold nothing worth having.
 */
final class Schedules {
  private final Construct scope;
  private final Stage stage;
  private final CfnScheduleGroup group;

  Schedules(Construct scope, Stage stage, BucketSet buckets, FunctionSet functions) {
    this.scope = scope;
    this.stage = stage;
    this.group =
        CfnScheduleGroup.Builder.create(scope, "ScheduleGroup").name(groupName(stage)).build();
    Role role = role();
    for (FunctionSpec function : Catalogue.all()) {
      if (isCalled(function)) {
        retries(function, buckets, functions);
      }
      for (Trigger.Schedule schedule : of(function)) {
        schedule(function, schedule, role, functions);
      }
    }
  }

  static String groupName(Stage stage) {
    return "daybook-" + stage.name();
  }

  static List<Trigger.Schedule> of(FunctionSpec function) {
    return function.triggers().stream()
        .filter(Trigger.Schedule.class::isInstance)
        .map(Trigger.Schedule.class::cast)
        .toList();
  }

  /** Whether it is called without anybody waiting for its answer. */
  static boolean isCalled(FunctionSpec function) {
    return function.triggers().stream()
        .anyMatch(trigger ->
            switch (trigger) {
              case Trigger.Schedule _,
                  Trigger.Invoked _,
                  Trigger.PartnerEvent _,
                  Trigger.Dropped _ ->
                  true;
              case Trigger.Http _, Trigger.Stream _ -> false;
            });
  }

  /** {@code rate(15 minutes)}, or a time of the night for what comes once a day and has its turn. */
  static String expression(FunctionSpec function, Duration every) {
    Optional<LocalTime> night = Settings.night(function);
    if (night.isPresent() && every.equals(Duration.ofDays(1))) {
      return "cron(" + night.get().getMinute() + " " + night.get().getHour() + " * * ? *)";
    }
    long minutes = every.toMinutes();
    return "rate(" + minutes + (minutes == 1 ? " minute)" : " minutes)");
  }

  /** May call the aliases of those that have a schedule, for the schedules of this stage only. */
  private Role role() {
    List<String> aliases =
        Catalogue.all().stream()
            .filter(function -> !of(function).isEmpty())
            .map(function -> Arns.function(Names.function(stage, function)) + ":" + Settings.ALIAS)
            .toList();
    return Role.Builder.create(scope, "SchedulerRole")
        .description("Calls the functions that have a schedule")
        .assumedBy(
            new ServicePrincipal("scheduler.amazonaws.com")
                .withConditions(
                    Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
        .inlinePolicies(
            Map.of(
                "calls",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            PolicyStatement.Builder.create()
                                .sid("CallWhatHasASchedule")
                                .effect(Effect.ALLOW)
                                .actions(List.of("lambda:InvokeFunction"))
                                .resources(aliases)
                                .build()))
                    .build()))
        .build();
  }

  private void schedule(
      FunctionSpec function, Trigger.Schedule schedule, Role role, FunctionSet functions) {
    CfnSchedule made =
        CfnSchedule.Builder.create(scope, Names.id(function.name()) + "Schedule")
            .name(Names.function(stage, function))
            .groupName(groupName(stage))
            .description(function.purpose())
            .scheduleExpression(expression(function, schedule.every()))
            .scheduleExpressionTimezone("UTC")
            .flexibleTimeWindow(
                CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
            .target(
                CfnSchedule.TargetProperty.builder()
                    .arn(functions.alias(function).getFunctionArn())
                    .roleArn(role.getRoleArn())
                    .input("{}")
                    .retryPolicy(
                        CfnSchedule.RetryPolicyProperty.builder()
                            .maximumRetryAttempts(10)
                            .maximumEventAgeInSeconds(Settings.CALL_AGE.toSeconds())
                            .build())
                    .build())
            .build();
    made.getNode().addDependency(group);
  }

  private void retries(FunctionSpec function, BucketSet buckets, FunctionSet functions) {
    CfnEventInvokeConfig config =
        CfnEventInvokeConfig.Builder.create(scope, Names.id(function.name()) + "Retries")
            .functionName(functions.function(function).getFunctionName())
            .qualifier(Settings.ALIAS)
            .maximumRetryAttempts(Settings.CALL_RETRIES)
            .maximumEventAgeInSeconds(Settings.CALL_AGE.toSeconds())
            .destinationConfig(
                CfnEventInvokeConfig.DestinationConfigProperty.builder()
                    .onFailure(
                        CfnEventInvokeConfig.OnFailureProperty.builder()
                            .destination(buckets.get(Bucket.FAILURES).getBucketArn())
                            .build())
                    .build())
            .build();
    config.getNode().addDependency(functions.alias(function));
  }
}
