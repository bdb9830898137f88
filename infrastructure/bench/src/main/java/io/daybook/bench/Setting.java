package io.daybook.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a run measures.
 *
 * @param extent how much of everything
 * @param root the repository, in which the archives were built
 * @param scratch an empty folder, removed after the run
 * @param load the load of the test of that name
 * @param progress hears what is being done
 */
public record Setting(
    Extent extent, Path root, Path scratch, Load load, Consumer<String> progress) {
  /** How much. */
  public enum Extent {
    /** Numbers worth writing down. */
    FULL,
    /** Enough to see that everything works. */
    QUICK
  }

  /**
   * The webhooks of the load test.
   *
   * @param perSecond how many a second
   * @param seconds for how long
   */
  public record Load(int perSecond, int seconds) {
    /** Refuses a load of nothing. */
    public Load {
      if (perSecond < 1 || seconds < 1) {
        throw new IllegalArgumentException(
            perSecond + " a second for " + seconds + " s is no load");
      }
    }

    /** All of them. */
    public int webhooks() {
      return Math.multiplyExact(perSecond, seconds);
    }
  }

  /** One of two numbers, by the extent. */
  public int count(int full, int quick) {
    return switch (extent) {
      case FULL -> full;
      case QUICK -> quick;
    };
  }

  /** The same with a scratch folder of its own. */
  public Setting in(String folder) {
    return new Setting(extent, root, scratch.resolve(folder), load, progress);
  }

  /** Says what is being done. */
  public void say(String words) {
    progress.accept(words);
  }
}
