package io.daybook.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The inbox of one book: put only, never updated, but for {@link #erase}, which the law asks for (decision 40).
 */
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

  /** A message by its place; empty if it was never kept, or was erased. */
  Optional<Message> get(MessageId id);

  /**
   * The messages of a connection received on a day, by digest, without those erased. What was kept a moment ago may be
   * missing.
   */
  List<Message> day(ConnectionName connection, LocalDate day);

  /**
   * What is known of the messages of a connection received on a day without their bodies, by digest; erased ones came too.
   * May lag by seconds. A form of storage that can should not read the bodies.
   */
  List<Receipt> receipts(ConnectionName connection, LocalDate day);

  /** How many messages a connection received on a day, without reading them; likewise. */
  int count(ConnectionName connection, LocalDate day);

  /** The days on which a connection may have received something; holds every day before its first message is kept. */
  SortedSet<LocalDate> days(ConnectionName connection);

  /** The connections (those that reconciliation and people use included) that may have received something. */
  SortedSet<ConnectionName> connections();

  /**
   * Erases what messages say and keeps that they came: {@link #receipts}, {@link #count} and {@link #days} still tell of
   * them, {@link #get} and {@link #day} do not, and the same bytes are not kept again on that day. Erasing what was erased
   * or never came changes nothing. Whoever asks sees to it first that the ledger holds the messages' facts.
   */
  void erase(Collection<MessageId> messages);
}
