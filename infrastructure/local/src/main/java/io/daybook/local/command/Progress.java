package io.daybook.local.command;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on the terminal that work goes on; nothing when a script listens. */
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
      case PERSON -> new Bar(task, size);
      case SCRIPT -> new Silent();
    };
  }

  /** On a terminal: a bar; elsewhere: a line now and then. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    private Bar(String task, long size) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(size)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
              .build();
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

  /** For scripts. */
  final class Silent implements Progress {
    private Silent() {}

    @Override
    public void advanceTo(long done) {}

    @Override
    public void close() {}
  }
}
