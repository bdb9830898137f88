package io.daybook.local.command;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows that work goes on: a bar on a terminal, a line now and then in a file, nothing when a script listens. */
public interface Progress extends AutoCloseable {
  /** So many things are done. */
  void advanceTo(long done);

  /** The work is done. */
  @Override
  void close();

  /** Whether to show anything. */
  enum Audience {
    /** A person. */
    PERSON,
    /** A script. */
    SCRIPT
  }

  /** Progress of work whose size is not known. */
  static Progress start(String task, Audience audience) {
    return start(task, -1, audience);
  }

  /** Progress of work of a known size. */
  static Progress start(String task, long size, Audience audience) {
    return switch (audience) {
      case PERSON -> onTerminal() ? new Bar(task, size) : new Lines(task, size, System.err);
      case SCRIPT -> new Silent();
    };
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /** On a terminal: a line that is written over; a bar if the size is known, else how many are done. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    private Bar(String task, long size) {
      ProgressBarBuilder builder =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(size)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis());
      if (size < 0) {
        builder.setRenderer((state, _) -> state.getTaskName() + ": " + state.getCurrent());
      }
      this.bar = builder.build();
    }

    @Override
    public void advanceTo(long done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Where lines stay: one every so often. */
  final class Lines implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final String task;
    private final long size;
    private final PrintStream out;
    private long saidAt = System.nanoTime();

    Lines(String task, long size, PrintStream out) {
      this.task = task;
      this.size = size;
      this.out = out;
    }

    @Override
    public synchronized void advanceTo(long done) {
      if (System.nanoTime() - saidAt >= EVERY.toNanos()) {
        saidAt = System.nanoTime();
        out.println(task + ": " + done + (size < 0 ? "" : " of " + size));
      }
    }

    @Override
    public void close() {}
  }

  /** For scripts. */
  final class Silent implements Progress {
    private Silent() {}

    @Override
    public void advanceTo(long done) {}

    @Override
    public void close() {}
  }
}
