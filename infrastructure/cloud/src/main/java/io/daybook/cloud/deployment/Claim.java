package io.daybook.cloud.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * An attempt that this command goes on with: it alone, for as long as it gives signs of life. Once it has been silent for
 * {@link #LEASE}, another command takes over, and this one finds out at its next step.
 */
final class Claim {
  /** Silent for so long, a command counts as dead. */
  static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration SIGN_EVERY = Duration.ofSeconds(45);

  private final History history;
  private final String session;
  private final Clock clock;
  private Attempt.Kept kept;

  Claim(Session session, History history, Attempt.Kept kept) {
    this.history = history;
    this.session = session.id();
    this.clock = session.clock();
    this.kept = kept;
  }

  Attempt attempt() {
    return kept.attempt();
  }

  /** Puts on record what became of it. */
  void set(Attempt attempt) throws DeploymentFailed {
    Instant now = clock.instant();
    kept =
        history
            .change(kept, attempt.alive(session, now))
            .orElseThrow(() ->
                new TakenOver(
                    "Another command has taken over the deployment of release "
                        + attempt.number()
                        + ", for this one gave no sign of life for "
                        + LEASE.toMinutes()
                        + " minutes. It finishes what is to be done; this one leaves it alone."));
  }

  /** A sign of life, if the last one is old. */
  void sign() throws DeploymentFailed {
    if (Duration.between(kept.attempt().alive(), clock.instant()).compareTo(SIGN_EVERY) > 0) {
      set(kept.attempt());
    }
  }

  /** This command gives up, and the next need not wait. If even that cannot be put on record, it must. */
  void letGo() {
    try {
      history.change(kept, kept.attempt().alive(session, Instant.EPOCH));
    } catch (AwsRefusal | SdkException unreachable) {
      // The lease runs out by itself.
      return;
    }
  }
}
