package io.daybook.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cloud.Scene.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeVerbTest {
  /** Reads step format 2, writes 1. */
  private static final String READER =
      "{\"step\": {\"writes\": [1], \"reads\": [1, 2]}, \"state\": {\"writes\": [1], \"reads\": [1]}}";

  /** Writes step format 2. */
  private static final String WRITER =
      "{\"step\": {\"writes\": [2], \"reads\": [1, 2]}, \"state\": {\"writes\": [1], \"reads\": [1]}}";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene(folder);
    assertThat(scene.run("deploy", "--yes").code()).isZero();
    scene.release(Scene.FIRST);
    scene.aws.forgetCalls();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void anUpgradeIsCheckedShownFollowedAndPutOnRecord() {
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("no alarm rings")
        .contains("changed:  function Post: Version")
        .contains("Traffic shifts to the new version behind PostAlias, a part first")
        .contains("Stage test runs release 2");
    assertThat(scene.record(2).path("number").asInt()).isEqualTo(2);
    assertThat(scene.aws.lambda().switched()).isEmpty();
    assertThat(scene.aws.permissions())
        .contains("cloudwatch:GetMetricData", "dynamodb:DescribeContinuousBackups");
  }

  @Test
  void aRingingAlarmAFunctionThatIsBehindAndATableWithoutRecoveryStopIt() {
    scene.aws.monitoring().ring("daybook-test-lag");
    scene.aws.monitoring().lags("daybook-test-PostTrigger", 600_000);
    scene.aws.monitoring().cannotRestore("daybook-test-ledger-1");
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("nothing was changed")
        .contains("alarm daybook-test-lag rings")
        .contains("up to 600 s old")
        .contains("table daybook-test-ledger-1 has no point-in-time recovery")
        .contains("--despite recovery:daybook-test-ledger-1");
    assertThat(scene.aws.permissions()).doesNotContain("cloudformation:CreateChangeSet");

    Result despite =
        scene.run(
            "upgrade",
            "--yes",
            "--despite=daybook-test-lag",
            "--despite=lag:daybook-test-PostTrigger",
            "--despite=recovery:daybook-test-ledger-1");
    assertThat(despite.out()).contains("Known, and gone on despite it: alarm daybook-test-lag");
    // It came into use, but the alarm still rings.
    assertThat(despite.code()).isEqualTo(1);
    assertThat(despite.out()).contains("But not all is well").contains("rollback --stage test");
    assertThat(scene.record(2).path("number").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsReplacedOrRemovedAndHoldsDataIsRefusedUnlessNamed() {
    scene.releaseWithout("Key");
    scene.aws.stack().replaces("Post");
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("REMOVED:  key Key").contains("REPLACED: function Post");
    assertThat(result.err())
        .contains("key Key would be removed")
        .contains("--may-lose Key")
        .doesNotContain("Post");
    assertThat(scene.aws.stack().openChangeSets()).isZero();
    assertThat(scene.aws.s3().keys("attempts/test/")).hasSize(1);

    assertThat(scene.run("upgrade", "--yes", "--may-lose=Key").code()).isZero();
  }

  @Test
  void anAlarmDuringTheCanaryTakesItBackAndNothingIsOnRecord() {
    scene
        .aws
        .stack()
        .failNext("The following deployment failed to stabilize: an alarm was triggered");
    Result result = scene.run("upgrade", "--yes", "--pause-triggers");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("CloudFormation goes back to what was before");
    assertThat(result.err())
        .contains("Release 2 did not come into use")
        .contains("alarm was triggered")
        .contains("what ran before runs again");
    assertThat(scene.aws.s3().keys("releases/test/")).containsExactly("releases/test/1.json");
    assertThat(scene.aws.lambda().states())
        .containsOnly(Map.entry("PostTrigger", "Enabled"), Map.entry("GuardTrigger", "Enabled"));
    assertThat(scene.aws.s3().keys("paused/")).isEmpty();

    Result next = scene.run("upgrade", "--yes");
    assertThat(next.code()).isZero();
    assertThat(scene.record(3).path("number").asInt()).isEqualTo(3);
  }

  @Test
  void triggersArePausedBeforeAndResumedAfter() {
    Result result = scene.run("upgrade", "--yes", "--pause-triggers");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("Paused 2 stream triggers")
        .contains("safe until 2026-11-21T20:00:")
        .contains("run again");
    assertThat(scene.aws.lambda().switched())
        .containsExactly(
            "PostTrigger off", "GuardTrigger off", "PostTrigger on", "GuardTrigger on");
    List<String> calls = scene.aws.permissions();
    int execute = calls.indexOf("cloudformation:ExecuteChangeSet");
    assertThat(calls.indexOf("lambda:UpdateEventSourceMapping")).isBetween(0, execute);
    assertThat(calls.lastIndexOf("lambda:UpdateEventSourceMapping")).isGreaterThan(execute);
  }

  @Test
  void ifTheyCannotBePausedTheUpgradeDoesNotBeginAndTheyAreNotLeftPaused() {
    scene.aws.refuse("lambda:UpdateEventSourceMapping", 403, "AccessDeniedException", "no", 1);
    Result result = scene.run("upgrade", "--yes", "--pause-triggers");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("lambda:UpdateEventSourceMapping");
    assertThat(scene.aws.permissions()).doesNotContain("cloudformation:ExecuteChangeSet");
    assertThat(scene.aws.lambda().states().values()).containsOnly("Enabled");
    assertThat(scene.aws.s3().keys("paused/")).isEmpty();
    scene.aws.allowAll();
    assertThat(scene.run("upgrade", "--yes").code()).isZero();
  }

  @Test
  void ifTheyCannotBeResumedItIsSaidAndTheNextCommandResumesThem() {
    scene.aws.lambda().set("GuardTrigger", "Disabled");
    Result paused = scene.run("triggers", "pause", "--reason=drill");
    assertThat(paused.code()).isZero();
    assertThat(scene.aws.lambda().states()).containsEntry("PostTrigger", "Disabled");
    scene.aws.refuse("lambda:UpdateEventSourceMapping", 403, "AccessDeniedException", "no", 9);
    Result failed = scene.run("upgrade", "--yes");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("CloudFormation is done with release 2")
        .contains("lambda:UpdateEventSourceMapping")
        .contains("the next command on this stage does it");
    scene.aws.allowAll();
    Result resumed = scene.run("triggers", "resume");
    assertThat(resumed.code()).isZero();
    assertThat(resumed.out())
        .contains("was not finished. Finishing it first.")
        .contains("Release 2 runs and is on record");
    assertThat(scene.aws.lambda().states())
        .as("what stood still before the pause is not started")
        .containsEntry("PostTrigger", "Enabled")
        .containsEntry("GuardTrigger", "Disabled");
    assertThat(scene.record(2).path("number").asInt()).isEqualTo(2);
  }

  @Test
  void aNewFormatComesIntoUseInTwoSteps() {
    scene.release(WRITER);
    Result atOnce = scene.run("upgrade", "--yes");
    assertThat(atOnce.code()).isEqualTo(2);
    assertThat(atOnce.err())
        .contains("writes step format 2, which the release that runs cannot read")
        .contains("Take two steps");
    assertThat(scene.aws.permissions()).doesNotContain("cloudformation:CreateChangeSet");

    scene.release(READER);
    assertThat(scene.run("upgrade", "--yes").code()).isZero();
    scene.release(WRITER);
    assertThat(scene.run("upgrade", "--yes").code()).isZero();

    Result one = scene.run("rollback", "--yes");
    assertThat(one.err()).isEmpty();
    assertThat(one.code()).isZero();
    Result tooFar = scene.run("rollback", "--yes", "--to=1");
    assertThat(tooFar.code()).isEqualTo(2);
    assertThat(tooFar.err())
        .contains("Release 1 cannot read what lies in the store by now: step format 2")
        .contains("Go forward instead");
  }

  @Test
  void whatAFailedUpgradeWroteCountsAsWritten() {
    scene.release(READER);
    assertThat(scene.run("upgrade", "--yes").code()).isZero();
    scene.release(WRITER);
    scene.aws.stack().failNext("an alarm was triggered");
    assertThat(scene.run("upgrade", "--yes").code()).isEqualTo(1);
    Result back = scene.run("rollback", "--yes");
    assertThat(back.code()).isEqualTo(2);
    assertThat(back.err())
        .contains("Release 1 cannot read what lies in the store by now: step format 2");
  }

  @Test
  void aReleaseThatLostAReaderIsRefused() {
    scene.release("{\"step\": {\"writes\": [2], \"reads\": [2]}}");
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("cannot read what lies in the store: step format 1");
  }

  @Test
  void whatIsWrittenInPlaceInANewFormatPausesTheTriggers() {
    scene.release(
        "{\"step\": {\"writes\": [1], \"reads\": [1]}, \"state\": {\"writes\": [1], \"reads\": [1, 2]}}");
    assertThat(scene.run("upgrade", "--yes").code()).isZero();
    assertThat(scene.aws.lambda().switched()).isEmpty();
    scene.release(
        "{\"step\": {\"writes\": [1], \"reads\": [1]}, \"state\": {\"writes\": [2], \"reads\": [1, 2]}}");
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("begins to write state format 2")
        .contains("Paused 2 stream triggers");
    assertThat(scene.aws.lambda().switched()).hasSize(4);
  }

  @Test
  void aRollbackRunsTheTemplateOfBeforeUnderANewNumber() {
    scene.run("upgrade", "--yes");
    Result result = scene.run("rollback", "--yes");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Going back from release 2").contains("which went back to 1");
    assertThat(
            scene
                .aws
                .stack()
                .liveResources()
                .path("Post")
                .path("Properties")
                .path("Version")
                .asInt())
        .isEqualTo(1);
    assertThat(scene.record(3).path("restores").asInt()).isEqualTo(1);
    assertThat(scene.aws.stack().metadata().path("daybook:release").asInt()).isEqualTo(3);

    Result further = scene.run("rollback", "--yes");
    assertThat(further.code()).isEqualTo(2);
    assertThat(further.err()).contains("there is nothing to go back to");
    assertThat(scene.run("rollback", "--yes", "--to=2").code()).isZero();
    assertThat(scene.run("rollback", "--yes", "--to=2").err()).contains("Release 2 is what runs.");
    assertThat(scene.run("rollback", "--yes", "--to=77").err()).contains("never ran release 77");
  }

  @Test
  void aRollbackWhoseArchivesAreGoneIsRefused() {
    scene.run("upgrade", "--yes");
    scene.aws.s3().remove(scene.record(1).path("assetKeys").get(0).asText());
    Result result = scene.run("rollback", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Archives of release 1 are no longer in bucket");
  }

  @Test
  void aWayBackThatFailedIsExplainedAndCanBeContinued() {
    scene.aws.stack().set("UPDATE_ROLLBACK_FAILED");
    Result stuck = scene.run("upgrade", "--yes");
    assertThat(stuck.code()).isEqualTo(2);
    assertThat(stuck.err()).contains("so did the way back").contains("rollback --continue");
    Result continued = scene.run("rollback", "--continue");
    assertThat(continued.code()).isZero();
    assertThat(continued.out()).contains("The way back is complete");
    assertThat(scene.run("rollback", "--continue").err()).contains("nothing to continue");
  }

  @Test
  void aStackThatAnotherToolChangedIsNotUpgradedUnseen() throws Exception {
    scene.aws.stack().deployedByAnother("{\"Resources\": {}}");
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("no release of Daybook's, the records' newest is release 1")
        .contains("--despite release-record");
  }

  @Test
  void aDamagedRecordIsNamed() {
    scene.aws.s3().put("releases/test/1.json", "{".getBytes(StandardCharsets.UTF_8));
    Result result = scene.run("upgrade", "--yes");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("releases/test/1.json").contains("stumbled");
  }

  @Test
  void triggersCanBePausedShownAndResumedTwice() {
    Result paused = scene.run("triggers", "pause", "--reason=a restore");
    assertThat(paused.out())
        .contains("Paused 2 stream triggers")
        .contains("11 hours from its beginning")
        .contains("No alarm reminds you");
    assertThat(scene.run("triggers", "pause").out()).contains("Paused 2 stream triggers");
    Result shown = scene.run("triggers", "show");
    assertThat(shown.out())
        .contains("Disabled")
        .contains("a restore")
        .contains("Resume by 2026-11-21T20:00");
    assertThat(scene.run("triggers", "resume").out()).contains("Resumed 2 stream triggers");
    assertThat(scene.run("triggers", "resume", "--json").json().path("resumed")).isEmpty();
    assertThat(scene.aws.lambda().switched()).hasSize(4);
    assertThat(scene.run("triggers", "show").out()).contains("No pause is on record.");
    assertThat(scene.run("triggers", "halt").err())
        .contains("halt")
        .contains("pause, resume, show");
  }

  @Test
  void whileOneCommandIsAtWorkASecondIsToldSo() {
    List<Result> second = new ArrayList<>();
    scene.whileWaiting(() -> {
      if (second.isEmpty() && scene.aws.stack().status().equals("UPDATE_IN_PROGRESS")) {
        second.add(scene.run("triggers", "resume"));
      }
    });
    assertThat(scene.run("upgrade", "--yes", "--pause-triggers").code()).isZero();
    assertThat(second.getFirst().code()).isEqualTo(2);
    assertThat(second.getFirst().err())
        .contains("deployment of release 2")
        .contains("user/ann")
        .contains("is under way: its command gave a sign of life");
  }

  @Test
  void aCommandThatSleptAndWasTakenOverStops() {
    List<Result> second = new ArrayList<>();
    scene.whileWaiting(() -> {
      if (second.isEmpty() && scene.aws.stack().status().equals("UPDATE_IN_PROGRESS")) {
        scene.clock.pass(Duration.ofMinutes(10));
        second.add(scene.run("upgrade", "--yes"));
      }
    });
    Result first = scene.run("upgrade", "--yes", "--pause-triggers");
    assertThat(second.getFirst().err()).isEmpty();
    assertThat(second.getFirst().out())
        .contains("Release 2 runs and is on record")
        .contains("Nothing to change");
    assertThat(first.code()).isEqualTo(1);
    assertThat(first.err()).contains("Another command has taken over the deployment of release 2");
    assertThat(scene.aws.lambda().states().values()).containsOnly("Enabled");
    assertThat(scene.aws.s3().keys("releases/test/")).hasSize(2);
  }

  @Test
  void credentialsThatExpireWhileItIsFollowedLoseNothing() {
    scene.whileWaiting(() -> {
      if (scene.aws.stack().status().equals("UPDATE_IN_PROGRESS")) {
        for (String call : List.of("cloudformation:DescribeStacks", "s3:PutObject")) {
          scene.aws.refuse(call, 403, "ExpiredToken", "The security token is expired", 99);
        }
      }
    });
    Result expired = scene.run("upgrade", "--yes", "--pause-triggers");
    assertThat(expired.code()).isEqualTo(1);
    assertThat(expired.err()).contains("had begun").contains("have expired");
    assertThat(expired.out()).contains("What is left to do is on record");
    scene.aws.allowAll();
    scene.whileWaiting(() -> {});
    assertThat(scene.run("triggers", "resume").err()).contains("is under way");
    scene.clock.pass(Duration.ofMinutes(4));
    assertThat(scene.run("triggers", "resume").out()).contains("Release 2 runs and is on record");
    assertThat(scene.aws.lambda().states().values()).containsOnly("Enabled");
  }
}
