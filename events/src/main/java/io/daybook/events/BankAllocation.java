package io.daybook.events;

import java.time.Instant;
import java.util.List;

/**
 * A person, or a rule that a person made, says what a bank line was for: a bill, a transfer, a fee, a tax payment (rule A15). The latest counts.
 *
 * @param origin the bank account
 * @param line the bank line
 * @param version milliseconds since 1970 of the decision
 * @param legs the other side of the line: they and the line balance
 * @param basis the rule or the proof
 * @param by who
 * @param reason why
 * @param at when
 */
public record BankAllocation(
    Origin origin,
    Reference line,
    long version,
    List<EnteredLeg> legs,
    String basis,
    String by,
    String reason,
    Instant at)
    implements State, Act {
  /** Copies the list. */
  public BankAllocation {
    legs = List.copyOf(legs);
  }

  @Override
  public FactKey key() {
    return new FactKey("bank-allocation", origin, line.value());
  }

  @Override
  public Fact money() {
    return new BankAllocation(origin, line, version, legs, "", "-", "", Instant.EPOCH);
  }
}
