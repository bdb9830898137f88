package io.daybook.storage.deployment;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Measurements as lines of the function's log, in CloudWatch's embedded metric format: no call, no waiting. Names are
 * ours and need no escaping.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     the format</a>
 */
final class EmbeddedMetrics implements Telemetry {
  private final PrintStream log;
  private final String function;
  private final Clock clock;

  EmbeddedMetrics(PrintStream log, String function, Clock clock) {
    this.log = log;
    this.function = function;
    this.clock = clock;
  }

  @Override
  public void record(String metric, long value) {
    log.println(
        "{\"_aws\":{\"Timestamp\":"
            + clock.millis()
            + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Daybook\",\"Dimensions\":[[\"Function\"]],"
            + "\"Metrics\":[{\"Name\":\""
            + metric
            + "\"}]}]},\"Function\":\""
            + function
            + "\",\""
            + metric
            + "\":"
            + value
            + "}");
  }
}
