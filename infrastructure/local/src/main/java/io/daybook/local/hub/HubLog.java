package io.daybook.local.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the functions log into the hub's folder: a person at a terminal reads sentences, not traces. */
public final class HubLog {
  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final int FILES = 3;

  private HubLog() {}

  /** From now on, and instead of where logs went before. Old files give way to new ones. */
  public static void into(HubFolder folder) {
    Logger root = Logger.getLogger("");
    try {
      // Whoever logs beside a hub that serves the folder gets a file of its own: FileHandler
      // numbers them.
      FileHandler file =
          new FileHandler(
              folder.path().resolve("daybook.%u.%g.log").toString(), MAX_BYTES, FILES, true);
      file.setFormatter(new SimpleFormatter());
      file.setLevel(Level.INFO);
      for (Handler before : root.getHandlers()) {
        root.removeHandler(before);
        before.close();
      }
      root.addHandler(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot log into " + folder.path(), e);
    }
  }
}
