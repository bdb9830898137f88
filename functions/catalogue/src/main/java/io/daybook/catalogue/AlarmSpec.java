package io.daybook.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * An alarm: a number that is looked at in periods, and where it becomes somebody's business.
 *
 * @param name as it appears in the alarm's name, after the stage
 * @param meaning what has happened, for whoever is woken, in one sentence
 * @param watched the number
 * @param above it sounds when the number is greater than this
 * @param period of one look
 * @param looks how many looks in a row must agree
 */
public record AlarmSpec(
    String name, String meaning, Watched watched, long above, Duration period, int looks) {
  /** A number that AWS or a function counts. No sample means nothing happened, hence no alarm. */
  public sealed interface Watched {
    /**
     * What functions measured themselves, taken together.
     *
     * @param functions those that measure it
     */
    record Measured(Metric metric, List<String> functions, Statistic statistic) implements Watched {
      /** Copies the list. */
      public Measured {
        functions = List.copyOf(functions);
      }
    }

    /** What Lambda counts of a function, by the name of its metric. */
    record OfFunction(String function, String metric, Statistic statistic) implements Watched {}

    /** Calls of a table that AWS turned away, by the name of the metric, over the operations that functions use. */
    record OfTable(Table table, String metric, List<String> operations) implements Watched {
      /** Copies the list. */
      public OfTable {
        operations = List.copyOf(operations);
      }
    }

    /** Objects that came into a bucket. */
    record ObjectsPut(Bucket bucket) implements Watched {}

    /** Calls that the scheduler could not hand over. */
    record DroppedSchedules() implements Watched {}
  }

  /** How the samples of a period become one number. */
  public enum Statistic {
    /** Added up. */
    SUM,
    /** The largest. */
    MAXIMUM
  }
}
