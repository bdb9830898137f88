package io.daybook.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * A function.
 *
 * @param name as operators know it
 * @param purpose what it is there for, in one sentence
 * @param archive the deployable that holds it: {@code ingest}, {@code books} or {@code portal}
 * @param handler the class that Lambda creates
 * @param triggers what wakes it
 * @param touches every call it may make; its role allows exactly these
 * @param timeout after which it is stopped
 * @param memoryMegabytes how much it gets; the share of a processor follows from it
 * @param start how a new environment of it comes up
 */
public record FunctionSpec(
    String name,
    String purpose,
    String archive,
    String handler,
    List<Trigger> triggers,
    List<Access> touches,
    Duration timeout,
    int memoryMegabytes,
    Start start) {
  /** How a new environment comes up. */
  public enum Start {
    /** Restored from a snapshot taken after priming (SnapStart): somebody waits for the answer. */
    SNAPSHOT,
    /** Started anew: nobody waits. */
    PLAIN
  }

  /** Copies the lists. */
  public FunctionSpec {
    triggers = List.copyOf(triggers);
    touches = List.copyOf(touches);
  }
}
