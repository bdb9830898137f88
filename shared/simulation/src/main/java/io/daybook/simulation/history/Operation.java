package io.daybook.simulation.history;

import io.daybook.events.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Something that happens to a hub, at an instant of its clock. */
public sealed interface Operation {
  /** When the hub gets to do it; never before what precedes it. */
  Instant at();

  /** A message with facts arrives. */
  record Told(Instant at, List<Fact> facts) implements Operation {
    /** Copies the list. */
    public Told {
      facts = List.copyOf(facts);
    }
  }

  /** A person makes an entry of two legs. */
  record Entered(Instant at, String id, LocalDate day, String debit, String credit, long minor)
      implements Operation {}

  /** A person reverses the entry that another person made. */
  record Reversed(Instant at, String id, LocalDate day) implements Operation {}

  /** A month is fenced. */
  record Fenced(Instant at, YearMonth month) implements Operation {}

  /** A fenced month is counted and locked. */
  record Locked(Instant at, YearMonth month) implements Operation {}

  /** A month is opened again. */
  record Reopened(Instant at, YearMonth month) implements Operation {}

  /** From now on the books are kept so. */
  record Ruled(Instant at, Habits habits) implements Operation {}

  /** A person has a range of days posted again by what holds now. */
  record Reposted(Instant at, LocalDate from, LocalDate to) implements Operation {}

  /** The hub reconciles: finds what is settled otherwise, unclaimed, due by the calendar or of a cost known since. */
  record Reconciled(Instant at) implements Operation {}

  /** Somebody prints the balances as of a day. */
  record Looked(Instant at, LocalDate asOf) implements Operation {}

  /** All that the inbox holds is told again. */
  record Replayed(Instant at) implements Operation {}
}
