package io.daybook.storage.sqlite;

import io.daybook.items.BodyCodec;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.StepCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The outbox, in the order of transactions; a place is a row's number. */
final class SqliteFeed implements ChangeFeed {
  private static final String START = "0";
  private static final String READ =
      "SELECT "
          + MessageRow.COLUMNS
          + """
          , message.book, step.book, step.body, outbox.place
          FROM outbox
          LEFT JOIN message ON message.id = outbox.message
          LEFT JOIN step ON step.id = outbox.step
          WHERE outbox.place > ? ORDER BY outbox.place LIMIT ?
          """;
  private static final String LAST = "SELECT coalesce(max(place), 0) FROM outbox";

  private final Database database;

  SqliteFeed(Database database) {
    this.database = database;
  }

  @Override
  public String start() {
    return START;
  }

  @Override
  public Batch read(String place, int max) {
    if (!place.matches("[0-9]{1,18}") || max < 1) {
      throw new IllegalArgumentException("cannot read " + max + " changes after '" + place + "'");
    }
    long after = Long.parseLong(place);
    List<Told> told =
        database.read("outbox", session -> session.list(READ, SqliteFeed::told, after, max));
    if (told.isEmpty() && after > last()) {
      throw new IllegalArgumentException(
          "place " + place + " is of another file: this one's outbox ends before it");
    }
    String next = told.isEmpty() ? place : Long.toString(told.getLast().place());
    return new Batch(told.stream().flatMap(one -> one.change().stream()).toList(), next);
  }

  private long last() {
    return database.read(
        "outbox", session -> session.first(LAST, row -> row.getLong(1)).orElse(0L));
  }

  /** A message that was erased keeps its place and is told to nobody any more. */
  private record Told(long place, Optional<Change> change) {}

  private static Told told(ResultSet row) throws SQLException {
    String book = row.getString(6);
    if (book == null) {
      return new Told(
          row.getLong(9),
          Optional.of(
              new Change.Appended(
                  new Book(row.getString(7)),
                  StepCodec.decode(BodyCodec.decode(row.getBytes(8))))));
    }
    return new Told(
        row.getLong(9),
        row.getBytes(5).length == 0
            ? Optional.empty()
            : Optional.of(new Change.Received(new Book(book), MessageRow.read(row))));
  }
}
