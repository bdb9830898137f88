package io.daybook.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.daybook.cloud.Killer.Moment;
import io.daybook.cloud.Scene.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Killed at any change, before AWS got it or after: the same command once more brings everything to where it belongs. */
class CrashTest {
  /** More than any of them makes. */
  private static final int MOST_CALLS = 50;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aFirstDeploymentKilledAnywhereIsFinishedByTheNext(Moment moment) throws IOException {
    int crashes = 0;
    for (int call = 1; call < MOST_CALLS; call++) {
      try (Scene scene = new Scene(Files.createTempDirectory(folder, "scene"))) {
        Killer killer = new Killer(call, moment);
        if (!kill(scene, killer, "deploy", "--yes")) {
          break;
        }
        crashes++;
        scene.clock.pass(Duration.ofMinutes(4));
        Result again = scene.run("deploy", "--yes");
        assertThat(again.err()).as("killed at call %d, %s", call, moment).isEmpty();
        assertThat(again.code()).isZero();
        assertWell(scene, call, moment);
        assertThat(scene.aws.stack().isProtected()).isTrue();
      }
    }
    assertThat(crashes).isBetween(12, MOST_CALLS - 2);
  }

  @ParameterizedTest
  @EnumSource
  void anUpgradeKilledAnywhereIsFinishedByTheNextAndNoTriggerStaysPaused(Moment moment) {
    int crashes = 0;
    try (Scene scene = new Scene(folder)) {
      scene.run("deploy", "--yes");
      for (int call = 1; call < MOST_CALLS; call++) {
        scene.release(Scene.FIRST);
        Killer killer = new Killer(call, moment);
        if (!kill(scene, killer, "upgrade", "--yes", "--pause-triggers")) {
          break;
        }
        crashes++;
        scene.clock.pass(Duration.ofMinutes(4));
        Result again = scene.run("upgrade", "--yes", "--pause-triggers");
        assertThat(again.err()).as("killed at call %d, %s", call, moment).isEmpty();
        assertThat(again.code()).isZero();
        assertWell(scene, call, moment);
        assertThat(
                scene
                    .aws
                    .stack()
                    .liveResources()
                    .path("Post")
                    .path("Properties")
                    .path("Version")
                    .asInt())
            .as("killed at call %d, %s", call, moment)
            .isEqualTo(call + 1);
      }
    }
    assertThat(crashes).isBetween(12, MOST_CALLS - 2);
  }

  @ParameterizedTest
  @EnumSource
  void anUpgradeKilledWhileItIsTakenBackLeavesTheReleaseOfBeforeRunning(Moment moment) {
    int crashes = 0;
    try (Scene scene = new Scene(folder)) {
      scene.run("deploy", "--yes");
      for (int call = 1; call < MOST_CALLS; call++) {
        scene.release(Scene.FIRST);
        scene.aws.stack().failNext("an alarm was triggered");
        Killer killer = new Killer(call, moment);
        if (!kill(scene, killer, "upgrade", "--yes", "--pause-triggers")) {
          break;
        }
        crashes++;
        scene.clock.pass(Duration.ofMinutes(4));
        Result again = scene.run("triggers", "resume");
        assertThat(again.err()).as("killed at call %d, %s", call, moment).isEmpty();
        assertWell(scene, call, moment);
        assertThat(scene.aws.s3().keys("releases/test/")).containsExactly("releases/test/1.json");
        assertThat(scene.aws.stack().metadata().path("daybook:release").asInt()).isEqualTo(1);
      }
    }
    assertThat(crashes).isBetween(12, MOST_CALLS - 2);
  }

  @ParameterizedTest
  @EnumSource
  void aPauseKilledAnywhereIsEndedByResume(Moment moment) {
    int crashes = 0;
    try (Scene scene = new Scene(folder)) {
      scene.run("deploy", "--yes");
      for (int call = 1; call < MOST_CALLS; call++) {
        Killer killer = new Killer(call, moment);
        if (!kill(scene, killer, "triggers", "pause")) {
          break;
        }
        crashes++;
        assertThat(scene.run("triggers", "resume").code()).isZero();
        assertWell(scene, call, moment);
      }
    }
    assertThat(crashes).isBetween(3, MOST_CALLS - 2);
  }

  /** Whether the command lived long enough to be killed. */
  private static boolean kill(Scene scene, Killer killer, String... command) {
    Throwable end = catchThrowable(() -> scene.run(killer, command));
    if (end != null && !(end instanceof Killed)) {
      throw new AssertionError("not killed, but", end);
    }
    return killer.hasKilled();
  }

  private static void assertWell(Scene scene, int call, Moment moment) {
    assertThat(scene.aws.lambda().states().values())
        .as("killed at call %d, %s", call, moment)
        .containsOnly("Enabled");
    assertThat(scene.aws.s3().keys("paused/")).isEmpty();
    for (String attempt : scene.aws.s3().keys("attempts/")) {
      assertThat(scene.aws.s3().text(attempt))
          .as("killed at call %d, %s: %s", call, moment, attempt)
          .doesNotContain("OPEN");
    }
    int runs = scene.aws.stack().metadata().path("daybook:release").asInt();
    assertThat(scene.aws.s3().keys("releases/test/"))
        .as("killed at call %d, %s: what runs is on record", call, moment)
        .contains("releases/test/" + runs + ".json");
  }
}
