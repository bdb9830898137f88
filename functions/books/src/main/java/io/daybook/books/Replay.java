package io.daybook.books;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.storage.deployment.Deployment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Posts everything that a book's inbox keeps again. If all is well, nothing comes of it. */
public final class Replay {
  private static final Comparator<MessageId> ORDER =
      Comparator.comparing((MessageId id) -> id.connection().value())
          .thenComparing(MessageId::day)
          .thenComparing(MessageId::digest);

  /**
   * What it came to.
   *
   * @param messages that were taken again
   * @param entries that were posted because of it; 0 if all is well
   * @param setbacks messages that are parked or failed
   * @param next the first message that there was no time for
   */
  public record Replayed(int messages, int entries, int setbacks, Optional<MessageId> next) {
    /** Nothing taken yet. */
    public static final Replayed NOTHING = new Replayed(0, 0, 0, Optional.empty());

    private Replayed and(Bookkeeper.Taken taken) {
      return new Replayed(
          messages + 1,
          entries + taken.entries(),
          setbacks + (taken.setback().isPresent() ? 1 : 0),
          next);
    }

    private Replayed stoppedBefore(MessageId message) {
      return new Replayed(messages, entries, setbacks, Optional.of(message));
    }
  }

  private final InboxStore inbox;
  private final Supplier<Bookkeeper> keepers;

  /** A replay of one book. */
  public Replay(Deployment deployment, Book book) {
    this.inbox = deployment.stores().inbox(book);
    this.keepers = Bookkeeper.again(deployment, new Platforms().sources(), book);
  }

  /**
   * Replays what was received on or after a day, or everything.
   *
   * @param progress hears how many messages are done, after each
   */
  public Replayed from(Optional<LocalDate> from, IntConsumer progress) {
    return from(from, Optional.empty(), progress, () -> true);
  }

  /**
   * Replays as far as the time goes.
   *
   * @param start the first message to take: where an earlier replay stopped
   * @param hasTime asked before each message
   */
  Replayed from(
      Optional<LocalDate> from,
      Optional<MessageId> start,
      IntConsumer progress,
      BooleanSupplier hasTime) {
    Replayed done = Replayed.NOTHING;
    for (ConnectionName connection : inbox.connections()) {
      for (LocalDate day : inbox.days(connection)) {
        if (from.isPresent() && day.isBefore(from.get())) {
          continue;
        }
        List<Message> received = inbox.day(connection, day);
        Bookkeeper keeper = keepers.get();
        for (Message message : received) {
          if (start.isPresent() && ORDER.compare(message.id(), start.get()) < 0) {
            continue;
          }
          if (!hasTime.getAsBoolean()) {
            return done.stoppedBefore(message.id());
          }
          done = done.and(keeper.takeOrPassOver(message));
          progress.accept(done.messages());
        }
      }
    }
    return done;
  }

  /** Replays one message; nothing is done if the inbox keeps no such message (any more). */
  Replayed one(MessageId id) {
    return inbox
        .get(id)
        .map(message -> keepers.get().takeOrPassOver(message))
        .map(Replayed.NOTHING::and)
        .orElse(Replayed.NOTHING);
  }
}
