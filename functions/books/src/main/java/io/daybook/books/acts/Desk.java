package io.daybook.books.acts;

import io.daybook.books.Desks;
import io.daybook.events.Fact;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.sources.daybook.CanonicalSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Where people's acts become messages. */
final class Desk {
  /** A message is a bounded piece of posting (DESIGN, Storage). */
  private static final int MAX_FACTS = 100;

  private final Teller teller;
  private final Clock clock;

  Desk(Teller teller, Clock clock) {
    this.teller = teller;
    this.clock = clock;
  }

  /** Tells facts; returns the messages that they went in. */
  List<MessageId> tell(List<? extends Fact> acts) {
    List<MessageId> told = new ArrayList<>();
    for (int from = 0; from < acts.size(); from += MAX_FACTS) {
      List<? extends Fact> part = acts.subList(from, Math.min(from + MAX_FACTS, acts.size()));
      Message message =
          new Message(
              Desks.PEOPLE,
              clock.instant(),
              Message.Via.PERSON,
              CanonicalSource.FACTS,
              Bytes.of(CanonicalSource.write(part)));
      teller.tell(message);
      told.add(message.id());
    }
    return told;
  }
}
