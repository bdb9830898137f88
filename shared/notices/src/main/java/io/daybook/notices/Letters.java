package io.daybook.notices;

import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Writes letters of one book. */
final class Letters {
  private static final String INDENT = "   ";
  private static final int ID_DIGITS = 32;

  private final Book book;
  private final ZoneId zone;
  private final String portal;

  /**
   * A writer.
   *
   * @param portal the address that paths are put behind; empty if the hub does not know it
   */
  Letters(Book book, ZoneId zone, String portal) {
    this.book = book;
    this.zone = zone;
    this.portal = portal;
  }

  /** A letter to a place. */
  Letter write(Destination place, List<Due> due, Instant now) {
    List<Letter.Told> notices = due.stream().map(this::told).toList();
    return letter(id(place, due), notices, now);
  }

  /** A letter that says nothing but that letters arrive. */
  Letter test(Destination place, Instant now) {
    Letter.Told test =
        new Letter.Told(
            "test",
            Reason.NEW.code(),
            "test",
            "This is a test: notices of book " + book + " arrive here",
            List.of("Somebody asked for it with './daybook notices --test'. Nothing is wrong."),
            Optional.empty(),
            now,
            portal + Paths.operations());
    return letter(digest(List.of(place.text(), "test", now.toString())), List.of(test), now);
  }

  private Letter letter(String id, List<Letter.Told> notices, Instant now) {
    Letter.Told first = notices.getFirst();
    String subject =
        "[Daybook "
            + book
            + "] "
            + (notices.size() == 1 ? "" : notices.size() + " notices: ")
            + first.headline();
    return new Letter(id, book, now, subject, text(notices, now), notices);
  }

  private Letter.Told told(Due due) {
    Standing standing = due.standing();
    boolean over = due.reason() == Reason.SETTLED;
    return new Letter.Told(
        standing.kind().code(),
        due.reason().code(),
        standing.subject(),
        due.reason().prefix() + due.notice().map(Notice::headline).orElse(standing.headline()),
        over
            ? List.of("Nobody needs to do anything about it any more.")
            : due.notice().map(Notice::details).orElse(List.of()),
        standing.amount().map(Money::toString),
        standing.since(),
        due.notice().map(notice -> portal + notice.path()).orElse(portal + Paths.operations()));
  }

  private String text(List<Letter.Told> notices, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Book "
            + book
            + ", "
            + LocalTimes.of(now, zone)
            + (notices.size() == 1 ? ":" : ": " + notices.size() + " notices."));
    for (int index = 0; index < notices.size(); index++) {
      Letter.Told notice = notices.get(index);
      lines.add("");
      lines.add((notices.size() == 1 ? "" : (index + 1) + ". ") + notice.headline());
      lines.add(INDENT + "Since " + LocalTimes.of(notice.since(), zone) + ".");
      notice.details().forEach(detail -> lines.add(INDENT + detail));
      lines.add(INDENT + "See " + notice.link());
    }
    lines.add("");
    lines.add("What is told, to whom and when: './daybook notices'; docs/notices.md.");
    return String.join("\n", lines) + "\n";
  }

  private static String id(Destination place, List<Due> due) {
    List<String> parts = new ArrayList<>();
    parts.add(place.text());
    for (Due one : due) {
      Standing standing = one.standing();
      parts.add(standing.id());
      parts.add(one.reason().code());
      parts.add(standing.measure());
      parts.add(standing.firstSeen().toString());
      parts.add(
          Optional.ofNullable(standing.told().get(place.text()))
              .map(told -> told.at().toString())
              .orElse(""));
    }
    return digest(parts);
  }

  /** Each part with its length before it, so that no two lists of parts look alike. */
  private static String digest(List<String> parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
      }
      return HexFormat.of().formatHex(sha256.digest()).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
