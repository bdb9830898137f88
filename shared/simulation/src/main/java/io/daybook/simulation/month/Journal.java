package io.daybook.simulation.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A plain journal: days, accounts, amounts. Every page of it must balance. */
final class Journal {
  /** One amount on one account, debit positive. */
  record Posting(LocalDate day, String account, String reference, long minor) {}

  private final List<Posting> postings = new ArrayList<>();

  /** One event's postings, to be closed when they balance. */
  final class Page {
    private final String what;
    private final LocalDate day;
    private long balance;

    private Page(String what, LocalDate day) {
      this.what = what;
      this.day = day;
    }

    Page debit(String account, String reference, long minor) {
      balance += minor;
      postings.add(new Posting(day, account, reference, minor));
      return this;
    }

    Page credit(String account, String reference, long minor) {
      return debit(account, reference, -minor);
    }

    void close() {
      if (balance != 0) {
        throw new IllegalStateException(what + " on " + day + " is out of balance by " + balance);
      }
    }
  }

  Page page(String what, LocalDate day) {
    return new Page(what, day);
  }

  List<Posting> postings() {
    return postings;
  }

  /** Balances by account and reference, joined by a bar; those at zero left out. */
  Map<String, Long> open(Predicate<Posting> which) {
    Map<String, Long> open = new TreeMap<>();
    postings.stream()
        .filter(which)
        .forEach(posting ->
            open.merge(posting.account() + "|" + posting.reference(), posting.minor(), Long::sum));
    open.values().removeIf(minor -> minor == 0);
    return open;
  }
}
