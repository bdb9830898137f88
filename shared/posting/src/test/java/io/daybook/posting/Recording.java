package io.daybook.posting;

import io.daybook.events.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a test told and which entries it then asserted, in order, for the page that shows them ({@code docs/accounting.md}).
 * Nothing is recorded unless the page asks for it.
 */
final class Recording {
  /** Something that a test did or asserted. */
  sealed interface Event {
    /** Facts were told without a look at what they came to. */
    record Before(List<Fact> facts) implements Event {}

    /** Facts were told, and came to this. */
    record Told(List<Fact> facts, SortedMap<String, Long> effect) implements Event {}

    /** What was posted on a day, or under an occasion, was looked at. */
    record Looked(String at) implements Event {}

    /** An entry was asserted, as ACCOUNTING.md writes it. */
    record Entry(String text) implements Event {}
  }

  private static final ThreadLocal<Optional<Recording>> RUNNING =
      ThreadLocal.withInitial(Optional::empty);

  private final List<Event> events = new ArrayList<>();

  private Recording() {}

  /** Something that may fail in any way. */
  interface Work {
    void run() throws ReflectiveOperationException;
  }

  /** What happens while something runs. */
  static List<Event> of(Work work) throws ReflectiveOperationException {
    Recording recording = new Recording();
    RUNNING.set(Optional.of(recording));
    try {
      work.run();
    } finally {
      RUNNING.remove();
    }
    return recording.events;
  }

  static void note(Event event) {
    RUNNING.get().ifPresent(recording -> recording.events.add(event));
  }
}
