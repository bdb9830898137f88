package io.daybook.notices;

import io.daybook.ledger.Book;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Months that have ended, have entries and are not closed. */
public final class CloseNotices {
  private CloseNotices() {}

  /**
   * One for each such month, since its end by the book's clock; how long after it people are told is their preference.
   *
   * @param days accounting days that have entries
   * @param closed months that are closed
   */
  public static List<Notice> of(
      Book book, SortedSet<LocalDate> days, Set<YearMonth> closed, Instant now, ZoneId zone) {
    YearMonth current = YearMonth.from(now.atZone(zone));
    return days.stream()
        .map(YearMonth::from)
        .distinct()
        .filter(month -> month.isBefore(current) && !closed.contains(month))
        .map(month -> notice(book, month, zone))
        .toList();
  }

  private static Notice notice(Book book, YearMonth month, ZoneId zone) {
    String name =
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    LocalDate end = month.plusMonths(1).atDay(1);
    return new Notice(
        NoticeKind.CLOSE_DUE,
        book,
        month.toString(),
        name + " is not closed",
        List.of(
            "The month ended on " + month.atEndOfMonth() + " and has entries.",
            "Until it is closed, late facts change its figures, and a statement handed out may"
                + " differ from one made later.",
            "Next: './daybook exceptions' shows what is open; settle it, then close the month."),
        Optional.empty(),
        "open",
        Optional.of(end.atStartOfDay(zone).toInstant()),
        Paths.periods(book));
  }
}
