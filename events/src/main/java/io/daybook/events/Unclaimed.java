package io.daybook.events;

import java.time.LocalDate;

/**
 * Money that nobody claimed within the book's waiting time (case 55): what stands open on a meeting account under a
 * reference. A later telling with amount 0 says that it was claimed after all.
 *
 * @param origin the processor's account or the shop that posted it
 * @param account the meeting account on which it stands, such as {@code 1100}
 * @param reference what it stands under
 * @param version which finding this is, from 1; each change of the open amount is a new one
 * @param currency of the amount
 * @param minor the balance that stands open: positive in debit, negative in credit, 0 once claimed
 * @param day on which it is moved
 */
public record Unclaimed(
    Origin origin,
    String account,
    Reference reference,
    long version,
    CurrencyCode currency,
    long minor,
    LocalDate day)
    implements State {
  @Override
  public FactKey key() {
    return new FactKey("unclaimed", origin, account + "/" + currency + "/" + reference.value());
  }
}
