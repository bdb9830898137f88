package io.daybook.cloud.template;

import io.daybook.catalogue.AlarmSpec;
import io.daybook.catalogue.AlarmSpec.Statistic;
import io.daybook.catalogue.AlarmSpec.Watched;
import io.daybook.catalogue.Metric;
import io.daybook.catalogue.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** What alarms look at, as CloudWatch names it. */
final class Metrics {
  private final Stage stage;

  Metrics(Stage stage) {
    this.stage = stage;
  }

  IMetric of(AlarmSpec alarm) {
    Duration period = Duration.seconds(alarm.period().toSeconds());
    return switch (alarm.watched()) {
      case Watched.Measured(Metric metric, List<String> functions, Statistic statistic) ->
          together(
              functions.stream()
                  .map(function ->
                      metric(
                          Metric.NAMESPACE,
                          metric.title(),
                          Map.of("Function", stage.prefix() + function),
                          statistic,
                          period))
                  .toList(),
              statistic,
              period);
      case Watched.OfFunction(String function, String metric, Statistic statistic) ->
          metric(
              "AWS/Lambda",
              metric,
              Map.of("FunctionName", stage.prefix() + function),
              statistic,
              period);
      case Watched.OfTable(Table table, String metric, List<String> operations) ->
          together(
              operations.stream()
                  .map(operation ->
                      metric(
                          "AWS/DynamoDB",
                          metric,
                          Map.of("TableName", Names.table(stage, table), "Operation", operation),
                          Statistic.SUM,
                          period))
                  .toList(),
              Statistic.SUM,
              period);
      case Watched.ObjectsPut _ ->
          metric(
              "AWS/Events",
              "MatchedEvents",
              Map.of("RuleName", FailureNotice.ruleName(stage)),
              Statistic.SUM,
              period);
      case Watched.DroppedSchedules() ->
          metric(
              "AWS/Scheduler",
              "InvocationDroppedCount",
              Map.of("ScheduleGroup", Schedules.groupName(stage)),
              Statistic.SUM,
              period);
    };
  }

  private static IMetric metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      Statistic statistic,
      Duration period) {
    return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
        .namespace(namespace)
        .metricName(name)
        .dimensionsMap(dimensions)
        .statistic(
            switch (statistic) {
              case SUM -> "Sum";
              case MAXIMUM -> "Maximum";
            })
        .period(period)
        .build();
  }

  /** Of one as it is, of several the sum or the largest; a sample that is missing is none. */
  private static IMetric together(List<IMetric> metrics, Statistic statistic, Duration period) {
    if (metrics.size() == 1) {
      return metrics.getFirst();
    }
    Map<String, IMetric> named = new LinkedHashMap<>();
    for (int index = 0; index < metrics.size(); index++) {
      named.put("m" + index, metrics.get(index));
    }
    String all = "[" + String.join(",", named.keySet()) + "]";
    return MathExpression.Builder.create()
        .expression(
            switch (statistic) {
              case SUM -> "SUM(" + all + ")";
              case MAXIMUM -> "MAX(" + all + ")";
            })
        .usingMetrics(named)
        .period(period)
        .label("together")
        .build();
  }
}
