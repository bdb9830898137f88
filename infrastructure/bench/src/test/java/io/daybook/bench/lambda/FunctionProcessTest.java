package io.daybook.bench.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** AWS's runtime interface client against our stand-in of its Runtime API. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux only")
final class FunctionProcessTest {
  private static final byte[] EVENT = "{\"any\":\"event\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private TaskRoot root = new TaskRoot(Path.of("none"));

  @BeforeEach
  void layOut() throws IOException {
    root = TaskRoot.of(EmptyFunction.class, folder.resolve("task"));
  }

  private FunctionProcess.Start start(String handler, Map<String, String> environment) {
    return new FunctionProcess.Start(
        handler, List.of(), root.folder(), Flags.SNAP_START, environment);
  }

  @Test
  void aFunctionStartsFromItsTaskRootAndAnswersOneEventAfterTheOther() throws Exception {
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess process =
            FunctionProcess.start(
                start(EmptyFunction.class.getName(), Map.of()), api, folder.resolve("log.txt"))) {
      assertThat(api.awaitReady()).isGreaterThan(process.spawnedNanos());
      for (int event = 0; event < 3; event++) {
        assertThat(RuntimeApi.await(api.hand(EVENT)).body()).isEqualTo("{}");
      }
    }
  }

  @Test
  void withSnapStartItWaitsToBeRestoredBeforeItAsksForAnEvent() throws Exception {
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess _ =
            FunctionProcess.start(
                start(
                    EmptyFunction.class.getName(),
                    Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")),
                api,
                folder.resolve("log.txt"))) {
      var answer = api.hand(EVENT);
      long primed = api.awaitCheckpoint();
      assertThat(answer).isNotDone();
      api.restore();
      assertThat(RuntimeApi.await(answer).atNanos()).isGreaterThan(primed);
    }
  }

  @Test
  void aFunctionThatCannotBeMadeIsAFailureAndNotATime() throws Exception {
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess _ =
            FunctionProcess.start(
                start("io.daybook.bench.lambda.NoFunction", Map.of()),
                api,
                folder.resolve("log.txt"))) {
      assertThatThrownBy(() -> RuntimeApi.await(api.hand(EVENT)))
          .isInstanceOf(RuntimeApi.Failed.class)
          .hasMessageContaining("NoFunction");
    }
  }

  @Test
  void anAnswerThatDidNoWorkIsRefused() throws Exception {
    Variant variant =
        new Variant(
            "does nothing",
            start(EmptyFunction.class.getName(), Map.of()),
            () -> EVENT,
            "\"statusCode\":200");

    assertThatThrownBy(() -> variant.coldStart(folder.resolve("log.txt")))
        .isInstanceOf(RuntimeApi.Failed.class)
        .hasMessageContaining("does nothing answered {}");
  }
}
