package io.daybook.simulation.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums by day and account number, debit positive; accounts that are kept apart by name are added up. */
public final class Sheet {
  private final SortedMap<String, Long> sums = new TreeMap<>();

  /** Adds an amount; a negative one is a credit. */
  public Sheet debit(LocalDate day, int account, long minor) {
    sums.merge(day + " " + account, minor, Math::addExact);
    return this;
  }

  Sheet debit(Instant at, int account, long minor) {
    return debit(Names.day(at), account, minor);
  }

  Sheet credit(LocalDate day, int account, long minor) {
    return debit(day, account, -minor);
  }

  Sheet credit(Instant at, int account, long minor) {
    return debit(at, account, -minor);
  }

  /** What is not zero, such as {@code 2026-01-05 4000} to -1250. */
  public SortedMap<String, Long> sums() {
    SortedMap<String, Long> result = new TreeMap<>(sums);
    result.values().removeIf(minor -> minor == 0);
    return result;
  }
}
