package io.daybook.cloud.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Metric;
import io.daybook.catalogue.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.constructs.Construct;

/**
 * One page for three in the morning, read from the top: is anything sounding; do webhooks come in; does posting keep up;
 * did anything stay behind; and only then what it runs on.
 */
final class Dashboard {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 6;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Stage stage;
  private final List<Map<String, Object>> widgets = new ArrayList<>();
  private int row;

  private Dashboard(Stage stage) {
    this.stage = stage;
  }

  static void make(Construct scope, Stage stage, AlarmSet alarms) {
    Dashboard dashboard = new Dashboard(stage);
    dashboard.alarms(alarms);
    dashboard.comingIn();
    dashboard.keepingUp();
    dashboard.stayingBehind();
    dashboard.underneath();
    CfnDashboard.Builder.create(scope, "Dashboard")
        .dashboardName("daybook-" + stage.name())
        .dashboardBody(dashboard.body())
        .build();
  }

  private void alarms(AlarmSet alarms) {
    text(
        "# Daybook "
            + stage.name()
            + "\nRed below? Its description says what happened; docs/runbooks says what to do. **Nothing is lost while"
            + " webhooks are kept**: what the inbox holds is posted later by './daybook replay'.");
    List<String> arns = alarms.all().stream().map(Alarm::getAlarmArn).toList();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", "Alarms");
    properties.put("alarms", arns);
    widget("alarm", 0, WIDTH, HEIGHT, properties);
    row += HEIGHT;
  }

  private void comingIn() {
    graph(
        0,
        "Webhooks: kept, and answered otherwise",
        "Sum",
        List.of(
            own(Metric.RECEIVED, Catalogue.INGEST),
            own(Metric.DUPLICATES, Catalogue.INGEST),
            own(Metric.REFUSED, Catalogue.INGEST),
            own(Metric.NOT_KEPT, Catalogue.INGEST)));
    graph(8, "Milliseconds to answer a webhook, 99 of 100", "p99", duration(Catalogue.INGEST));
    graph(
        16,
        "Connections silent, facts that only a sweep found",
        "Maximum",
        List.of(
            own(Metric.SILENT_CONNECTIONS, Catalogue.NOTIFY), own(Metric.MISSED, Catalogue.PULL)));
    row += HEIGHT;
  }

  private void keepingUp() {
    List<List<String>> ages = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      if (!StreamTriggers.of(function).isEmpty()) {
        ages.add(lambda("IteratorAge", function));
      }
    }
    graph(0, "Milliseconds behind the streams", "Maximum", ages);
    graph(8, "Entries posted", "Sum", List.of(own(Metric.ENTRIES, Catalogue.POST)));
    graph(
        16,
        "Age of the oldest unsealed entry, seconds",
        "Maximum",
        List.of(own(Metric.OLDEST_UNSEALED_SECONDS, Catalogue.NOTIFY)));
    row += HEIGHT;
  }

  private void stayingBehind() {
    graph(
        0,
        "Messages that failed or are of an unknown kind",
        "Sum",
        List.of(
            own(Metric.FAILED_MESSAGES, Catalogue.POST),
            own(Metric.PARKED_MESSAGES, Catalogue.POST)));
    graph(
        8,
        "Never anything but 0",
        "Maximum",
        List.of(
            own(Metric.LEDGER_OVERWRITES, Catalogue.GUARD),
            own(Metric.UNPROVEN_BOOKS, Catalogue.RECONCILE),
            own(Metric.UNSENT_NOTICES, Catalogue.NOTIFY)));
    graph(
        16,
        "Put aside as failed; schedules dropped",
        "Sum",
        List.of(
            List.of("AWS/Events", "MatchedEvents", "RuleName", FailureNotice.ruleName(stage)),
            List.of(
                "AWS/Scheduler",
                "InvocationDroppedCount",
                "ScheduleGroup",
                Schedules.groupName(stage))));
    row += HEIGHT;
  }

  private void underneath() {
    List<List<String>> errors = new ArrayList<>();
    List<List<String>> throttles = new ArrayList<>();
    for (FunctionSpec function : Catalogue.all()) {
      errors.add(lambda("Errors", function));
      throttles.add(lambda("Throttles", function));
    }
    List<List<String>> written = new ArrayList<>();
    for (Table table : Table.values()) {
      written.add(
          List.of(
              "AWS/DynamoDB",
              "ConsumedWriteCapacityUnits",
              "TableName",
              Names.table(stage, table)));
    }
    graph(0, "Functions that failed", "Sum", errors);
    graph(8, "Functions wanted more often than allowed", "Sum", throttles);
    graph(16, "Write units by table: the bill", "Sum", written);
    row += HEIGHT;
  }

  private List<List<String>> duration(FunctionSpec function) {
    return List.of(lambda("Duration", function));
  }

  private List<String> own(Metric metric, FunctionSpec function) {
    return List.of(Metric.NAMESPACE, metric.title(), "Function", Names.function(stage, function));
  }

  private List<String> lambda(String metric, FunctionSpec function) {
    return List.of("AWS/Lambda", metric, "FunctionName", Names.function(stage, function));
  }

  private void graph(int column, String title, String statistic, List<List<String>> metrics) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", title);
    properties.put("region", Aws.REGION);
    properties.put("view", "timeSeries");
    properties.put("stat", statistic);
    properties.put("period", 300);
    properties.put("metrics", metrics);
    properties.put("yAxis", Map.of("left", Map.of("min", 0)));
    widget("metric", column, WIDTH / 3, HEIGHT, properties);
  }

  private void text(String markdown) {
    widget("text", 0, WIDTH, 2, Map.of("markdown", markdown));
    row += 2;
  }

  private void widget(
      String type, int column, int width, int height, Map<String, Object> properties) {
    Map<String, Object> widget = new LinkedHashMap<>();
    widget.put("type", type);
    widget.put("x", column);
    widget.put("y", row);
    widget.put("width", width);
    widget.put("height", height);
    widget.put("properties", properties);
    widgets.add(widget);
  }

  private String body() {
    try {
      return MAPPER.writeValueAsString(Map.of("widgets", widgets));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a dashboard of texts and numbers can be written", e);
    }
  }
}
