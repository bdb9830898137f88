package io.daybook.cloud.fake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alarms, how far functions are behind, and whether tables can be restored. */
public final class FakeMonitoring {
  private static final Pattern TABLE = Pattern.compile("\"TableName\"\\s*:\\s*\"([^\"]+)\"");

  private final Set<String> ringing = new TreeSet<>();
  private final Map<String, Double> lag = new HashMap<>();
  private final Set<String> withoutRecovery = new HashSet<>();

  Answer query(String action, Map<String, String> form) {
    if (action.equals("DescribeAlarms")) {
      StringBuilder members = new StringBuilder();
      for (String name : ringing) {
        if (form.containsValue(name)) {
          members.append(
              Xml.nest(
                  "member",
                  Xml.tag("AlarmName", name)
                      + Xml.tag("StateValue", "ALARM")
                      + Xml.tag("StateReason", "Threshold crossed")));
        }
      }
      return Answer.ok(Xml.answer(action, Xml.nest("MetricAlarms", members.toString())));
    }
    StringBuilder members = new StringBuilder();
    for (int i = 1; form.containsKey("MetricDataQueries.member." + i + ".Id"); i++) {
      String query = "MetricDataQueries.member." + i;
      String function =
          form.getOrDefault(query + ".MetricStat.Metric.Dimensions.member.1.Value", "");
      String values =
          lag.containsKey(function)
              ? Xml.nest("Values", Xml.tag("member", lag.get(function)))
              : "<Values/>";
      members.append(
          Xml.nest("member", Xml.tag("Id", form.getOrDefault(query + ".Id", "")) + values));
    }
    return Answer.ok(Xml.answer(action, Xml.nest("MetricDataResults", members.toString())));
  }

  static String table(String json) {
    Matcher matcher = TABLE.matcher(json);
    return matcher.find() ? matcher.group(1) : "";
  }

  Answer recovery(String json) {
    String status = withoutRecovery.contains(table(json)) ? "DISABLED" : "ENABLED";
    return Answer.ok(
        "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\",\"PointInTimeRecoveryDescription\":"
            + "{\"PointInTimeRecoveryStatus\":\""
            + status
            + "\"}}}");
  }

  /** An alarm rings. */
  public void ring(String alarm) {
    ringing.add(alarm);
  }

  /** All is quiet. */
  public void silence() {
    ringing.clear();
  }

  /** A function reads changes that are so old. */
  public void lags(String function, double milliseconds) {
    lag.put(function, milliseconds);
  }

  /** A table cannot be restored. */
  public void cannotRestore(String table) {
    withoutRecovery.add(table);
  }
}
