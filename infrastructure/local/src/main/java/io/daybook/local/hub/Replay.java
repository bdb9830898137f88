package io.daybook.local.hub;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Platforms;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.storage.deployment.Deployment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Posts everything that a book's inbox keeps again. If all is well, nothing comes of it. */
public final class Replay {
  /**
   * What it came to.
   *
   * @param messages that were taken again
   * @param entries that were posted because of it; 0 if all is well
   * @param setbacks messages that are parked or failed
   */
  public record Replayed(int messages, int entries, int setbacks) {}

  private final InboxStore inbox;
  private final Deployment deployment;
  private final Book book;

  /** A replay of one book. */
  public Replay(Deployment deployment, Book book) {
    this.inbox = deployment.stores().inbox(book);
    this.deployment = deployment;
    this.book = book;
  }

  /**
   * Replays what was received on or after a day, or everything.
   *
   * @param progress hears how many messages are done, after each
   */
  public Replayed from(Optional<LocalDate> from, IntConsumer progress) {
    Supplier<Bookkeeper> keepers = Bookkeeper.again(deployment, new Platforms().sources(), book);
    int messages = 0;
    int entries = 0;
    int setbacks = 0;
    for (ConnectionName connection : inbox.connections()) {
      for (LocalDate day : inbox.days(connection)) {
        if (from.map(first -> !day.isBefore(first)).orElse(true)) {
          List<Message> received = inbox.day(connection, day);
          Bookkeeper keeper = keepers.get();
          for (Message message : received) {
            Bookkeeper.Taken taken = keeper.takeOrPassOver(message);
            entries += taken.entries();
            setbacks += taken.setback().isPresent() ? 1 : 0;
            messages++;
            progress.accept(messages);
          }
        }
      }
    }
    return new Replayed(messages, entries, setbacks);
  }
}
