package io.daybook.ingest;

import io.daybook.items.DeploymentVariables;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/**
 * The door as Lambda opens it.
 *
 * @param stores from the environment
 * @param log to the function's log stream
 * @param frozen whether Lambda freezes the function once it is ready, and restores it later (SnapStart)
 */
record CloudDoor(DirectStores stores, IngestLog log, boolean frozen) {
  /** The function's name in the account, by which alarms and the dashboard look for its metrics. */
  private static final String OWN_NAME = "AWS_LAMBDA_FUNCTION_NAME";

  static CloudDoor open(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    // Lambda reads the process's standard output; a line is one write, with nothing between that
    // could hold it back.
    IngestLog log = log(environment, new FileOutputStream(FileDescriptor.out), clock);
    boolean frozen = "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    return new CloudDoor(DirectStores.fromEnvironment(environment, clock), log, frozen);
  }

  static IngestLog log(Map<String, String> environment, OutputStream out, Clock clock) {
    return new JsonLog(out, DeploymentVariables.value(environment, OWN_NAME), clock);
  }

  void prime(ConnectionCache connections) {
    if (frozen) {
      Priming.register(new Priming(stores, connections, log));
    }
  }
}
