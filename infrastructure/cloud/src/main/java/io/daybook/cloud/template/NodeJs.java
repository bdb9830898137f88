package io.daybook.cloud.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Node.js, which CDK's Java classes are a shell around. */
public final class NodeJs {
  /** What to do without it. */
  public static final String MISSING =
      "Node.js 20 or later is needed to synthesise the template, and 'node' is not on the PATH. Install it (apt install"
          + " nodejs, brew install node, or https://nodejs.org) and run this again. Nothing else of Daybook needs it.";

  private static final int PATIENCE_SECONDS = 20;
  private static final int OLDEST = 20;

  private NodeJs() {}

  /**
   * Finds it.
   *
   * @throws CannotSynthesise if it is missing or too old
   */
  public static void require() {
    if (!isThere()) {
      throw new CannotSynthesise(MISSING);
    }
  }

  /** Whether {@code node} can be run and is recent enough. */
  static boolean isThere() {
    try {
      Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        node.destroyForcibly();
        return false;
      }
      return node.exitValue() == 0
          && recent(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code v20.20.2}. */
  static boolean recent(String version) {
    String major = version.strip().replaceFirst("^v", "").replaceFirst("\\..*$", "");
    return major.matches("[0-9]{1,3}") && Integer.parseInt(major) >= OLDEST;
  }
}
