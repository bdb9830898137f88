package io.daybook.simulation.dynamodb;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running DynamoDB Local on a free port of 127.0.0.1. */
public final class DynamoDbLocalProcess implements AutoCloseable {
  /** System property that names the folder with its archives and native libraries. */
  public static final String FOLDER_PROPERTY = "daybook.dynamodb-local";

  /** Environment variable that does so where the property is absent. */
  public static final String FOLDER_VARIABLE = "DAYBOOK_DYNAMODB_LOCAL";

  private static final int STOP_SECONDS = 5;
  private static final int MOST_LINES = 40;

  private final Process process;
  private final URI endpoint;

  private DynamoDbLocalProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** The folder it is laid out in, if it is. */
  public static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(FOLDER_PROPERTY))
        .or(() -> Optional.ofNullable(System.getenv(FOLDER_VARIABLE)))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  /**
   * Starts it and waits until it answers; about two seconds.
   *
   * @param folder where it is laid out
   * @param data where it keeps its data; in memory if not given
   * @throws UncheckedIOException if it does not start, with what it printed
   */
  public static DynamoDbLocalProcess start(Path folder, Optional<Path> data) {
    try {
      return await(new ProcessBuilder(command(folder, data)).redirectErrorStream(true), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("DynamoDB Local in " + folder + " did not start", e);
    }
  }

  private static List<String> command(Path folder, Optional<Path> data) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Xmx512m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dsqlite4java.library.path=" + folder.toAbsolutePath());
    command.add("-Dsun.net.httpserver.nodelay=true");
    command.add("-cp");
    command.add(own() + File.pathSeparator + folder.toAbsolutePath() + File.separator + "*");
    command.add(LoopbackLauncher.class.getName());
    command.addAll(List.of("-disableTelemetry", "-sharedDb"));
    if (data.isPresent()) {
      command.addAll(
          List.of("-dbPath", Files.createDirectories(data.get()).toAbsolutePath().toString()));
    } else {
      command.add("-inMemory");
    }
    return command;
  }

  /** Where this class itself lies: the launcher is beside it. */
  private static Path own() throws IOException {
    try {
      return Path.of(
          DynamoDbLocalProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static DynamoDbLocalProcess await(ProcessBuilder builder, Path folder)
      throws IOException {
    builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    List<String> printed = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LoopbackLauncher.READY)) {
        Thread.ofVirtual().start(() -> swallow(output));
        String port = line.substring(LoopbackLauncher.READY.length());
        return new DynamoDbLocalProcess(process, URI.create("http://127.0.0.1:" + port));
      }
      if (printed.size() < MOST_LINES) {
        printed.add(line);
      }
    }
    throw new IOException("DynamoDB Local in " + folder + " ended: " + String.join("\n", printed));
  }

  /** Reads on, so that it never waits for somebody to read what it prints. */
  private static void swallow(BufferedReader output) {
    try {
      while (output.readLine() != null) {}
    } catch (IOException ended) {
      // The process is gone, which is how this ends.
    }
  }

  /** Where it answers. */
  public URI endpoint() {
    return endpoint;
  }

  /** Kills it, as power loss would. */
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end, and kills it if it does not within {@value #STOP_SECONDS} seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
