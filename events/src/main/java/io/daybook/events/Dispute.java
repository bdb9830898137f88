package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer's dispute, as it stands. Opening it moves nothing (case 37); money moves by {@link BalanceTransaction}s;
 * losing it unwinds the order (case 40).
 *
 * @param origin the processor's account
 * @param id the processor's id
 * @param status how far it is; only forwards
 * @param reason the processor's word for why, such as {@code fraudulent}
 * @param currency of the amount
 * @param amountMinor what is disputed, more than 0
 * @param openedAt when it was opened
 * @param closedAt when it was decided, if it was
 * @param payment the disputed payment, if told
 * @param order the shop and order it belongs to, if told or found; context
 * @param returnedMinor what came back of a dispute that was lost in part, at least 0 (case 41)
 * @param protection what an insurance of the platform paid after the loss, if it did (case 80)
 */
public record Dispute(
    Origin origin,
    DisputeId id,
    Status status,
    String reason,
    CurrencyCode currency,
    long amountMinor,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<Reference> payment,
    Optional<DisputedOrder> order,
    Optional<Long> returnedMinor,
    Optional<Protection> protection)
    implements State {
  /** How far a dispute is. */
  public enum Status {
    /** A question without a withdrawal. */
    INQUIRY(1),
    /** Waiting for the merchant. */
    NEEDS_RESPONSE(2),
    /** Waiting for the bank. */
    UNDER_REVIEW(3),
    /** The merchant accepted it or ran out of time, or lost. */
    LOST(4),
    /** The merchant keeps the money. */
    WON(5);

    private final int rank;

    Status(int rank) {
      this.rank = rank;
    }
  }

  /** An order by its shop and id. */
  public record DisputedOrder(Origin shop, OrderId id) {}

  /**
   * Paid by the platform's protection after the loss.
   *
   * @param amountMinor more than 0
   * @param at when
   */
  public record Protection(long amountMinor, Instant at) {
    /** Refuses an amount of 0 or less. */
    public Protection {
      Amounts.requirePositive(amountMinor, "protection");
    }
  }

  /** A dispute of which nothing came back. */
  public Dispute(
      Origin origin,
      DisputeId id,
      Status status,
      String reason,
      CurrencyCode currency,
      long amountMinor,
      Instant openedAt,
      Optional<Instant> closedAt,
      Optional<Reference> payment,
      Optional<DisputedOrder> order) {
    this(
        origin,
        id,
        status,
        reason,
        currency,
        amountMinor,
        openedAt,
        closedAt,
        payment,
        order,
        Optional.empty(),
        Optional.empty());
  }

  /** Refuses an amount of 0 or less. */
  public Dispute {
    Amounts.requirePositive(amountMinor, "disputed amount");
    Amounts.requireNotNegative(returnedMinor.orElse(0L), "returned amount");
  }

  /** The rank of the status; a decision carries its second, so that a later one wins. */
  @Override
  public long version() {
    return status.rank + closedAt.map(at -> at.getEpochSecond() * 10).orElse(0L);
  }

  @Override
  public FactKey key() {
    return new FactKey("dispute", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Dispute(
        origin,
        id,
        status,
        "",
        currency,
        amountMinor,
        openedAt,
        closedAt,
        Optional.empty(),
        Optional.empty(),
        returnedMinor,
        protection);
  }

  /** The same dispute, known to belong to an order. */
  public Dispute of(DisputedOrder found) {
    return new Dispute(
        origin,
        id,
        status,
        reason,
        currency,
        amountMinor,
        openedAt,
        closedAt,
        payment,
        Optional.of(found),
        returnedMinor,
        protection);
  }
}
