package io.daybook.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry that a person made.
 *
 * @param origin {@code daybook:} and the book
 * @param id names the entry; a second one under the same id with other money is a conflict
 * @param day on which it counts
 * @param memo what a reader of the journal sees; nothing that identifies a person
 * @param legs balanced
 * @param by who made it
 * @param reason why
 * @param at when
 */
public record ManualEntry(
    Origin origin,
    Reference id,
    LocalDate day,
    String memo,
    List<EnteredLeg> legs,
    String by,
    String reason,
    Instant at)
    implements Happening, Act {
  /** Copies the list; refuses an entry without a name on it. */
  public ManualEntry {
    legs = List.copyOf(legs);
    Text.requireId(by, "by");
  }

  @Override
  public FactKey key() {
    return new FactKey("manual-entry", origin, id.value());
  }

  @Override
  public Fact money() {
    return new ManualEntry(origin, id, day, "", legs, "-", "", Instant.EPOCH);
  }
}
