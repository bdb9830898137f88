package io.daybook.bench.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A function under AWS's runtime interface client, in a process of its own. */
public final class FunctionProcess implements AutoCloseable {
  /** What Lambda's own class path holds: nothing of the function. */
  private static final List<String> RUNTIME =
      List.of("aws-lambda-java-", "utils-lite", "annotations-2");

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final int SECONDS_TO_STOP = 30;

  /**
   * What to start.
   *
   * @param handler the class that is created
   * @param classPath of the JVM, beside the runtime's own
   * @param workingFolder from which the runtime loads the function: the task root, or an empty folder where the function
   *     is on the class path
   * @param flags of the JVM
   * @param environment besides what every function has
   */
  public record Start(
      String handler,
      List<Path> classPath,
      Path workingFolder,
      List<String> flags,
      Map<String, String> environment) {
    /** Copies the lists. */
    public Start {
      classPath = List.copyOf(classPath);
      flags = List.copyOf(flags);
      environment = Map.copyOf(environment);
    }
  }

  private final Process process;
  private final long spawnedNanos;

  private FunctionProcess(Process process, long spawnedNanos) {
    this.process = process;
    this.spawnedNanos = spawnedNanos;
  }

  /**
   * Starts.
   *
   * @param log where what it prints goes
   */
  public static FunctionProcess start(Start start, RuntimeApi api, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(start.flags());
    command.add("-cp");
    command.add(
        Stream.concat(runtime().stream(), start.classPath().stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(start.handler());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(start.workingFolder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    builder.environment().putAll(reserved(start, api));
    builder.environment().putAll(start.environment());
    long now = System.nanoTime();
    return new FunctionProcess(builder.start(), now);
  }

  /** What Lambda sets for every function. */
  private static Map<String, String> reserved(Start start, RuntimeApi api) {
    return Map.of(
        "LANG", "en_US.UTF-8",
        "TZ", ":UTC",
        "AWS_LAMBDA_RUNTIME_API", api.hostAndPort(),
        "AWS_REGION", "us-east-1",
        "AWS_DEFAULT_REGION", "us-east-1",
        "AWS_LAMBDA_FUNCTION_NAME", "bench",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
        "AWS_LAMBDA_FUNCTION_VERSION", "1",
        "LAMBDA_TASK_ROOT", start.workingFolder().toString(),
        "_HANDLER", start.handler());
  }

  /** The runtime interface client, from this program's own class path. */
  static List<String> runtime() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(path -> {
          String name = Path.of(path).getFileName().toString();
          return RUNTIME.stream().anyMatch(name::startsWith);
        })
        .toList();
  }

  /** When it was started, by {@link System#nanoTime}. */
  public long spawnedNanos() {
    return spawnedNanos;
  }

  /** Ends it in good order, so that it can write what it writes at its end. */
  public boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
