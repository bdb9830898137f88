package io.daybook.notices;

import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody should be told of, as it stands now.
 *
 * @param kind what it is
 * @param book whose
 * @param subject what it is about; with the kind, its identity within the book
 * @param headline what is wrong, in a sentence of one line
 * @param details what was found, and what to do next; a line each
 * @param amount what is at stake, if it is money
 * @param measure how bad it is; when it changes, people are told again
 * @param since when it began, if that is known; else the run that first finds it counts as the beginning
 * @param path where the portal shows it
 */
public record Notice(
    NoticeKind kind,
    Book book,
    String subject,
    String headline,
    List<String> details,
    Optional<Money> amount,
    String measure,
    Optional<Instant> since,
    String path) {
  /** As long as an id in the state may be, with the kind before it. */
  static final int MAX_SUBJECT = 500;

  /** Makes every text one plain line. */
  public Notice {
    subject = PlainLine.of(subject, MAX_SUBJECT);
    headline = PlainLine.of(headline);
    details = details.stream().map(PlainLine::of).toList();
  }

  /** Its identity within the book. */
  String id() {
    return kind.code() + "/" + subject;
  }

  /**
   * The measure of a number that grows: each of the first four counts, then each doubling, so that a flood is told a few
   * times and not a thousand.
   */
  static String measure(int count) {
    return Integer.toString(count <= 4 ? count : Integer.highestOneBit(count));
  }
}
