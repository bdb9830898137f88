package io.daybook.books;

import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.SubjectId;
import io.daybook.reconciliation.Exceptions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of which messages and subjects posting had said, when a piece of work began, that something is wrong: what is not among
 * them need not be taken back.
 */
final class SaidBefore {
  /** Absent: not looked at, so that anything may have been said. */
  private final Optional<Set<String>> messages;

  private final Optional<Set<String>> subjects;

  private SaidBefore(Optional<Set<String>> messages, Optional<Set<String>> subjects) {
    this.messages = messages;
    this.subjects = subjects;
  }

  /** Nobody looked. */
  static SaidBefore unknown() {
    return new SaidBefore(Optional.empty(), Optional.empty());
  }

  /** Looks: worth it where many messages are taken. */
  static SaidBefore of(StateStore state) {
    Set<String> messages =
        state.list(Kind.OUTCOME).stream().map(StateStore.Item::id).collect(Collectors.toSet());
    return new SaidBefore(
        Optional.of(messages), Optional.of(new Exceptions(state).subjects(Exceptions.By.POST)));
  }

  boolean mayBe(MessageId message) {
    return messages.map(known -> known.contains(message.toString())).orElse(true);
  }

  boolean mayBe(SubjectId subject) {
    return subjects.map(known -> known.contains(subject.toString())).orElse(true);
  }
}
