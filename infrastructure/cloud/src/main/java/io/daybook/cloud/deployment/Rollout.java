package io.daybook.cloud.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.cloud.deployment.Attempt.Outcome;
import io.daybook.cloud.deployment.Options.Agreement;
import io.daybook.cloud.deployment.Options.Pausing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/**
 * The one way by which a release comes into use, be it the first, the next, or one of before: shown, agreed to, put on
 * record as an attempt, executed, watched, closed. A command that dies at any point is finished by {@link
 * #finishWhatWasBegun} of the next.
 */
final class Rollout {
  private static final String ON_RECORD =
      "What is left to do is on record: the next command on this stage does it, and resumes the stream triggers if"
          + " they are paused ('./daybook triggers resume' does nothing but that).";

  private final Session session;
  private final Stacks stacks;
  private final Artifacts artifacts;
  private final History history;
  private final Triggers triggers;
  private final Checks checks;
  private final Voice voice;

  Rollout(Session session, History history, Triggers triggers, Checks checks) {
    this.session = session;
    this.stacks = session.stacks();
    this.artifacts = session.artifacts();
    this.history = history;
    this.triggers = triggers;
    this.checks = checks;
    this.voice = session.voice();
  }

  /** From what it starts. */
  enum Start {
    /** There is no stack. */
    NEW,
    /** A release runs. */
    RUNNING
  }

  /** What may lie in the store. */
  Written written() {
    return history.newest().map(kept -> kept.attempt().written()).orElse(Written.NOTHING);
  }

  /**
   * Finishes the deployment of a command that died: follows it to its end, resumes the triggers, puts it on record.
   *
   * @throws Complaint if that command gave a sign of life just now
   */
  void finishWhatWasBegun() throws Complaint, DeploymentFailed {
    Optional<Attempt.Kept> open = Attempt.open(history.newest());
    if (open.isEmpty()) {
      return;
    }
    Attempt attempt = open.get().attempt();
    Duration silent = Duration.between(attempt.alive(), session.clock().instant());
    if (silent.compareTo(Claim.LEASE) < 0) {
      throw new Complaint(
          "The deployment of release "
              + attempt.number()
              + " that "
              + attempt.release().by()
              + " began at "
              + attempt.release().at()
              + " is under way: its command gave a sign of life "
              + silent.toSeconds()
              + " s ago. If that command is dead, give this one again after "
              + attempt.alive().plus(Claim.LEASE)
              + ", and it will finish what was begun.");
    }
    voice.say(
        "The deployment of release "
            + attempt.number()
            + " that "
            + attempt.release().by()
            + " began at "
            + attempt.release().at()
            + " was not finished. Finishing it first.");
    Claim claim = new Claim(session, history, open.get());
    claim.set(attempt);
    Ended ended = end(claim, watch(claim));
    voice.say(
        switch (ended) {
          case RUNS -> "Release " + attempt.number() + " runs and is on record.";
          case DOES_NOT ->
              "Release "
                  + attempt.number()
                  + (attempt.executed()
                      ? " did not come into use."
                      : " was never begun: nothing had been changed.");
        });
  }

  private Follower.Ending watch(Claim claim) throws DeploymentFailed {
    return new Follower(stacks, voice, session.waiting(), session.clock())
        .follow(claim.attempt().stack(), claim.attempt().token(), claim::sign);
  }

  /** Whether the release runs. */
  private enum Ended {
    RUNS,
    DOES_NOT
  }

  /** Resumes the triggers, then puts on record what became of it: in this order, so that a crash resumes them again. */
  private Ended end(Claim claim, Follower.Ending ending) throws DeploymentFailed {
    boolean runs =
        claim.attempt().executed()
            && ending.state() instanceof StackState.Ready
            && stacks.release(session.stage()).equals(OptionalInt.of(claim.attempt().number()));
    resume();
    if (runs) {
      history.record(claim.attempt().release());
      if (ending.state() instanceof StackState.Ready ready
          && ready.protection() == StackState.Protection.OFF) {
        stacks.protect(session.stage());
      }
    }
    claim.set(claim.attempt().ended(runs ? Outcome.SUCCEEDED : Outcome.FAILED));
    return runs ? Ended.RUNS : Ended.DOES_NOT;
  }

  private void resume() throws DeploymentFailed {
    Optional<PauseRecord> over = triggers.resume();
    over.ifPresent(pause ->
        voice.say(
            "The stream triggers run again; they stood still since "
                + pause.since()
                + " and go on where they stopped."));
  }

  /** Brings a candidate into use. */
  Report apply(Candidate candidate, Start start, Options options)
      throws Complaint, DeploymentFailed {
    Optional<Attempt.Kept> newest = history.newest();
    int number =
        Math.max(
                newest.map(kept -> kept.attempt().number()).orElse(0),
                history.releases().stream().findFirst().orElse(0))
            + 1;
    upload(candidate);
    ObjectNode template = candidate.template().deepCopy();
    TemplateMarks.mark(template, number, candidate.formats());
    String templateKey =
        "templates/" + session.stage() + "/" + number + "-" + session.id() + ".json";
    artifacts.write(templateKey, Records.write(template));
    ChangeSetType type = start == Start.NEW ? ChangeSetType.CREATE : ChangeSetType.UPDATE;
    Optional<Stacks.Prepared> prepared =
        stacks.prepare(
            new Stacks.Order(
                session.stage(),
                type,
                "release-" + number + "-" + session.id(),
                artifacts.url(templateKey),
                "Daybook " + candidate.build().version() + ", " + candidate.build().commit(),
                options.serviceRole()),
            voice);
    if (prepared.isEmpty()) {
      return new Report(
          "Nothing to change: stage " + session.stage() + " is as the template says.",
          Map.of("stage", session.stage().name(), "changed", false),
          0);
    }
    show(prepared.get());
    if (!isAgreed(prepared.get(), type, options)) {
      stacks.discard(prepared.get(), session.stage(), type);
      return new Report(
          "Nothing was changed.", Map.of("stage", session.stage().name(), "changed", false), 2);
    }
    Release release =
        new Release(
            number,
            candidate.build().version(),
            candidate.build().commit(),
            session.clock().instant(),
            session.account().who(),
            templateKey,
            candidate.assetKeys(),
            candidate.formats(),
            candidate.restores());
    Claim claim = begin(release, prepared.get(), newest);
    Follower.Ending ending = execute(claim, options);
    return switch (close(claim, ending)) {
      case RUNS -> succeeded(release, start, prepared.get().plan(), ending);
      case DOES_NOT -> throw failed(release, ending);
    };
  }

  private void upload(Candidate candidate) {
    int done = 0;
    List<Asset> absent =
        candidate.uploads().stream().filter(asset -> !artifacts.has(asset.key())).toList();
    for (Asset asset : absent) {
      voice.goOn("Uploading archive " + (done + 1) + " of " + absent.size());
      upload(asset);
      done++;
    }
    if (!candidate.uploads().isEmpty()) {
      voice.say(
          "Archives: "
              + done
              + " uploaded, "
              + (candidate.uploads().size() - done)
              + " were there already.");
    }
  }

  private void upload(Asset asset) {
    switch (asset.packaging()) {
      case FILE -> artifacts.upload(asset.key(), asset.source());
      case ZIP -> {
        try {
          Path archive = Files.createTempFile("daybook-", ".zip");
          try {
            Archives.zip(asset.source(), archive);
            artifacts.upload(asset.key(), archive);
          } finally {
            Files.deleteIfExists(archive);
          }
        } catch (IOException unwritable) {
          throw new UncheckedIOException("cannot pack " + asset.source(), unwritable);
        }
      }
    }
  }

  private void show(Stacks.Prepared prepared) {
    voice.say(
        "What will change in stack "
            + session.stage().stackName()
            + " (account "
            + session.account().id()
            + ", "
            + session.account().region()
            + "):");
    prepared.plan().words().forEach(voice::say);
  }

  private boolean isAgreed(Stacks.Prepared prepared, ChangeSetType type, Options options)
      throws Complaint {
    List<PlannedChange> losses = prepared.plan().losses(options.mayBeLost());
    if (!losses.isEmpty()) {
      stacks.discard(prepared, session.stage(), type);
      StringBuilder words =
          new StringBuilder(
              "Refused, for it would lose what cannot be made again; nothing was changed:");
      for (PlannedChange loss : losses) {
        words
            .append(System.lineSeparator())
            .append("  ")
            .append(loss.title())
            .append(" would be ")
            .append(
                switch (loss.what()) {
                  case REPLACED -> "replaced by an empty one";
                  case PERHAPS_REPLACED -> "replaced by an empty one, perhaps";
                  case REMOVED -> "removed";
                  case LEFT_BEHIND -> "left behind, no longer Daybook's";
                  case ADDED, CHANGED -> "kept";
                })
            .append("; if that is meant: --may-lose ")
            .append(loss.logicalId());
      }
      throw new Complaint(words.toString());
    }
    try {
      return options.agreement() == Agreement.GIVEN || voice.agrees("Go ahead?");
    } catch (Complaint nobody) {
      stacks.discard(prepared, session.stage(), type);
      throw nobody;
    }
  }

  private Claim begin(Release release, Stacks.Prepared prepared, Optional<Attempt.Kept> newest)
      throws Complaint {
    Attempt attempt =
        new Attempt(
            release,
            Outcome.OPEN,
            false,
            session.id(),
            session.clock().instant(),
            prepared.stack(),
            prepared.id(),
            "release-" + release.number() + "-" + session.id(),
            newest.map(kept -> kept.attempt().written()).orElse(Written.NOTHING));
    return history
        .begin(attempt)
        .map(kept -> new Claim(session, history, kept))
        .orElseThrow(() ->
            new Complaint(
                "Another command began to deploy release "
                    + release.number()
                    + " meanwhile. Nothing was changed by this one; wait for the other."));
  }

  private Follower.Ending execute(Claim claim, Options options) throws DeploymentFailed {
    try {
      if (options.pausing() == Pausing.ALWAYS) {
        PauseRecord pause = triggers.pause("the upgrade to release " + claim.attempt().number());
        voice.say(
            "Paused "
                + pause.mappings().size()
                + " stream triggers. They are resumed at the end, whatever becomes of it; the pause is safe until "
                + Triggers.deadline(pause)
                + ".");
      }
      claim.set(claim.attempt().executing());
      stacks.execute(claim.attempt().changeSet(), claim.attempt().token());
      return watch(claim);
    } catch (TakenOver other) {
      throw other;
    } catch (AwsRefusal | SdkException failure) {
      tidy(claim);
      if (!claim.attempt().executed()) {
        throw failure;
      }
      throw new DeploymentFailed(
          "The deployment of release "
              + claim.attempt().number()
              + " had begun, and could not be followed to its end: "
              + failure.getMessage());
    } catch (DeploymentFailed failure) {
      tidy(claim);
      throw failure;
    }
  }

  /** What can still be done is done; what cannot be done now is left on record for the next command. */
  private void tidy(Claim claim) {
    try {
      StackState state = stacks.state(claim.attempt().stack());
      if (state instanceof StackState.Busy) {
        // CloudFormation goes on. The attempt stays open, but nobody is there to resume in time.
        resume();
        claim.letGo();
      } else {
        end(claim, new Follower.Ending(state, List.of()));
      }
    } catch (DeploymentFailed | AwsRefusal | SdkException again) {
      claim.letGo();
      voice.say(ON_RECORD);
    }
  }

  private Ended close(Claim claim, Follower.Ending ending) throws DeploymentFailed {
    try {
      return end(claim, ending);
    } catch (AwsRefusal | SdkException failure) {
      claim.letGo();
      throw new DeploymentFailed(
          "CloudFormation is done with release "
              + claim.attempt().number()
              + ", but what is to be done afterwards could not be: "
              + failure.getMessage()
              + " "
              + ON_RECORD);
    }
  }

  private DeploymentFailed failed(Release release, Follower.Ending ending) {
    Set<String> ringing = ending.state() instanceof StackState.Ready ? checks.ringing() : Set.of();
    String causes =
        (ending.causes().isEmpty()
                ? ""
                : " What went wrong first: " + ending.causes().getFirst() + ".")
            + (ringing.isEmpty()
                ? ""
                : " These alarms ring: "
                    + String.join(", ", ringing)
                    + ": an alarm that rings while traffic shifts turns the deployment back.");
    return new DeploymentFailed(
        "Release "
            + release.number()
            + " did not come into use."
            + causes
            + " "
            + switch (ending.state()) {
              case StackState.Ready ready ->
                  "CloudFormation went back: what ran before runs again ("
                      + ready.status()
                      + "). Nothing that was received is lost.";
              case StackState.Stuck stuck -> stuck.advice();
              case StackState.Absent _ -> "There is no stack any more.";
              case StackState.Busy busy ->
                  "CloudFormation is still at work (" + busy.status() + ").";
            });
  }

  private Report succeeded(Release release, Start start, ChangePlan plan, Follower.Ending ending) {
    List<Finding> findings = checks.after();
    Map<String, String> outputs =
        ending.state() instanceof StackState.Ready ready ? ready.outputs() : Map.of();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", session.stage().name());
    json.put("stack", session.stage().stackName());
    json.put("account", session.account().id());
    json.put("region", session.account().region());
    json.put("changed", true);
    json.put("release", release.number());
    release.restores().ifPresent(number -> json.put("restores", number));
    json.put("version", release.version());
    json.put("commit", release.commit());
    json.put("changes", plan.counts());
    json.put("outputs", outputs);
    json.put("findings", findings);
    List<String> lines = new ArrayList<>();
    lines.add("Stage " + session.stage() + " runs " + release.title() + ".");
    lines.addAll(NextSteps.addresses(outputs));
    if (findings.isEmpty()) {
      lines.add(NextSteps.after(start, session.stage()));
      return new Report(String.join(System.lineSeparator(), lines), json, 0);
    }
    lines.add("But not all is well:");
    findings.forEach(finding -> lines.add("  " + finding.words()));
    lines.add(
        "It may pass by itself; else './daybook rollback --stage "
            + session.stage()
            + "' goes back.");
    return new Report(String.join(System.lineSeparator(), lines), json, 1);
  }
}
