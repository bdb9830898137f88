package io.daybook.storage.sqlite;

import io.daybook.items.BodyCodec;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import io.daybook.storage.SortableInstant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The inbox of one book in SQLite. */
final class SqliteInbox implements InboxStore {
  private static final String INSERT =
      """
      INSERT OR IGNORE INTO message (book, connection, day, digest, received_at, via, topic, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String TELL = "INSERT INTO outbox (message) VALUES (last_insert_rowid())";
  private static final String FIND =
      "SELECT "
          + MessageRow.COLUMNS
          + " FROM message WHERE book = ? AND connection = ? AND day = ? AND digest = ?"
          + MessageRow.NOT_ERASED;
  private static final String DAY =
      "SELECT "
          + MessageRow.COLUMNS
          + " FROM message WHERE book = ? AND connection = ? AND day = ?"
          + MessageRow.NOT_ERASED
          + " ORDER BY digest";
  private static final String RECEIPTS =
      "SELECT digest, received_at, via, topic FROM message"
          + " WHERE book = ? AND connection = ? AND day = ? ORDER BY digest";
  private static final String COUNT =
      "SELECT count(*) FROM message WHERE book = ? AND connection = ? AND day = ?";

  private static final String ERASE =
      "UPDATE message SET body = x'' WHERE book = ? AND connection = ? AND day = ? AND digest = ?";

  /** Jumps from day to day in the key, however many messages each has. */
  private static final String DAYS =
      """
      WITH RECURSIVE known (day) AS (
        SELECT min(day) FROM message WHERE book = ?1 AND connection = ?2
        UNION ALL
        SELECT (SELECT min(day) FROM message WHERE book = ?1 AND connection = ?2 AND day > known.day)
        FROM known WHERE known.day IS NOT NULL)
      SELECT day FROM known WHERE day IS NOT NULL
      """;

  private static final String CONNECTIONS =
      """
      WITH RECURSIVE known (connection) AS (
        SELECT min(connection) FROM message WHERE book = ?1
        UNION ALL
        SELECT (SELECT min(connection) FROM message WHERE book = ?1 AND connection > known.connection)
        FROM known WHERE known.connection IS NOT NULL)
      SELECT connection FROM known WHERE connection IS NOT NULL
      """;

  private final Book book;
  private final Database database;

  SqliteInbox(Book book, Database database) {
    this.book = book;
    this.database = database;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public Put put(Message message) {
    MessageId id = message.id();
    byte[] body = BodyCodec.MESSAGE.encode(message.body().toArray());
    return database.write(
        book + "/" + id,
        session -> {
          int kept =
              session.update(
                  INSERT,
                  book.name(),
                  id.connection().value(),
                  id.day().toString(),
                  id.digest(),
                  SortableInstant.text(message.receivedAt()),
                  message.via().name(),
                  message.topic(),
                  body);
          if (kept == 0) {
            return Put.DUPLICATE;
          }
          session.update(TELL);
          session.update(Schema.NAME_BOOK, book.name());
          return Put.KEPT;
        });
  }

  @Override
  public Optional<Message> get(MessageId id) {
    return database.read(
        book + "/" + id,
        session ->
            session.first(
                FIND,
                MessageRow::read,
                book.name(),
                id.connection().value(),
                id.day().toString(),
                id.digest()));
  }

  @Override
  public List<Message> day(ConnectionName connection, LocalDate day) {
    return database.read(
        book + "/" + connection + "/" + day,
        session ->
            session.list(DAY, MessageRow::read, book.name(), connection.value(), day.toString()));
  }

  @Override
  public List<Receipt> receipts(ConnectionName connection, LocalDate day) {
    return database.read(
        book + "/" + connection + "/" + day,
        session ->
            session.list(
                RECEIPTS,
                row ->
                    new Receipt(
                        new MessageId(connection, day, row.getString(1)),
                        Instant.parse(row.getString(2)),
                        Message.Via.valueOf(row.getString(3)),
                        row.getString(4)),
                book.name(),
                connection.value(),
                day.toString()));
  }

  @Override
  public int count(ConnectionName connection, LocalDate day) {
    return database.read(
        book + "/" + connection + "/" + day,
        session ->
            session
                .first(COUNT, row -> row.getInt(1), book.name(), connection.value(), day.toString())
                .orElse(0));
  }

  @Override
  public SortedSet<LocalDate> days(ConnectionName connection) {
    return database.read(
        "days of " + book + "/" + connection,
        session ->
            session.sorted(
                DAYS, row -> LocalDate.parse(row.getString(1)), book.name(), connection.value()));
  }

  @Override
  public SortedSet<ConnectionName> connections() {
    return database.read(
        "connections of " + book,
        session ->
            session.sorted(CONNECTIONS, row -> new ConnectionName(row.getString(1)), book.name()));
  }

  @Override
  public void erase(Collection<MessageId> messages) {
    if (messages.isEmpty()) {
      return;
    }
    int _ =
        database.write(
            "erasure in " + book,
            session -> {
              int erased = 0;
              for (MessageId id : messages) {
                erased +=
                    session.update(
                        ERASE,
                        book.name(),
                        id.connection().value(),
                        id.day().toString(),
                        id.digest());
              }
              return erased;
            });
    database.emptyLog();
  }
}
