package io.daybook.cloud.deployment;

import java.util.Optional;
import java.util.Set;

/**
 * How a deployment is wished.
 *
 * @param agreement whether somebody must say yes to the changes
 * @param mayBeLost the logical ids of tables, buckets and keys that may be replaced or removed
 * @param despite the names of findings that are known and do not stop it
 * @param pausing whether the stream triggers stand still meanwhile
 * @param serviceRole the ARN of the role that CloudFormation works under; empty for the rights of who deploys
 */
public record Options(
    Agreement agreement,
    Set<String> mayBeLost,
    Set<String> despite,
    Pausing pausing,
    Optional<String> serviceRole) {
  /** Copies the sets. */
  public Options {
    mayBeLost = Set.copyOf(mayBeLost);
    despite = Set.copyOf(despite);
  }

  /** Whether somebody must say yes. */
  public enum Agreement {
    /** Ask. */
    ASKED,
    /** It was given with the command. */
    GIVEN
  }

  /** Whether the stream triggers stand still. */
  public enum Pausing {
    /** Only where the rules for formats need it. */
    WHERE_NEEDED,
    /** In any case. */
    ALWAYS
  }
}
