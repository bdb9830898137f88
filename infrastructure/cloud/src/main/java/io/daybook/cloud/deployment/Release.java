package io.daybook.cloud.deployment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A release that ran: all that is needed to run it again.
 *
 * @param number counted by stage from 1; an attempt that failed takes its number with it
 * @param version Daybook's
 * @param commit of the sources; ends with {@code +} if they were changed after it
 * @param at when it was begun
 * @param by the ARN of who deployed it
 * @param templateKey where its template lies in the artifacts bucket
 * @param assetKeys where its archives lie there
 * @param formats what it writes and reads
 * @param restores the release that it goes back to, if it is a rollback
 */
public record Release(
    int number,
    String version,
    String commit,
    Instant at,
    String by,
    String templateKey,
    List<String> assetKeys,
    Formats formats,
    OptionalInt restores) {
  /** Copies the list. */
  public Release {
    assetKeys = List.copyOf(assetKeys);
  }

  /** The release whose template and code it runs: its own number, or that of the one it goes back to. */
  int effective() {
    return restores.orElse(number);
  }

  /** "release 7 (0.1, 3c9f2e1)". */
  String title() {
    return "release "
        + number
        + " ("
        + version
        + ", "
        + (commit.length() > 9 ? commit.substring(0, 9) : commit)
        + (restores.isPresent() ? ", which went back to " + restores.getAsInt() : "")
        + ")";
  }
}
