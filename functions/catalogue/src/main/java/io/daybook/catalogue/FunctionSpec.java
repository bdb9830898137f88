package io.daybook.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * A function.
 *
 * @param name as operators know it
 * @param archive the deployable that holds it: {@code ingest}, {@code books} or {@code portal}
 * @param handler the class that Lambda creates
 * @param triggers what wakes it
 * @param touches every call it may make; its role allows exactly these
 * @param timeout after which it is stopped
 */
public record FunctionSpec(
    String name,
    String archive,
    String handler,
    List<Trigger> triggers,
    List<Access> touches,
    Duration timeout) {
  /** Copies the lists. */
  public FunctionSpec {
    triggers = List.copyOf(triggers);
    touches = List.copyOf(touches);
  }
}
