package io.daybook.bench.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts what is asked of the tables, by who asks, which table and what. Safe for several threads. */
public final class Meter {
  /**
   * Whose requests, and which.
   *
   * @param phase what the hub was doing, such as {@code post}
   * @param table without prefix and generation
   * @param operation such as {@code PutItem}
   */
  public record Line(String phase, String table, String operation) {
    static final Comparator<Line> ORDER =
        Comparator.comparing(Line::phase).thenComparing(Line::table).thenComparing(Line::operation);
  }

  /**
   * An item that was put for the first time.
   *
   * @param kind of the ledger's subject or the state's item; empty in the inbox
   * @param bytes of the item
   * @param indexBytes of its image in the index, 0 if it has none
   */
  public record Stored(String phase, String table, String kind, long bytes, long indexBytes) {}

  private final SortedMap<Line, Usage> usage = new TreeMap<>(Line.ORDER);
  private final List<Stored> stored = new ArrayList<>();
  private String phase = "";

  /** Says what the hub does from now on. */
  public synchronized void phase(String name) {
    phase = name;
  }

  synchronized void count(String table, String operation, Usage used) {
    usage.merge(new Line(phase, table, operation), used, Usage::plus);
  }

  synchronized void stored(String table, String kind, long bytes, long indexBytes) {
    stored.add(new Stored(phase, table, kind, bytes, indexBytes));
  }

  /** All that was counted. */
  public synchronized SortedMap<Line, Usage> usage() {
    return new TreeMap<>(usage);
  }

  /** All items that were put for the first time. */
  public synchronized List<Stored> stored() {
    return List.copyOf(stored);
  }

  /** What some lines come to together. */
  public synchronized Usage sum(Predicate<Line> lines) {
    return usage.entrySet().stream()
        .filter(line -> lines.test(line.getKey()))
        .map(line -> line.getValue())
        .reduce(Usage.NONE, Usage::plus);
  }
}
