package io.daybook.notices;

import io.daybook.ledger.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What sweeps found and no webhook had told, a notice a connection and day. */
public final class MissedNotices {
  /** So many days it is told of; then it is history. */
  public static final int DAYS = 3;

  private static final int SHOWN = 5;

  private MissedNotices() {}

  /**
   * One for each connection and day.
   *
   * @param today UTC
   */
  public static List<Notice> of(Book book, List<Missed.Day> missed, LocalDate today) {
    return missed.stream()
        .filter(day -> day.count() > 0 && day.day().isAfter(today.minusDays(DAYS)))
        .map(day -> notice(book, day))
        .toList();
  }

  private static Notice notice(Book book, Missed.Day day) {
    List<String> last =
        day.last().subList(Math.max(0, day.last().size() - SHOWN), day.last().size());
    return new Notice(
        NoticeKind.MISSED_MESSAGES,
        book,
        day.connection() + "/" + day.day(),
        (day.count() == 1 ? "1 message" : day.count() + " messages")
            + " from "
            + day.connection()
            + " on "
            + day.day()
            + " (UTC) came by sweep and by no webhook",
        List.of(
            "The last of them: " + String.join(", ", last) + ".",
            "They are in the books: the sweep brought them. Only their webhooks are missing.",
            "Next: a few a month are usual. If the number grows, look at the platform's list of"
                + " webhook subscriptions and its log of failed deliveries, and at the metric"
                + " NotKept."),
        Optional.empty(),
        Notice.measure(day.count()),
        Optional.empty(),
        Paths.operations());
  }
}
