package io.daybook.events;

import java.time.Instant;

/**
 * A person told facts that are no acts of their own: a file of bills or labels, a confirmed match. Posts nothing; it is the
 * line of the audit trail.
 *
 * @param origin {@code daybook:} and the book
 * @param id names the act
 * @param what what was told, such as {@code 2 bill, 1 label}; nothing that identifies a person
 * @param by who told it
 * @param reason why
 * @param at when
 */
public record Told(Origin origin, Reference id, String what, String by, String reason, Instant at)
    implements Happening, Act {
  /** Refuses an act without a name on it. */
  public Told {
    Text.requireId(by, "by");
  }

  @Override
  public FactKey key() {
    return new FactKey("told", origin, id.value());
  }
}
