package io.daybook.cloud.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;

/** Looks at a running stage before and after an upgrade. */
final class Checks {
  /** Older than this, and the functions are behind with what they have; an upgrade would add to it. */
  static final Duration MOST_LAG = Duration.ofMinutes(1);

  private static final Duration LOOK_BACK = Duration.ofMinutes(10);

  /** What DescribeAlarms takes at once. */
  private static final int ALARMS = 100;

  private final CloudWatchClient metrics;
  private final DynamoDbClient tables;
  private final Stacks stacks;
  private final Triggers triggers;
  private final Stage stage;
  private final Clock clock;

  Checks(Session session, Triggers triggers) {
    this.metrics = session.aws().metrics();
    this.tables = session.aws().tables();
    this.stacks = session.stacks();
    this.triggers = triggers;
    this.stage = session.stage();
    this.clock = session.clock();
  }

  /** Whether an upgrade may begin. */
  List<Finding> before() {
    List<StackResourceSummary> resources = stacks.resources(stage);
    List<Finding> findings = new ArrayList<>(alarms(resources));
    findings.addAll(lag(triggers.seen()));
    findings.addAll(recovery(resources));
    return findings;
  }

  /** Whether the new release is well. */
  List<Finding> after() {
    List<Finding> findings = new ArrayList<>(alarms(stacks.resources(stage)));
    for (Triggers.Seen seen : triggers.seen()) {
      if (!seen.state().equals("Enabled") && !seen.state().equals("Enabling")) {
        findings.add(
            new Finding(
                "trigger:" + seen.function(),
                "the stream trigger of "
                    + seen.function()
                    + " is "
                    + seen.state()
                    + "; './daybook triggers resume' starts what a pause stopped"));
      }
      if (seen.lastResult().startsWith("PROBLEM")) {
        findings.add(
            new Finding(
                "trigger:" + seen.function(),
                "the stream trigger of " + seen.function() + " says: " + seen.lastResult()));
      }
    }
    return findings;
  }

  /** The alarms that ring, by name. */
  Set<String> ringing() {
    Set<String> names = new TreeSet<>();
    for (Finding finding : alarms(stacks.resources(stage))) {
      names.add(finding.name());
    }
    return names;
  }

  private List<Finding> alarms(List<StackResourceSummary> resources) {
    List<String> names =
        resources.stream()
            .filter(resource ->
                resource.resourceType().equals("AWS::CloudWatch::Alarm")
                    || resource.resourceType().equals("AWS::CloudWatch::CompositeAlarm"))
            .map(StackResourceSummary::physicalResourceId)
            .toList();
    List<Finding> findings = new ArrayList<>();
    for (int from = 0; from < names.size(); from += ALARMS) {
      List<String> some = names.subList(from, Math.min(names.size(), from + ALARMS));
      DescribeAlarmsResponse answer =
          Action.DESCRIBE_ALARMS.call(() ->
              metrics.describeAlarms(request ->
                  request
                      .alarmNames(some)
                      .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                      .stateValue(StateValue.ALARM)
                      .maxRecords(ALARMS)));
      answer
          .metricAlarms()
          .forEach(alarm -> findings.add(ringing(alarm.alarmName(), alarm.stateReason())));
      answer
          .compositeAlarms()
          .forEach(alarm -> findings.add(ringing(alarm.alarmName(), alarm.stateReason())));
    }
    return findings;
  }

  private static Finding ringing(String name, String reason) {
    return new Finding(name, "alarm " + name + " rings: " + reason);
  }

  private List<Finding> lag(List<Triggers.Seen> seen) {
    List<String> functions =
        seen.stream().map(Triggers.Seen::function).distinct().sorted().toList();
    if (functions.isEmpty()) {
      return List.of();
    }
    List<MetricDataQuery> queries = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      queries.add(query("m" + i, functions.get(i)));
    }
    Instant now = clock.instant();
    GetMetricDataResponse answer =
        Action.READ_METRICS.call(() ->
            metrics.getMetricData(request ->
                request.metricDataQueries(queries).startTime(now.minus(LOOK_BACK)).endTime(now)));
    List<Finding> findings = new ArrayList<>();
    for (MetricDataResult result : answer.metricDataResults()) {
      double worst = result.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
      if (worst > MOST_LAG.toMillis()) {
        String function = functions.get(Integer.parseInt(result.id().substring(1)));
        findings.add(
            new Finding(
                "lag:" + function,
                function
                    + " is behind: in the last ten minutes it read changes that were up to "
                    + Duration.ofMillis((long) worst).toSeconds()
                    + " s old; wait until it has caught up"));
      }
    }
    return findings;
  }

  private static MetricDataQuery query(String id, String function) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(
            MetricStat.builder()
                .metric(
                    Metric.builder()
                        .namespace("AWS/Lambda")
                        .metricName("IteratorAge")
                        .dimensions(
                            Dimension.builder().name("FunctionName").value(function).build())
                        .build())
                .period(60)
                .stat("Maximum")
                .build())
        .build();
  }

  private List<Finding> recovery(List<StackResourceSummary> resources) {
    List<Finding> findings = new ArrayList<>();
    for (StackResourceSummary resource : resources) {
      if (resource.resourceType().equals("AWS::DynamoDB::Table")
          || resource.resourceType().equals("AWS::DynamoDB::GlobalTable")) {
        String table = resource.physicalResourceId();
        ContinuousBackupsDescription backups =
            Action.READ_RECOVERY.call(() ->
                tables
                    .describeContinuousBackups(request -> request.tableName(table))
                    .continuousBackupsDescription());
        if (backups.pointInTimeRecoveryDescription() == null
            || backups.pointInTimeRecoveryDescription().pointInTimeRecoveryStatus()
                != PointInTimeRecoveryStatus.ENABLED) {
          findings.add(
              new Finding(
                  "recovery:" + table,
                  "table "
                      + table
                      + " has no point-in-time recovery: what an upgrade damaged could not be restored"));
        }
      }
    }
    return findings;
  }
}
