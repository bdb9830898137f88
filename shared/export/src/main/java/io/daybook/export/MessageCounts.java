package io.daybook.export;

import io.daybook.intake.Setbacks;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Counters;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.StateStore;
import io.daybook.statements.Summary;
import java.time.LocalDate;

/** Counts a book's messages, for people to look at. */
final class MessageCounts {
  private final InboxStore inbox;
  private final StateStore state;

  MessageCounts(InboxStore inbox, StateStore state) {
    this.inbox = inbox;
    this.state = state;
  }

  Summary.Messages messages() {
    long kept = 0;
    for (ConnectionName connection : inbox.connections()) {
      for (LocalDate day : inbox.days(connection)) {
        kept += inbox.count(connection, day);
      }
    }
    long duplicates = state.counted(Counters.DUPLICATES);
    return new Summary.Messages(
        kept + duplicates,
        duplicates,
        state.counted(Counters.REFUSED),
        new Setbacks(state).all().size());
  }
}
