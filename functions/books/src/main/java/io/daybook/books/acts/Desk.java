package io.daybook.books.acts;

import io.daybook.books.Desks;
import io.daybook.events.Fact;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.sources.daybook.CanonicalSource;
import java.time.Clock;
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

  void tell(List<? extends Fact> acts) {
    for (int from = 0; from < acts.size(); from += MAX_FACTS) {
      List<? extends Fact> part = acts.subList(from, Math.min(from + MAX_FACTS, acts.size()));
      teller.tell(
          new Message(
              Desks.PEOPLE,
              clock.instant(),
              Message.Via.PERSON,
              CanonicalSource.FACTS,
              Bytes.of(CanonicalSource.write(part))));
    }
  }
}
