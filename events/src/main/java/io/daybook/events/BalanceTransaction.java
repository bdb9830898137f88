package io.daybook.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of a processor's own ledger: the authority on money. {@code netMinor = amountMinor − Σ fees}, always.
 *
 * @param origin the processor's account
 * @param id the processor's id
 * @param movement why
 * @param platformType the platform's own word for it
 * @param currency the settlement currency
 * @param amountMinor positive into the merchant's balance, negative out of it
 * @param fees what the processor keeps of it; a negative one is given back
 * @param netMinor what the balance changed by
 * @param at when
 * @param source the processor's id of what caused it: a charge, refund, dispute or payout
 * @param reference what the shop knows it by: the charge, the refund or the dispute
 * @param payout in which payout it went, once known; context, for it is assigned later
 * @param mode a test transaction posts nothing
 * @param exchanged the amount before the processor exchanged it into the balance's currency, or what it exchanged it into for
 *     the bank, if it did; context
 */
public record BalanceTransaction(
    Origin origin,
    TransactionId id,
    Movement movement,
    String platformType,
    CurrencyCode currency,
    long amountMinor,
    List<Fee> fees,
    long netMinor,
    Instant at,
    String source,
    Optional<Reference> reference,
    Optional<PayoutId> payout,
    Mode mode,
    Optional<Exchanged> exchanged)
    implements Happening {
  /**
   * A fee, by its tag and never by its size ({@code FAILURES.md} 30).
   *
   * @param kind what for
   * @param minor positive if the processor keeps it
   */
  public record Fee(Kind kind, long minor) {
    /** What a fee is for. */
    public enum Kind {
      /** Taking the payment. */
      PROCESSING,
      /** Handling a dispute. */
      DISPUTE,
      /** Tax on a fee. */
      TAX,
      /** A marketplace's commission on the sale (case 91). */
      COMMISSION,
      /** A marketplace's fee for sending the goods (case 91). */
      FULFILMENT
    }
  }

  /** One that was not exchanged, or of which nobody says so. */
  public BalanceTransaction(
      Origin origin,
      TransactionId id,
      Movement movement,
      String platformType,
      CurrencyCode currency,
      long amountMinor,
      List<Fee> fees,
      long netMinor,
      Instant at,
      String source,
      Optional<Reference> reference,
      Optional<PayoutId> payout,
      Mode mode) {
    this(
        origin,
        id,
        movement,
        platformType,
        currency,
        amountMinor,
        fees,
        netMinor,
        at,
        source,
        reference,
        payout,
        mode,
        Optional.empty());
  }

  /** Refuses a net that is not the amount less the fees. */
  public BalanceTransaction {
    fees = List.copyOf(fees);
    long feeMinor = 0;
    for (Fee fee : fees) {
      feeMinor = Math.addExact(feeMinor, fee.minor());
    }
    if (Math.subtractExact(amountMinor, feeMinor) != netMinor) {
      throw new IllegalArgumentException(
          "net of "
              + id
              + " is "
              + netMinor
              + ", expected amount "
              + amountMinor
              + " less fees "
              + feeMinor);
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("balance-transaction", origin, id.value());
  }

  @Override
  public Fact money() {
    return new BalanceTransaction(
        origin,
        id,
        movement,
        "",
        currency,
        amountMinor,
        fees,
        netMinor,
        at,
        source,
        reference,
        Optional.empty(),
        mode);
  }
}
