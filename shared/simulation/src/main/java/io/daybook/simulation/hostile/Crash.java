package io.daybook.simulation.hostile;

/** The process ends here. An error, so that nothing that lives on after exceptions lives on after it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String before) {
    super("crashed before " + before, null, false, false);
  }
}
