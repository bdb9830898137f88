package io.daybook.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./daybook up} as a process of its own, with the launcher's flags. */
public final class HubProcess implements AutoCloseable {
  /** As {@code ./daybook} has them. */
  public static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-Djava.awt.headless=true",
          "-Dsun.net.httpserver.nodelay=true");

  private static final int SECONDS_TO_STOP = 60;

  private final Process process;
  private final String address;

  private HubProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Serves a folder on any free port. */
  public static HubProcess start(Path data, Path errors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "io.daybook.local.Main",
            "up",
            "--json",
            "--port",
            "0",
            "--data",
            data.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    try {
      return new HubProcess(process, address(process));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String address(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      text.append(line);
      if (line.equals("}")) {
        return new ObjectMapper().readTree(text.toString()).path("address").asText();
      }
    }
    throw new IOException("the hub ended before it served: " + text);
  }

  /** Where it serves. */
  public String address() {
    return address;
  }

  /** The most memory that it ever had resident, in kilobytes, where the system tells. */
  public Optional<Long> peakKilobytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException notTold) {
      return Optional.empty(); // other systems have no /proc
    }
  }

  /** How long its threads have run on a processor, all together. */
  public Optional<java.time.Duration> processorTime() {
    return process.info().totalCpuDuration();
  }

  /** Stops it as Ctrl-C does, so that what it does it finishes. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
