package io.daybook.portal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Every line that anything logs while it is open. */
final class LogLines extends Handler implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.daybook");
  private final SimpleFormatter formatter = new SimpleFormatter();

  static LogLines open() {
    LogLines lines = new LogLines();
    lines.setLevel(Level.ALL);
    lines.ours.setLevel(Level.ALL);
    lines.root.addHandler(lines);
    return lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(formatter.format(line));
  }

  /** All of them, one after the other. */
  String text() {
    return String.join("", lines);
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
