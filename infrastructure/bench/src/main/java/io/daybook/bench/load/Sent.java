package io.daybook.bench.load;

/**
 * A webhook that was sent.
 *
 * @param planned what was to be sent
 * @param status what the hub answered; {@value #NO_ANSWER} if nothing
 * @param lateNanos how much later than planned the sender let it go: the sender's own fault, if it is much
 * @param latencyNanos from the planned time to the end of the answer
 */
public record Sent(Planned planned, int status, long lateNanos, long latencyNanos) {
  /** The connection broke, or the hub took too long. */
  public static final int NO_ANSWER = 0;

  /** Whether the hub promised to keep it. */
  public boolean accepted() {
    return status == 200;
  }
}
