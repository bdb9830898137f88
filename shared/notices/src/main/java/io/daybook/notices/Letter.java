package io.daybook.notices;

import io.daybook.ledger.Book;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What goes to a place at once: one notice or several of a book.
 *
 * @param id the same whenever the same is told again to the same place, so that a receiver can drop the second
 * @param book whose notices they are
 * @param at when it was written
 * @param subject one line
 * @param text for people
 * @param notices for programs
 */
public record Letter(
    String id, Book book, Instant at, String subject, String text, List<Told> notices) {
  /** Copies the list. */
  public Letter {
    subject = PlainLine.of(subject);
    notices = List.copyOf(notices);
  }

  /**
   * A notice in a letter.
   *
   * @param kind its code, or {@code test}
   * @param state {@code new}, {@code changed}, {@code reminder} or {@code settled}
   * @param amount such as {@code -17.27 USD}
   * @param link where the portal shows it: a path, or an address if the hub knows its own
   */
  public record Told(
      String kind,
      String state,
      String subject,
      String headline,
      List<String> details,
      Optional<String> amount,
      Instant since,
      String link) {
    /** Copies the list. */
    public Told {
      details = List.copyOf(details);
    }
  }
}
