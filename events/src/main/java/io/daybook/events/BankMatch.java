package io.daybook.events;

import java.time.Instant;

/**
 * A bank line is a payout's arrival: found by an id that both carry, or confirmed by a person. Amount and date alone
 * never make one.
 *
 * @param origin the bank account of the line
 * @param line the bank line
 * @param processor the processor's account
 * @param payout the payout
 * @param basis what proves it: the shared id, or the person's words
 * @param by {@code reconcile}, or the person
 * @param at when it was found
 */
public record BankMatch(
    Origin origin,
    BankLineId line,
    Origin processor,
    PayoutId payout,
    String basis,
    String by,
    Instant at)
    implements Happening {
  @Override
  public FactKey key() {
    return new FactKey("bank-match", origin, line.value());
  }

  @Override
  public Fact money() {
    return new BankMatch(origin, line, processor, payout, "", "", Instant.EPOCH);
  }
}
