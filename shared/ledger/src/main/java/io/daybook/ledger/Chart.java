package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts under which a book is shown: names of the default chart, a mapping to the accountant's own accounts, and
 * whether entries keep their dimensions. What is posted where is never its business: that goes by the default chart.
 *
 * @param preset whose names the default accounts bear
 * @param dimensions whether entries keep them
 * @param mapping to the accountant's own accounts, until a day says otherwise; may be empty
 * @param dated the mappings from a day on, by that day (decision 42)
 */
public record Chart(
    ChartPreset preset,
    Keeping dimensions,
    Mapping mapping,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<LocalDate, Mapping> dated) {
  /** Whether entries keep their dimensions. */
  public enum Keeping {
    /** They do. */
    KEPT,
    /** They do not: rules of a time when entries had none, so that nothing of then is posted again. */
    NONE
  }

  /** A chart with one mapping for every day. */
  public Chart(ChartPreset preset, Keeping dimensions, Mapping mapping) {
    this(preset, dimensions, mapping, new TreeMap<>());
  }

  /** Copies the map. */
  public Chart {
    dated = Collections.unmodifiableSortedMap(new TreeMap<>(dated));
  }

  /** What a book starts with. */
  public static Chart standard() {
    return new Chart(ChartPreset.US_GAAP, Keeping.KEPT, Mapping.none());
  }

  /** What a book was kept by before there were charts. */
  public static Chart beforeCharts() {
    return new Chart(ChartPreset.US_GAAP, Keeping.NONE, Mapping.none());
  }

  /** The mapping that holds for what began on a day. */
  public Mapping mappingOn(LocalDate day) {
    SortedMap<LocalDate, Mapping> begun = begunOn(day);
    return begun.isEmpty() ? mapping : begun.sequencedValues().getLast();
  }

  /** Since when the mapping of a day holds; absent if from the beginning. */
  public Optional<LocalDate> since(LocalDate day) {
    SortedMap<LocalDate, Mapping> begun = begunOn(day);
    return begun.isEmpty() ? Optional.empty() : Optional.of(begun.lastKey());
  }

  /** All its mappings, that of the latest day first. */
  public List<Mapping> mappings() {
    List<Mapping> all = new ArrayList<>();
    all.add(mapping);
    all.addAll(dated.values());
    return List.copyOf(all.reversed());
  }

  /**
   * The same chart under names, with a mapping that holds from a day on, until the next that is set from a later one. Without
   * a day it holds for every day until one to come: it takes the place of those that have begun.
   *
   * @param today which day it is
   */
  public Chart changed(
      ChartPreset names, Optional<LocalDate> from, LocalDate today, Mapping other) {
    if (from.isPresent()) {
      SortedMap<LocalDate, Mapping> all = new TreeMap<>(dated);
      all.put(from.get(), other);
      return new Chart(names, Keeping.KEPT, mapping, all);
    }
    return new Chart(names, Keeping.KEPT, other, dated.tailMap(today.plusDays(1)));
  }

  private SortedMap<LocalDate, Mapping> begunOn(LocalDate day) {
    return dated.headMap(day.plusDays(1));
  }
}
