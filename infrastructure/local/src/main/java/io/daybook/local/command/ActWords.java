package io.daybook.local.command;

import io.daybook.books.acts.Checklist;
import io.daybook.books.acts.Reposting;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the verbs of people's acts read and print. */
final class ActWords {
  private ActWords() {}

  static YearMonth month(String text) throws Complaint {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException wrong) {
      throw new Complaint("The period is '" + text + "', expected a month such as 2026-10.");
    }
  }

  static LocalDate day(String option, String text) throws Complaint {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw new Complaint(option + " is '" + text + "', expected a date such as 2026-10-31.");
    }
  }

  static Optional<Instant> known(@Nullable String text) throws Complaint {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeException wrong) {
      throw new Complaint(
          "--known-at is '" + text + "', expected an instant such as 2026-11-12T09:00:00Z.");
    }
  }

  /** How many of something whose plural ends in s, such as {@code 1 line} or {@code 1,200 lines}. */
  static String count(int many, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", many, one, many == 1 ? "" : "s");
  }

  static String of(Checklist checklist) {
    return "Checklist of "
        + checklist.period()
        + System.lineSeparator()
        + checklist.items().stream()
            .map(item ->
                String.format("  %-8s %-18s %s", item.standing(), item.what(), item.words()))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  static String of(Reposting.Preview preview) {
    StringBuilder words = new StringBuilder();
    preview
        .entries()
        .forEach((subject, entries) -> {
          words.append(subject).append(System.lineSeparator());
          entries.forEach(entry -> words.append(of(entry)).append(System.lineSeparator()));
        });
    return words.toString();
  }

  static String of(Entry entry) {
    return entry.day()
        + "  "
        + entry.memo()
        + System.lineSeparator()
        + entry.legs().stream()
            .map(ActWords::of)
            .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String of(Leg leg) {
    return String.format(
        "    %-26s %-40s %18s",
        leg.account() + leg.own().map(own -> " > " + own).orElse(""),
        ChartOfAccounts.name(leg.account()),
        new Money(leg.minor(), leg.currency()).words());
  }
}
