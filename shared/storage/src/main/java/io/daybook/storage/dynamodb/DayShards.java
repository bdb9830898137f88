package io.daybook.storage.dynamodb;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Over how many partitions of the index an accounting day is spread: a dated property of a book, for one partition takes
 * about 1,000 writes a second. The number for a day must never change once the day has an entry.
 */
public final class DayShards {
  /** What a book has that nobody calls hot. */
  public static final DayShards ONE = new DayShards(Map.of());

  private final TreeMap<LocalDate, Integer> from;

  /** From which accounting day on how many; one before the first. */
  public DayShards(Map<LocalDate, Integer> from) {
    this.from = new TreeMap<>(from);
    if (this.from.values().stream().anyMatch(shards -> shards < 1)) {
      throw new IllegalArgumentException("shards are " + from + ", expected at least 1 each");
    }
  }

  /** How many a day has. */
  public int count(LocalDate day) {
    Map.Entry<LocalDate, Integer> since = from.floorEntry(day);
    return since == null ? 1 : since.getValue();
  }

  /** The shard of a subject's entries on a day. {@code String.hashCode} is specified, hence the same everywhere. */
  int of(LocalDate day, String subject) {
    return Math.floorMod(subject.hashCode(), count(day));
  }
}
