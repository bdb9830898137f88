package io.daybook.bench.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A function as it is started for a measurement.
 *
 * @param name as the table has it
 * @param start what is started
 * @param events gives an event that the function has not had before
 * @param good what its answer contains if it did its work
 */
record Variant(String name, FunctionProcess.Start start, Supplier<byte[]> events, String good) {
  private static final int LOG_LINES = 8;

  /**
   * What one start took.
   *
   * @param toReadyNanos from the spawn to the first time it asked for an event
   * @param toAnswerNanos from the spawn to its first answer
   */
  record Timed(long toReadyNanos, long toAnswerNanos) {}

  /** The same with other flags. */
  Variant with(String newName, List<String> flags) {
    return new Variant(
        newName,
        new FunctionProcess.Start(
            start.handler(), start.classPath(), start.workingFolder(), flags, start.environment()),
        events,
        good);
  }

  /** The same on a class path, started in a folder that holds nothing of it. */
  Variant on(List<Path> classPath, Path empty, Map<String, String> environment) {
    return new Variant(
        name,
        new FunctionProcess.Start(start.handler(), classPath, empty, start.flags(), environment),
        events,
        good);
  }

  /** Starts it cold, once. */
  Timed coldStart(Path log) throws IOException, RuntimeApi.Failed, InterruptedException {
    try (RuntimeApi api = RuntimeApi.start()) {
      var answer = api.hand(events.get());
      try (FunctionProcess process = FunctionProcess.start(start, api, log)) {
        long ready = api.awaitReady();
        RuntimeApi.Answer first = RuntimeApi.await(answer);
        require(first);
        return new Timed(ready - process.spawnedNanos(), first.atNanos() - process.spawnedNanos());
      }
    } catch (RuntimeApi.Failed failed) {
      throw new RuntimeApi.Failed(failed.getMessage() + "; it logged: " + logged(log));
    }
  }

  /** What it said of it, at the end of its log. */
  private static String logged(Path log) throws IOException {
    List<String> lines = Files.isRegularFile(log) ? Files.readAllLines(log) : List.of();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  /** Refuses an answer that says that the work was not done: its time would say nothing. */
  void require(RuntimeApi.Answer answer) throws RuntimeApi.Failed {
    if (!answer.body().contains(good)) {
      throw new RuntimeApi.Failed(name + " answered " + answer.body());
    }
  }
}
