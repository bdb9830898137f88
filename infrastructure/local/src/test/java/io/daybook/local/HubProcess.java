package io.daybook.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code daybook up} as a process of its own, so that it can be killed. */
final class HubProcess implements AutoCloseable {
  private final Process process;
  private final String address;

  private HubProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static HubProcess start(Path data, Path errors) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dsun.net.httpserver.nodelay=true",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.daybook.local.Main",
                    "up",
                    "--json",
                    "--port",
                    "0",
                    "--data",
                    data.toString()))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    return new HubProcess(process, address(process));
  }

  private static String address(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      text.append(line);
      if (line.equals("}")) {
        JsonNode started = new ObjectMapper().readTree(text.toString());
        return started.path("address").asText();
      }
    }
    throw new IOException("the hub ended before it served: " + text);
  }

  String address() {
    return address;
  }

  /** SIGKILL: no shutdown hook, no finally. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
