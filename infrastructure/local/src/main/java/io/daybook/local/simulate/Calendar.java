package io.daybook.local.simulate;

import io.daybook.simulation.history.Habits;
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

  /** Habits that a version of the rules brought, and from which day on they count. */
  private record Ruled(Instant from, int version, LocalDate day, Habits habits) {}

  private final Set<YearMonth> closed = new HashSet<>();
  private final SortedMap<YearMonth, String> locks = new TreeMap<>();
  private final SortedMap<YearMonth, String> activities = new TreeMap<>();
  private final List<Noted> noted = new ArrayList<>(List.of(new Noted(Instant.MIN, Set.of())));
  private final List<Ruled> rules = new ArrayList<>();

  void fenced(YearMonth month) {
    closed.add(month);
  }

  void locked(YearMonth month, String balances, String activity) {
    activities.put(month, activity);
    locks.put(month, balances);
  }

  void reopened(YearMonth month) {
    closed.remove(month);
    activities.remove(month);
    locks.remove(month);
  }

  /** The balances with which months were locked that are closed. */
  Map<YearMonth, String> locks() {
    return locks;
  }

  /** What counted in each closed month when it was locked. */
  Map<YearMonth, String> activities() {
    return activities;
  }

  boolean takesEntries(YearMonth month) {
    return takesEntries(closed, month);
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
    if (takesEntries(then, month)) {
      return day;
    }
    while (!takesEntries(then, month)) {
      month = month.plusMonths(1);
    }
    return month.atDay(1);
  }

  /** Months close in order: with one, all before it. */
  private static boolean takesEntries(Set<YearMonth> closed, YearMonth month) {
    return closed.stream().allMatch(month::isAfter);
  }

  /** Habits count from a day on; the first ones from the beginning. */
  void ruled(Instant from, int version, LocalDate day, Habits habits) {
    rules.add(new Ruled(from, version, rules.isEmpty() ? LocalDate.MIN : day, habits));
  }

  /** Whether anybody has said how the books are kept. */
  boolean isRuled() {
    return !rules.isEmpty();
  }

  /** The version of the rules that was in force. */
  int version(Instant at) {
    return rules.stream()
        .filter(one -> one.from().isBefore(at))
        .reduce((_, later) -> later)
        .map(Ruled::version)
        .orElse(1);
  }

  /** How what began on a day is kept by a version of the rules. */
  Habits habits(int version, LocalDate day) {
    return rules.stream()
        .filter(one -> one.version() <= version && !one.day().isAfter(day))
        .reduce((_, later) -> later)
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
    return !to.isBefore(from) && takesEntries(closed, YearMonth.from(from));
  }
}
