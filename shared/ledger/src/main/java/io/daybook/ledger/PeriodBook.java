package io.daybook.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The periods of a book: which months are fenced or closed. What it read is used for at most {@link #MAX_AGE}; a fence
 * holds for certain only after {@link #FENCE_HOLDS_AFTER}.
 */
public final class PeriodBook {
  /** How long what was read is believed: reading it for every message would cost more than it. */
  public static final Duration MAX_AGE = Duration.ofSeconds(10);

  /**
   * How long after a fence was put up an entry made before it may still land: what was read may be {@link #MAX_AGE} old, a
   * step may be {@link LedgerStore#MAX_STAMP_AGE} old when it is written, and clocks differ.
   */
  public static final Duration FENCE_HOLDS_AFTER =
      MAX_AGE.plus(LedgerStore.MAX_STAMP_AGE).plus(Duration.ofSeconds(20));

  private static final ObjectMapper MAPPER = FactJson.mapper();

  private record Known(SortedMap<YearMonth, PeriodState> states, Instant readAt) {}

  private final StateStore state;
  private final Clock clock;
  private volatile Known known = new Known(new TreeMap<>(), Instant.MIN);

  /** The periods in a book's state. */
  public PeriodBook(StateStore state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** The months that were ever fenced, closed or opened again, read now. */
  public SortedMap<YearMonth, PeriodState> states() {
    Instant now = clock.instant();
    SortedMap<YearMonth, PeriodState> states = new TreeMap<>();
    for (StateStore.Item item : state.list(StateStore.Kind.PERIOD)) {
      states.put(YearMonth.parse(item.id()), read(item));
    }
    known = new Known(states, now);
    return states;
  }

  /**
   * On which day something counts that belongs to a day: on it, or, if its month or a later one is closed, on the first day
   * of the first open month. Months close in order: an earlier one that nobody closed is closed with those after it.
   */
  public LocalDate countsOn(LocalDate day) {
    return closedThrough(recent())
        .filter(last -> !YearMonth.from(day).isAfter(last))
        .map(last -> last.plusMonths(1).atDay(1))
        .orElse(day);
  }

  /** The last month that is fenced or closed, read now: nothing counts in it, or before it, any more. */
  public Optional<YearMonth> closedThrough() {
    return closedThrough(states());
  }

  private static Optional<YearMonth> closedThrough(SortedMap<YearMonth, PeriodState> states) {
    return states.entrySet().stream()
        .filter(month -> !month.getValue().takesEntries())
        .map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  private SortedMap<YearMonth, PeriodState> recent() {
    Known read = known;
    return read.readAt().isAfter(clock.instant().minus(MAX_AGE)) ? read.states() : states();
  }

  /** Notes how a month stands, unless something later is noted of it; what was read before is not believed any more. */
  public void note(YearMonth month, PeriodState change) {
    String json = write(change);
    boolean noted = false;
    while (!noted) {
      var before = state.get(StateStore.Kind.PERIOD, month.toString());
      noted =
          before.filter(item -> !read(item).at().isBefore(change.at())).isPresent()
              || state.put(
                  new StateStore.Write(
                      StateStore.Kind.PERIOD,
                      month.toString(),
                      before.map(StateStore.Item::version).orElse(0L),
                      json));
    }
    known = new Known(new TreeMap<>(), Instant.MIN);
  }

  private static PeriodState read(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), PeriodState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("period " + item.id() + " cannot be read", e);
    }
  }

  private static String write(PeriodState change) {
    try {
      return MAPPER.writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the state of a period cannot be written", e);
    }
  }
}
