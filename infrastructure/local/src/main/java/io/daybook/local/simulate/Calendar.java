package io.daybook.local.simulate;

import io.daybook.simulation.history.Habits;
import io.daybook.simulation.history.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was in force when, as the judge noted it: closed months and rules. */
final class Calendar {
  /** Which months took no entries from an instant on. */
  private record Noted(Instant from, Set<YearMonth> closed) {}

  private record Ruled(Instant from, int version, Habits habits) {}

  private static final YearMonth FIRST = YearMonth.from(Names.day(Names.START));

  private final Set<YearMonth> closed = new HashSet<>();
  private final SortedMap<YearMonth, String> locks = new TreeMap<>();
  private final SortedMap<YearMonth, String> activities = new TreeMap<>();
  private final List<Noted> noted = new ArrayList<>(List.of(new Noted(Instant.MIN, Set.of())));
  private final List<Ruled> rules = new ArrayList<>();

  void fenced(YearMonth month) {
    closed.add(month);
  }

  /**
   * A month was locked. Its balances can only be held to those of the lock if no earlier month is open, which the hub
   * allows with a reason; what counts in the month itself can in any case.
   */
  void locked(YearMonth month, String balances, String activity) {
    activities.put(month, activity);
    boolean allEarlier = true;
    for (YearMonth one = FIRST; one.isBefore(month); one = one.plusMonths(1)) {
      allEarlier &= closed.contains(one);
    }
    if (allEarlier) {
      locks.put(month, balances);
    }
  }

  void reopened(YearMonth month) {
    closed.remove(month);
    activities.remove(month);
    locks.keySet().removeIf(locked -> !locked.isBefore(month));
  }

  /** The balances with which months were locked that are closed, and before which none is open. */
  Map<YearMonth, String> locks() {
    return locks;
  }

  /** What counted in each closed month when it was locked. */
  Map<YearMonth, String> activities() {
    return activities;
  }

  boolean takesEntries(YearMonth month) {
    return !closed.contains(month);
  }

  /** What holds now holds from now on. */
  void note(Instant now) {
    if (!noted.getLast().closed().equals(closed)) {
      noted.add(new Noted(now, Set.copyOf(closed)));
    }
  }

  /** On which day something counts that was recorded then and belongs to a day. */
  LocalDate counts(LocalDate day, Instant recorded) {
    Set<YearMonth> then = Set.of();
    for (Noted one : noted) {
      if (one.from().isBefore(recorded)) {
        then = one.closed();
      }
    }
    YearMonth month = YearMonth.from(day);
    if (!then.contains(month)) {
      return day;
    }
    while (then.contains(month)) {
      month = month.plusMonths(1);
    }
    return month.atDay(1);
  }

  void ruled(Instant from, int version, Habits habits) {
    rules.add(new Ruled(from, version, habits));
  }

  /** The version of the rules that was in force. */
  int version(Instant at) {
    return rules.stream()
        .filter(one -> one.from().isBefore(at))
        .reduce((_, later) -> later)
        .map(Ruled::version)
        .orElse(1);
  }

  /** How books are kept by a version of the rules. */
  Habits habits(int version) {
    return rules.stream()
        .filter(one -> one.version() == version)
        .findFirst()
        .map(Ruled::habits)
        .orElseGet(Habits::standard);
  }

  /** Whether anything ever waits for a month to be opened again. */
  boolean anythingWaits() {
    return rules.stream().anyMatch(one -> one.habits().late() == Habits.Late.WAIT);
  }

  /** The months that are closed, newest first. */
  List<YearMonth> closed() {
    return closed.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /** Whether every month that a range of days touches takes entries. */
  boolean open(LocalDate from, LocalDate to) {
    return closed.stream()
        .noneMatch(
            month -> !month.isBefore(YearMonth.from(from)) && !month.isAfter(YearMonth.from(to)));
  }
}
