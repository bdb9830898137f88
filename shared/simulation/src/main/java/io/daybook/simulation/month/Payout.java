package io.daybook.simulation.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A payout to the bank.
 *
 * @param processor whose
 * @param id the processor's id
 * @param at when it left
 * @param arrivesOn the bank's booking day
 * @param amountMinor what the processor pays
 * @param trace the trace id that the bank's line carries too
 * @param movements what it says it consists of, without its own line
 * @param own its own line of the ledger
 */
public record Payout(
    Processor processor,
    String id,
    Instant at,
    LocalDate arrivesOn,
    long amountMinor,
    String trace,
    List<Movement> movements,
    Movement own) {
  /** Copies the list. */
  public Payout {
    movements = List.copyOf(movements);
  }

  /** What it pays less what its list adds up to; 0 if it ties. */
  public long differenceMinor() {
    return amountMinor - movements.stream().mapToLong(Movement::netMinor).sum();
  }
}
