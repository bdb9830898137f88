package io.daybook.cloud.deployment;

import java.time.Clock;
import java.util.UUID;

/**
 * One command at work on one stage.
 *
 * @param id tells this command from any other at work on the stage
 */
public record Session(
    String id,
    Aws aws,
    Account account,
    Stage stage,
    Build build,
    Voice voice,
    Waiting waiting,
    Clock clock) {
  /** Asks AWS who we are, and begins. */
  public static Session begin(
      Aws aws, Stage stage, Build build, Voice voice, Waiting waiting, Clock clock) {
    return new Session(
        UUID.randomUUID().toString(), aws, Account.of(aws), stage, build, voice, waiting, clock);
  }

  Stacks stacks() {
    return new Stacks(aws, waiting);
  }

  Artifacts artifacts() {
    return new Artifacts(aws, account);
  }
}
