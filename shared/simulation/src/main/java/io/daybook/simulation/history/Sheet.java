package io.daybook.simulation.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums by day and account number, debit positive; accounts that are kept apart by name are added up. What has no day of its
 * own stands under a name instead.
 */
public final class Sheet {
  private final SortedMap<String, Long> sums = new TreeMap<>();

  /** Adds an amount; a negative one is a credit. */
  public Sheet debit(LocalDate day, int account, long minor) {
    return debit(day.toString(), account, minor);
  }

  /** Adds an amount that is not compared by day. */
  public Sheet debit(String name, int account, long minor) {
    sums.merge(name + " " + account, minor, Math::addExact);
    return this;
  }

  /** The number of an account such as {@code 1010:stripe}. */
  static int number(String account) {
    return Integer.parseInt(account.substring(0, 4));
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
