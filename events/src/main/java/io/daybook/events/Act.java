package io.daybook.events;

import java.time.Instant;

/**
 * What a person did to the books. An act is a fact like any other: it comes through the inbox, and the audit trail holds
 * it for ever (DESIGN promise 1).
 */
public interface Act {
  /** Who did it. */
  String by();

  /** Why, in the person's words. */
  String reason();

  /** When. */
  Instant at();
}
