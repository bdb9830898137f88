package io.daybook.cloud.deployment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Watches CloudFormation at work and tells what it does, until it is done. */
final class Follower {
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Past this a canary that waits for ever is left to CloudFormation; the next command goes on watching. */
  static final Duration PATIENCE = Duration.ofHours(3);

  private final Stacks stacks;
  private final Voice voice;
  private final Waiting waiting;
  private final Clock clock;

  Follower(Stacks stacks, Voice voice, Waiting waiting, Clock clock) {
    this.stacks = stacks;
    this.voice = voice;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Told between two looks that the work goes on. */
  @FunctionalInterface
  interface SignOfLife {
    /** A sign. */
    void give() throws DeploymentFailed;
  }

  /**
   * How it ended.
   *
   * @param state the stack's
   * @param causes what went wrong first, in AWS's words; empty if nothing did
   */
  record Ending(StackState state, List<String> causes) {
    /** Copies the list. */
    Ending {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Watches until nothing is in progress.
   *
   * @param stack the stack's id
   * @param token marks the events of this deployment
   */
  Ending follow(String stack, String token, SignOfLife sign) throws DeploymentFailed {
    Instant began = clock.instant();
    List<String> causes = new ArrayList<>();
    Optional<String> last = Optional.empty();
    int done = 0;
    while (true) {
      // Asked before the events, so that the last look at the events has them all.
      StackState state = stacks.state(stack);
      for (StackEvent event : stacks.events(stack, token, last)) {
        last = Optional.of(event.eventId());
        done += tell(event, causes);
      }
      if (!(state instanceof StackState.Busy busy)) {
        return new Ending(state, causes);
      }
      if (Duration.between(began, clock.instant()).compareTo(PATIENCE) > 0) {
        throw new DeploymentFailed(
            "CloudFormation is still at work ("
                + busy.status()
                + ") after three hours. It goes on without this command; the same command once more watches it and"
                + " finishes what is to be done afterwards.");
      }
      voice.goOn(
          words(busy.status())
              + ", "
              + done
              + " resources done, "
              + Duration.between(began, clock.instant()).toSeconds()
              + " s");
      sign.give();
      waiting.pass(LOOK);
    }
  }

  private static String words(String status) {
    return switch (status) {
      case "CREATE_IN_PROGRESS" -> "Creating";
      case "UPDATE_IN_PROGRESS" -> "Updating";
      case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" -> "Updated; removing what is not needed any more";
      case "DELETE_IN_PROGRESS" -> "Deleting";
      default -> status.contains("ROLLBACK") ? "Going back" : status;
    };
  }

  /** Tells what a person would want to know; returns how many resources the event says are done. */
  private int tell(StackEvent event, List<String> causes) {
    String status = event.resourceStatusAsString();
    String reason = Optional.ofNullable(event.resourceStatusReason()).orElse("");
    if (status.endsWith("_FAILED") && !reason.contains("cancelled")) {
      String cause = event.logicalResourceId() + ": " + reason;
      causes.add(cause);
      voice.say("Failed: " + cause);
    }
    if (event.resourceType().equals("AWS::Lambda::Alias")
        && status.equals("UPDATE_IN_PROGRESS")
        && reason.isEmpty()) {
      voice.say(
          "Traffic shifts to the new version behind "
              + event.logicalResourceId()
              + ", a part first; an alarm would turn it back.");
    }
    if (event.resourceType().equals("AWS::CloudFormation::Stack")
        && status.contains("ROLLBACK_IN_PROGRESS")) {
      voice.say(
          "CloudFormation goes back to what was before" + (reason.isEmpty() ? "." : ": " + reason));
    }
    return status.endsWith("_COMPLETE") && !status.contains("ROLLBACK") ? 1 : 0;
  }
}
