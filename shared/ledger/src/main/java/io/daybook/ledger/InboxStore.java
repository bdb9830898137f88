package io.daybook.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The inbox of one book: put only, never updated. */
public interface InboxStore {
  /** What became of a put. */
  enum Put {
    /** Durably kept. */
    KEPT,
    /** The same bytes were kept on the same day before. */
    DUPLICATE
  }

  /** The book that this handle reads and writes. */
  Book book();

  /** Keeps a message. When this returns, it survives a crash. */
  Put put(Message message);

  /** A message by its place. */
  Optional<Message> get(MessageId id);

  /** The messages of a connection received on a day, by digest. What was kept a moment ago may be missing. */
  List<Message> day(ConnectionName connection, LocalDate day);

  /**
   * What is known of the messages of a connection received on a day without their bodies, by digest. May lag by seconds. A
   * form of storage that can should not read the bodies.
   */
  default List<Receipt> receipts(ConnectionName connection, LocalDate day) {
    return day(connection, day).stream().map(Receipt::of).toList();
  }

  /** How many messages a connection received on a day, without reading them; likewise. */
  int count(ConnectionName connection, LocalDate day);

  /** The days on which a connection may have received something; holds every day before its first message is kept. */
  SortedSet<LocalDate> days(ConnectionName connection);

  /** The connections (those that reconciliation and people use included) that may have received something. */
  SortedSet<ConnectionName> connections();
}
