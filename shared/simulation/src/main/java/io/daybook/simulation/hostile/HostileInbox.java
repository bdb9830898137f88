package io.daybook.simulation.hostile;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** An inbox whose puts may time out. */
final class HostileInbox implements InboxStore {
  private final InboxStore inbox;
  private final Hostility hostility;

  HostileInbox(InboxStore inbox, Hostility hostility) {
    this.inbox = inbox;
    this.hostility = hostility;
  }

  @Override
  public Book book() {
    return inbox.book();
  }

  @Override
  public Put put(Message message) {
    return hostility.write("put of " + message.id(), () -> inbox.put(message));
  }

  @Override
  public Optional<Message> get(MessageId id) {
    return inbox.get(id);
  }

  @Override
  public List<Message> day(ConnectionName connection, LocalDate day) {
    return inbox.day(connection, day);
  }

  @Override
  public List<Receipt> receipts(ConnectionName connection, LocalDate day) {
    return inbox.receipts(connection, day);
  }

  @Override
  public int count(ConnectionName connection, LocalDate day) {
    return inbox.count(connection, day);
  }

  @Override
  public SortedSet<LocalDate> days(ConnectionName connection) {
    return inbox.days(connection);
  }

  @Override
  public SortedSet<ConnectionName> connections() {
    return inbox.connections();
  }

  @Override
  public void erase(Collection<MessageId> messages) {
    int _ =
        hostility.write(
            "erasing " + messages.size() + " messages",
            () -> {
              inbox.erase(messages);
              return messages.size();
            });
  }
}
