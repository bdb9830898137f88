package io.daybook.bench.report;

import java.util.Locale;

/** What stands in a table's cell. */
public sealed interface Cell {
  /** As people read it. */
  String text();

  /** As scripts read it. */
  Object value();

  /** Words. */
  record Words(String text) implements Cell {
    @Override
    public Object value() {
      return text;
    }
  }

  /** A whole number. */
  record Count(long count) implements Cell {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "%,d", count);
    }

    @Override
    public Object value() {
      return count;
    }
  }

  /** Something measured, shown with so many decimals. */
  record Measure(double measured, int decimals) implements Cell {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "%,." + decimals + "f", measured);
    }

    @Override
    public Object value() {
      return measured;
    }
  }

  /** How many times something else. */
  record Ratio(double ratio) implements Cell {
    @Override
    public String text() {
      return String.format(Locale.ROOT, "%.2f×", ratio);
    }

    @Override
    public Object value() {
      return ratio;
    }
  }

  /** Nothing to say here. */
  record Empty() implements Cell {
    @Override
    public String text() {
      return "–";
    }

    @Override
    public Object value() {
      return "";
    }
  }

  /** Words. */
  static Cell of(String words) {
    return new Words(words);
  }

  /** A whole number. */
  static Cell of(long count) {
    return new Count(count);
  }

  /** Nanoseconds, shown as milliseconds. */
  static Cell millis(long nanos) {
    return new Measure(nanos / 1e6, 1);
  }
}
