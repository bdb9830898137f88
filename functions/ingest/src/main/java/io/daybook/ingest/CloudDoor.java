package io.daybook.ingest;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
  private static final String FUNCTION = "ingest";

  static CloudDoor open(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    // Lambda reads the process's standard output; a line is one write, with nothing between that
    // could hold it back.
    IngestLog log = new JsonLog(new FileOutputStream(FileDescriptor.out), FUNCTION, clock);
    boolean frozen = "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    return new CloudDoor(DirectStores.fromEnvironment(environment, clock), log, frozen);
  }

  void prime(ConnectionCache connections) {
    if (frozen) {
      Priming.register(new Priming(stores, connections, log));
    }
  }
}
