package io.daybook.storage.sqlite;

import io.daybook.items.BodyCodec;
import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.StepCodec;
import io.daybook.ledger.SubjectId;
import io.daybook.storage.SortableInstant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The ledger of one book in SQLite. */
final class SqliteLedger implements LedgerStore {
  private static final String READ =
      "SELECT body FROM step WHERE book = ? AND subject = ? ORDER BY number";
  private static final String FIND =
      "SELECT body FROM step WHERE book = ? AND subject = ? AND number = ?";
  private static final String INSERT =
      "INSERT INTO step (book, subject, number, recorded_at, day, body) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String TELL = "INSERT INTO outbox (step) VALUES (last_insert_rowid())";
  private static final String DAY =
      "SELECT body FROM step WHERE book = ? AND day = ? AND recorded_at <= ? ORDER BY recorded_at";

  /** Later than any instant's text. */
  private static final String EVER = "~";

  /** Jumps from day to day in the index, however many entries each has. */
  private static final String DAYS =
      """
      WITH RECURSIVE known (day) AS (
        SELECT min(day) FROM step WHERE book = ?1 AND day IS NOT NULL
        UNION ALL
        SELECT (SELECT min(day) FROM step WHERE book = ?1 AND day > known.day) FROM known WHERE known.day IS NOT NULL)
      SELECT day FROM known WHERE day IS NOT NULL
      """;

  private final Book book;
  private final Database database;
  private final Clock clock;

  SqliteLedger(Book book, Database database, Clock clock) {
    this.book = book;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public List<Step> read(SubjectId subject) {
    return database.read(
        book + "/" + subject,
        session -> session.list(READ, SqliteLedger::step, book.name(), subject.toString()));
  }

  @Override
  public Append append(Step step) {
    byte[] body = BodyCodec.STEP.encode(StepCodec.encode(step));
    return database.write(
        "step " + step.number() + " of " + book + "/" + step.subject(),
        session -> append(step, body, session));
  }

  private Append append(Step step, byte[] body, Session session) throws SQLException {
    // Looked at under the lock, so that no waiting lies between this and the write.
    if (LedgerStore.stale(step, clock.instant())) {
      return new Append.Stale();
    }
    String subject = step.subject().toString();
    Optional<Step> stored =
        session.first(FIND, SqliteLedger::step, book.name(), subject, step.number());
    if (stored.isPresent()) {
      return stored.get().sameContent(step) ? new Append.Appended() : new Append.Lost();
    }
    Optional<String> day = step.entry().map(entry -> entry.day().toString());
    String recordedAt = SortableInstant.text(step.recordedAt());
    session.update(INSERT, book.name(), subject, step.number(), recordedAt, day, body);
    session.update(TELL);
    return new Append.Appended();
  }

  @Override
  public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
    String until = knownAt.map(SortableInstant::text).orElse(EVER);
    return database
        .read(
            book + " on " + day,
            session -> session.list(DAY, SqliteLedger::step, book.name(), day.toString(), until))
        .stream()
        .sorted(Step.BY_RECORDING)
        .toList();
  }

  @Override
  public SortedSet<LocalDate> days() {
    return database.read(
        "days of " + book,
        session -> session.sorted(DAYS, row -> LocalDate.parse(row.getString(1)), book.name()));
  }

  private static Step step(ResultSet row) throws SQLException {
    return StepCodec.decode(BodyCodec.decode(row.getBytes(1)));
  }
}
