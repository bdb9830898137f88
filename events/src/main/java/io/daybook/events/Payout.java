package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A processor's payout to the merchant's bank, as it stands. The money that leaves (and comes back, if it fails) is
 * posted by the processor's own {@link BalanceTransaction}s; this says how far it is and what it should add up to.
 *
 * @param origin the processor's account
 * @param id the processor's id
 * @param status how far it is; only forwards
 * @param currency of the amount
 * @param amountMinor positive to the bank, negative if the bank is debited (case 46)
 * @param issuedAt when the processor made it
 * @param trace what the bank's line carries: a trace id or descriptor, if known; context
 * @param taken what left the balance for it, if the balance is in another currency, with the sign of the amount; context
 */
public record Payout(
    Origin origin,
    PayoutId id,
    Status status,
    CurrencyCode currency,
    long amountMinor,
    Instant issuedAt,
    Optional<Reference> trace,
    Optional<Exchanged> taken)
    implements State {
  /** One in the balance's own currency. */
  public Payout(
      Origin origin,
      PayoutId id,
      Status status,
      CurrencyCode currency,
      long amountMinor,
      Instant issuedAt,
      Optional<Reference> trace) {
    this(origin, id, status, currency, amountMinor, issuedAt, trace, Optional.empty());
  }

  /** How far a payout is. The order is that of its life; it can fail even after it was paid. */
  public enum Status {
    /** Not yet left. */
    PENDING(1),
    /** Left the processor's balance. */
    IN_TRANSIT(2),
    /** The processor believes that it arrived. */
    PAID(3),
    /** Came back. */
    FAILED(4),
    /** Called off before it left. */
    CANCELLED(5);

    private final int rank;

    Status(int rank) {
      this.rank = rank;
    }
  }

  /** In which currency the balance is that it leaves. */
  public CurrencyCode balanceCurrency() {
    return taken.map(Exchanged::currency).orElse(currency);
  }

  /** What leaves that balance, minor units. */
  public long balanceMinor() {
    return taken.map(Exchanged::minor).orElse(amountMinor);
  }

  /** The rank of the status: the platforms give a payout no time of change. */
  @Override
  public long version() {
    return status.rank;
  }

  @Override
  public FactKey key() {
    return new FactKey("payout", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Payout(origin, id, status, currency, amountMinor, issuedAt, Optional.empty());
  }
}
