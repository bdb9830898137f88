package io.daybook.cloud.deployment;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * The stream triggers of a stage: paused and resumed together. A paused trigger keeps its place in the stream. Pausing
 * twice is pausing once, and so with resuming; a command that dies in between leaves the record, by which the next one
 * resumes.
 */
final class Triggers {
  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final int LOOKS = 200;

  /** What a stream keeps. */
  private static final Duration STREAM = Duration.ofHours(24);

  /** To catch up in. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final LambdaClient client;
  private final Stacks stacks;
  private final Artifacts artifacts;
  private final Stage stage;
  private final Account account;
  private final Voice voice;
  private final Waiting waiting;
  private final Clock clock;

  Triggers(Session session) {
    this.client = session.aws().lambda();
    this.stacks = session.stacks();
    this.artifacts = session.artifacts();
    this.stage = session.stage();
    this.account = session.account();
    this.voice = session.voice();
    this.waiting = session.waiting();
    this.clock = session.clock();
  }

  /**
   * How long a pause is safe: as long as a batch may be old before the trigger hands it to the failure bucket, or as the
   * stream keeps it, whichever is shorter, less an hour to catch up in.
   */
  static Duration safe() {
    return Catalogue.all().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Trigger.Stream.class::isInstance)
        .map(Trigger.Stream.class::cast)
        .map(Trigger.Stream::maxAge)
        .min(Comparator.naturalOrder())
        .filter(age -> age.compareTo(STREAM) < 0)
        .orElse(STREAM)
        .minus(MARGIN);
  }

  private String key() {
    return "paused/" + stage + ".json";
  }

  /** The pause on record. */
  Optional<PauseRecord> paused() {
    return artifacts
        .read(key())
        .map(document -> Records.read(document.bytes(), PauseRecord.class, key()));
  }

  /** Until when the pause is safe, in words. */
  static String deadline(PauseRecord pause) {
    return pause.since().plus(safe()).truncatedTo(ChronoUnit.MINUTES)
        + " ("
        + safe().toHours()
        + " hours from its beginning: after "
        + safe().plus(MARGIN).toHours()
        + " a trigger hands what it has not read to the failure bucket, after "
        + STREAM.toHours()
        + " the stream forgets it; the nightly replay would post it late)";
  }

  /** One trigger as it is. */
  record Seen(String mapping, String function, String state, String lastResult) {}

  /** All triggers of the stack. */
  List<Seen> seen() {
    List<Seen> seen = new ArrayList<>();
    for (StackResourceSummary resource : stacks.resources(stage)) {
      if (resource.resourceType().equals("AWS::Lambda::EventSourceMapping")) {
        look(resource.physicalResourceId()).ifPresent(seen::add);
      }
    }
    return seen;
  }

  private Optional<Seen> look(String mapping) {
    try {
      GetEventSourceMappingResponse found =
          Action.READ_MAPPING.call(
              () -> client.getEventSourceMapping(request -> request.uuid(mapping)));
      return Optional.of(
          new Seen(
              mapping,
              function(found.functionArn()),
              found.state(),
              Optional.ofNullable(found.lastProcessingResult()).orElse("")));
    } catch (ResourceNotFoundException gone) {
      return Optional.empty();
    }
  }

  /** {@code arn:aws:lambda:{region}:{account}:function:{name}:{alias}}. */
  private static String function(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > 6 ? parts[6] : arn;
  }

  /** Stops all that run, and waits until they stand still. */
  PauseRecord pause(String reason) throws DeploymentFailed {
    PauseRecord pause = recorded(reason);
    for (String mapping : pause.mappings()) {
      switchTo(mapping, "Disabled");
    }
    for (String mapping : pause.mappings()) {
      await(mapping, "Disabled");
    }
    return pause;
  }

  private PauseRecord recorded(String reason) {
    Optional<PauseRecord> already = paused();
    if (already.isPresent()) {
      return already.get();
    }
    Instant now = clock.instant();
    List<String> running =
        seen().stream()
            .filter(seen -> !seen.state().equals("Disabled") && !seen.state().equals("Disabling"))
            .map(Seen::mapping)
            .toList();
    PauseRecord pause = new PauseRecord(running, now, account.who(), reason);
    if (artifacts.create(key(), Records.write(pause)).isPresent()) {
      return pause;
    }
    // Another paused them at the same moment, or this call's first try landed.
    return paused().orElse(pause);
  }

  /**
   * Starts what the pause stopped, and waits until it runs.
   *
   * @return the pause that is over; empty if there was none
   */
  Optional<PauseRecord> resume() throws DeploymentFailed {
    Optional<PauseRecord> pause = paused();
    if (pause.isEmpty()) {
      return Optional.empty();
    }
    for (String mapping : pause.get().mappings()) {
      switchTo(mapping, "Enabled");
    }
    for (String mapping : pause.get().mappings()) {
      await(mapping, "Enabled");
    }
    artifacts.delete(key());
    return pause;
  }

  private void switchTo(String mapping, String state) throws DeploymentFailed {
    for (int look = 0; look < LOOKS; look++) {
      Optional<Seen> seen = look(mapping);
      if (seen.isEmpty() || seen.get().state().equals(state)) {
        return;
      }
      try {
        Action.SWITCH_MAPPING.call(() ->
            client.updateEventSourceMapping(
                request -> request.uuid(mapping).enabled(state.equals("Enabled"))));
        return;
      } catch (ResourceInUseException changing) {
        // It is in the middle of another change, perhaps of the one we asked for.
        goOn(state);
      }
    }
    throw stuck(mapping, state);
  }

  private void await(String mapping, String state) throws DeploymentFailed {
    for (int look = 0; look < LOOKS; look++) {
      Optional<Seen> seen = look(mapping);
      // A trigger that the deployment took away needs no resuming.
      if (seen.isEmpty() || seen.get().state().equals(state)) {
        return;
      }
      goOn(state);
    }
    throw stuck(mapping, state);
  }

  private void goOn(String state) {
    voice.goOn(
        state.equals("Enabled") ? "Resuming the stream triggers" : "Pausing the stream triggers");
    waiting.pass(LOOK);
  }

  private static DeploymentFailed stuck(String mapping, String state) {
    return new DeploymentFailed(
        "Stream trigger " + mapping + " did not become " + state + " within ten minutes.");
  }
}
