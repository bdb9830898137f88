package io.daybook.cloud.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.cloud.deployment.FormatRules.Verdict;
import io.daybook.cloud.deployment.Options.Pausing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Deploys a stage, upgrades it, and goes back. */
public final class Deployer {
  /** The finding that what runs is not what the records say. */
  static final String RECORD = "release-record";

  private final Session session;
  private final Stacks stacks;
  private final Artifacts artifacts;
  private final History history;
  private final Triggers triggers;
  private final Checks checks;
  private final Rollout rollout;

  /** For one command. */
  public Deployer(Session session) {
    this.session = session;
    this.stacks = session.stacks();
    this.artifacts = session.artifacts();
    this.history = new History(artifacts, session.stage());
    this.triggers = new Triggers(session);
    this.checks = new Checks(session, triggers);
    this.rollout = new Rollout(session, history, triggers, checks);
  }

  /** What is done with a first deployment that failed and was taken back. */
  public enum Remains {
    /** It stays to be looked at; the command says so. */
    LEFT,
    /** It is deleted, and the stage deployed anew. */
    DELETED
  }

  /**
   * Makes a stage; where there is one, upgrades it.
   *
   * @throws Complaint if it cannot be done as asked; nothing was changed
   * @throws DeploymentFailed if it was tried and did not succeed
   */
  public Report deploy(
      Synthesis synthesis, Map<String, String> context, Options options, Remains remains)
      throws Complaint, DeploymentFailed {
    prepareBucket();
    rollout.finishWhatWasBegun();
    StackState state = stacks.state(session.stage().stackName());
    return switch (state) {
      case StackState.Absent _ -> first(synthesis, context, options);
      case StackState.Ready ready -> {
        session
            .voice()
            .say("Stage " + session.stage() + " runs already: what follows is an upgrade.");
        yield upgrade(ready, synthesis, context, options);
      }
      case StackState.Busy busy -> throw busy(busy);
      case StackState.Stuck stuck -> {
        if (remains == Remains.LEFT || !history.releases().isEmpty()) {
          throw new Complaint(stuck.advice());
        }
        deleteRemains(stuck);
        yield first(synthesis, context, options);
      }
    };
  }

  private Report first(Synthesis synthesis, Map<String, String> context, Options options)
      throws Complaint, DeploymentFailed {
    Optional<Release> before = history.current();
    if (before.isPresent()) {
      session
          .voice()
          .say(
              "The records know stage "
                  + session.stage()
                  + " up to "
                  + before.get().title()
                  + ", but its stack is gone. It is made anew; tables that were left behind are not taken over.");
    }
    return rollout.apply(candidate(synthesis, context), Rollout.Start.NEW, options);
  }

  private void deleteRemains(StackState.Stuck stuck) throws DeploymentFailed {
    String token = "delete-" + UUID.randomUUID();
    stacks.delete(session.stage());
    Follower.Ending ending =
        new Follower(stacks, session.voice(), session.waiting(), session.clock())
            .follow(stuck.id(), token, () -> {});
    if (!(ending.state() instanceof StackState.Absent)) {
      throw new DeploymentFailed(
          "What is left of the first deployment could not be deleted; see the events of stack "
              + session.stage().stackName()
              + ". A table that is protected from deletion must be released from that, and a bucket emptied, by hand.");
    }
    session.voice().say("Deleted what was left of the first deployment.");
  }

  /** Brings a stage to the next release. */
  public Report upgrade(Synthesis synthesis, Map<String, String> context, Options options)
      throws Complaint, DeploymentFailed {
    requireBucket();
    prepareBucket();
    rollout.finishWhatWasBegun();
    return upgrade(ready(), synthesis, context, options);
  }

  private Report upgrade(
      StackState.Ready ready, Synthesis synthesis, Map<String, String> context, Options options)
      throws Complaint, DeploymentFailed {
    Optional<Release> present = history.current();
    List<Finding> findings = new ArrayList<>(record(present));
    findings.addAll(checks.before());
    requireNone(findings, options);
    Candidate candidate = candidate(synthesis, context);
    // Without a record nobody knows what runs; who goes on despite that, answers for it.
    Formats runs = present.map(Release::formats).orElse(candidate.formats());
    Options rule =
        ruled(FormatRules.upgrade(runs, candidate.formats(), rollout.written()), options);
    if (findings.isEmpty()) {
      session
          .voice()
          .say(
              "Looked at before: "
                  + ready.status()
                  + ", no alarm rings, no trigger is behind, every table can be restored.");
    }
    return rollout.apply(candidate, Rollout.Start.RUNNING, rule);
  }

  private List<Finding> record(Optional<Release> present) {
    OptionalInt says = stacks.release(session.stage());
    OptionalInt known =
        present.map(release -> OptionalInt.of(release.number())).orElseGet(OptionalInt::empty);
    if (says.equals(known) && known.isPresent()) {
      return List.of();
    }
    return List.of(
        new Finding(
            RECORD,
            "the stack says it is "
                + (says.isPresent() ? "release " + says.getAsInt() : "no release of Daybook's")
                + ", the records' newest is "
                + (known.isPresent() ? "release " + known.getAsInt() : "none")
                + ": something else than this command changed it, so that nobody knows which formats it reads"));
  }

  private void requireNone(List<Finding> findings, Options options) throws Complaint {
    List<Finding> stopping = new ArrayList<>();
    for (Finding finding : findings) {
      if (options.despite().contains(finding.name())) {
        session.voice().say("Known, and gone on despite it: " + finding.words() + ".");
      } else {
        stopping.add(finding);
      }
    }
    if (!stopping.isEmpty()) {
      StringBuilder words = new StringBuilder("Not now; nothing was changed:");
      for (Finding finding : stopping) {
        words
            .append(System.lineSeparator())
            .append("  ")
            .append(finding.words())
            .append(" (--despite ")
            .append(finding.name())
            .append(" goes on all the same)");
      }
      throw new Complaint(words.toString());
    }
  }

  private Options ruled(Verdict verdict, Options options) throws Complaint {
    return switch (verdict) {
      case Verdict.Allowed _ -> options;
      case Verdict.AllowedPaused paused -> {
        session.voice().say(paused.why());
        yield new Options(
            options.agreement(),
            options.mayBeLost(),
            options.despite(),
            Pausing.ALWAYS,
            options.serviceRole());
      }
      case Verdict.Refused refused -> throw new Complaint(refused.why() + " Nothing was changed.");
    };
  }

  /**
   * Goes back to a release that ran before.
   *
   * @param to its number; empty for the one before the present one
   */
  public Report rollback(OptionalInt to, Options options) throws Complaint, DeploymentFailed {
    requireBucket();
    rollout.finishWhatWasBegun();
    ready();
    Release present =
        history
            .current()
            .orElseThrow(() ->
                new Complaint(
                    "No release of stage "
                        + session.stage()
                        + " is on record, so there is none to go back to."));
    Release target = target(to, present);
    Options ruled = ruled(FormatRules.rollback(target, rollout.written()), options);
    ruled = ruled(FormatRules.rewrites(present.formats(), target.formats()), ruled);
    Candidate candidate = candidate(target);
    session.voice().say("Going back from " + present.title() + " to " + target.title() + ".");
    return rollout.apply(candidate, Rollout.Start.RUNNING, ruled);
  }

  private Release target(OptionalInt to, Release present) throws Complaint {
    if (to.isEmpty()) {
      return history
          .before(present)
          .orElseThrow(() ->
              new Complaint(
                  "Before "
                      + present.title()
                      + " there was none, so there is nothing to go back to."));
    }
    int number = to.getAsInt();
    if (number == present.number() || number == present.effective()) {
      throw new Complaint("Release " + number + " is what runs.");
    }
    return history
        .release(number)
        .orElseThrow(() ->
            new Complaint(
                "Stage "
                    + session.stage()
                    + " never ran release "
                    + number
                    + ". On record are: "
                    + history.releases()
                    + "."));
  }

  private Candidate candidate(Release target) throws Complaint {
    Artifacts.Document document =
        artifacts
            .read(target.templateKey())
            .orElseThrow(() ->
                new Complaint(
                    "The template of release "
                        + target.number()
                        + " ("
                        + target.templateKey()
                        + ") is no longer in bucket "
                        + artifacts.bucket()
                        + "; it keeps versions, so it can be restored there."));
    List<String> gone = target.assetKeys().stream().filter(key -> !artifacts.has(key)).toList();
    if (!gone.isEmpty()) {
      throw new Complaint(
          "Archives of release "
              + target.number()
              + " are no longer in bucket "
              + artifacts.bucket()
              + ": "
              + String.join(", ", gone)
              + ". It keeps versions, so they can be restored there.");
    }
    try {
      JsonNode template = Records.MAPPER.readTree(document.bytes());
      return new Candidate(
          (ObjectNode) template,
          List.of(),
          target.assetKeys(),
          target.formats(),
          new Build(target.version(), target.commit()),
          OptionalInt.of(target.effective()));
    } catch (IOException damaged) {
      throw new Complaint(
          "The template of release " + target.number() + " is damaged: " + damaged.getMessage());
    }
  }

  /** Lets CloudFormation finish a way back that failed. */
  public Report continueRollback() throws Complaint, DeploymentFailed {
    requireBucket();
    StackState state = stacks.state(session.stage().stackName());
    if (!(state instanceof StackState.Stuck stuck)
        || !stuck.status().equals("UPDATE_ROLLBACK_FAILED")) {
      throw new Complaint(
          "Stack "
              + session.stage().stackName()
              + " is not in the middle of a way back: there is nothing to continue.");
    }
    String token = "continue-" + UUID.randomUUID();
    stacks.continueRollback(session.stage(), token);
    Follower.Ending ending =
        new Follower(stacks, session.voice(), session.waiting(), session.clock())
            .follow(stuck.id(), token, () -> {});
    rollout.finishWhatWasBegun();
    return switch (ending.state()) {
      case StackState.Ready ready ->
          new Report(
              "The way back is complete: the release before runs.",
              Map.of("stage", session.stage().name(), "status", ready.status()),
              0);
      case StackState.Stuck still ->
          throw new DeploymentFailed(
              "The way back failed again: "
                  + String.join("; ", ending.causes())
                  + ". "
                  + still.advice());
      case StackState.Busy busy -> throw new DeploymentFailed("Still " + busy.status() + ".");
      case StackState.Absent _ -> throw new DeploymentFailed("The stack is gone.");
    };
  }

  /** Pauses the stream triggers until {@link #resume}. */
  public Report pause(String reason) throws Complaint, DeploymentFailed {
    requireBucket();
    rollout.finishWhatWasBegun();
    ready();
    PauseRecord pause = triggers.pause(reason);
    return new Report(
        "Paused "
            + pause.mappings().size()
            + " stream triggers. Webhooks are still received and kept; nothing is posted until './daybook triggers"
            + " resume --stage "
            + session.stage()
            + "'. Resume by "
            + Triggers.deadline(pause)
            + ". No alarm reminds you: a trigger that stands still measures no lag.",
        Map.of(
            "stage",
            session.stage().name(),
            "paused",
            pause.mappings(),
            "since",
            pause.since().toString(),
            "resumeBy",
            pause.since().plus(Triggers.safe()).toString()),
        0);
  }

  /** Resumes the stream triggers. */
  public Report resume() throws Complaint, DeploymentFailed {
    requireBucket();
    rollout.finishWhatWasBegun();
    Optional<PauseRecord> over = triggers.resume();
    return new Report(
        over.map(pause ->
                "Resumed "
                    + pause.mappings().size()
                    + " stream triggers, paused since "
                    + pause.since()
                    + ". They go on where they stopped.")
            .orElse("No trigger was paused by Daybook."),
        Map.of(
            "stage",
            session.stage().name(),
            "resumed",
            over.map(PauseRecord::mappings).orElse(List.of())),
        0);
  }

  /** Says how the stream triggers are. Changes nothing. */
  public Report show() throws Complaint {
    requireBucket();
    List<Triggers.Seen> seen = triggers.seen();
    Optional<PauseRecord> pause = triggers.paused();
    StringBuilder words = new StringBuilder();
    for (Triggers.Seen one : seen) {
      words.append(one.function()).append(": ").append(one.state());
      if (!one.lastResult().isEmpty()) {
        words.append(" (").append(one.lastResult()).append(')');
      }
      words.append(System.lineSeparator());
    }
    words.append(
        pause
            .map(known ->
                "Paused by "
                    + known.by()
                    + " ("
                    + known.reason()
                    + ") since "
                    + known.since()
                    + ". Resume by "
                    + Triggers.deadline(known)
                    + ".")
            .orElse("No pause is on record."));
    return new Report(
        words.toString(),
        Map.of("stage", session.stage().name(), "triggers", seen, "paused", pause.isPresent()),
        0);
  }

  private Candidate candidate(Synthesis synthesis, Map<String, String> context) throws Complaint {
    Path folder =
        synthesis.synthesise(
            new Synthesis.Order(
                session.stage(), session.account().id(), session.account().region(), context));
    return Candidate.of(Assembly.read(folder, session.stage(), session.account()), session.build());
  }

  private void prepareBucket() throws Complaint {
    List<String> done = artifacts.ensure();
    if (!done.isEmpty()) {
      session.voice().say("Artifacts: " + String.join(", ", done) + ".");
    }
  }

  private void requireBucket() throws Complaint {
    if (!artifacts.exists()) {
      throw new Complaint(
          "In account "
              + session.account().id()
              + ", region "
              + session.account().region()
              + ", nothing was ever deployed: there is no bucket "
              + artifacts.bucket()
              + ". './daybook deploy --stage "
              + session.stage()
              + "' begins; or the region is another (--region).");
    }
  }

  private StackState.Ready ready() throws Complaint {
    StackState state = stacks.state(session.stage().stackName());
    return switch (state) {
      case StackState.Ready ready -> ready;
      case StackState.Absent _ ->
          throw new Complaint(
              "There is no stage "
                  + session.stage()
                  + " in account "
                  + session.account().id()
                  + ", region "
                  + session.account().region()
                  + ". './daybook deploy --stage "
                  + session.stage()
                  + "' makes it; or the region is another (--region).");
      case StackState.Busy busy -> throw busy(busy);
      case StackState.Stuck stuck -> throw new Complaint(stuck.advice());
    };
  }

  private Complaint busy(StackState.Busy busy) {
    return new Complaint(
        "Stack "
            + session.stage().stackName()
            + " is being changed ("
            + busy.status()
            + "), not by this command. Wait until that is done.");
  }
}
