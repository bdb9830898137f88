package io.daybook.sources.square;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import java.util.List;
import java.util.Optional;

/**
 * The lines of Square's own ledger, which it shows as the entries of payouts (developer.squareup.com/reference/square/
 * enums/ActivityType). A type that is not listed is {@link Movement#UNKNOWN}: posted to 2900, and visible.
 */
final class PayoutEntries {
  /** Square names no advance in its entries: a loan's terms are told under this id. */
  static final Reference CAPITAL = new Reference("square-capital");

  private PayoutEntries() {}

  /**
   * Whether an entry repeats what a payout itself told: an earlier transfer of the type SIMPLE, or the return of one that
   * failed. It is part of what the payout consists of, and moves nothing again.
   */
  static boolean isEcho(Told entry) {
    return switch (entry.maybeWord("type").orElse("")) {
      case "PAYOUT", "RETURNED_PAYOUT" -> true;
      case String other -> false;
    };
  }

  static BalanceTransaction entry(Told entry, Origin origin, CurrencyCode currency) {
    String type = entry.maybeWord("type").orElse("OTHER");
    long gross = entry.minor("gross_amount_money", currency);
    long net = entry.minor("net_amount_money", currency);
    long fee = fee(entry, gross, net, currency);
    Movement movement = movement(type, net);
    Optional<Reference> reference = reference(entry, movement, type);
    boolean isTaxOnFee = type.equals("TAX_ON_FEE");
    List<Fee> fees =
        isTaxOnFee
            ? List.of(new Fee(Fee.Kind.TAX, Math.negateExact(net)))
            : fee == 0 ? List.of() : List.of(new Fee(kind(movement), fee));
    // Of what no table knows all is unknown, fees included: 2900 shows what the balance moved by.
    boolean isUnknown = movement == Movement.UNKNOWN;
    return new BalanceTransaction(
        origin,
        entry.id("id", TransactionId::new),
        movement,
        type,
        currency,
        isTaxOnFee ? 0 : isUnknown ? net : gross,
        isUnknown ? List.of() : fees,
        net,
        entry.time("effective_at"),
        reference.map(Reference::value).orElse(""),
        reference,
        Optional.empty(),
        Mode.LIVE);
  }

  /** The fee is what the net is less than the gross; the sign that Square gives it must agree one way or the other. */
  private static long fee(Told entry, long gross, long net, CurrencyCode currency) {
    long told = entry.maybeMinor("fee_amount_money", currency);
    long fee = Math.subtractExact(gross, net);
    if (told != fee && Math.negateExact(told) != fee) {
      throw entry.field().at("net_amount_money").expected("the gross amount less the fee");
    }
    return fee;
  }

  private static Fee.Kind kind(Movement movement) {
    return movement == Movement.DISPUTE || movement == Movement.DISPUTE_REVERSAL
        ? Fee.Kind.DISPUTE
        : Fee.Kind.PROCESSING;
  }

  private static Movement movement(String type, long net) {
    return switch (type) {
      case "CHARGE" -> Movement.CHARGE;
      case "REFUND" -> Movement.REFUND;
      case "DISPUTE", "OPEN_DISPUTE" -> net > 0 ? Movement.DISPUTE_REVERSAL : Movement.DISPUTE;
      case "FEE",
          "TAX_ON_FEE",
          "FREE_PROCESSING",
          "DEPOSIT_FEE",
          "DEPOSIT_FEE_REVERSED",
          "PAID_SERVICE_FEE",
          "PAID_SERVICE_FEE_REFUND",
          "THIRD_PARTY_FEE",
          "THIRD_PARTY_FEE_REFUND" ->
          Movement.FEE;
      case "SUBSCRIPTION_FEE", "SUBSCRIPTION_FEE_PAID_REFUND", "SUBSCRIPTION_FEE_REFUND" ->
          Movement.SUBSCRIPTION;
      case "HOLD_ADJUSTMENT", "RELEASE_ADJUSTMENT", "RESERVE_HOLD", "RESERVE_RELEASE" ->
          net > 0 ? Movement.RESERVE_RELEASE : Movement.RESERVE_HOLD;
      case "SQUARE_CAPITAL_PAYMENT", "SQUARE_CAPITAL_REVERSED_PAYMENT" -> Movement.LOAN_REPAYMENT;
      case "PAYOUT" -> Movement.PAYOUT;
      case "RETURNED_PAYOUT" -> Movement.PAYOUT_FAILURE;
      // ADJUSTMENT, MONEY_TRANSFER, savings, bitcoin, card repayments and what is to come.
      case String other -> Movement.UNKNOWN;
    };
  }

  /** What the shop knows it by, where the details of the type name it. */
  private static Optional<Reference> reference(Told entry, Movement movement, String type) {
    return switch (movement) {
      case CHARGE -> detail(entry, "type_charge_details", "payment_id");
      case REFUND -> detail(entry, "type_refund_details", "refund_id");
      case DISPUTE, DISPUTE_REVERSAL ->
          detail(
              entry,
              type.equals("DISPUTE") ? "type_dispute_details" : "type_open_dispute_details",
              "dispute_id");
      case LOAN_REPAYMENT -> Optional.of(CAPITAL);
      case REFUND_FAILURE,
          FEE,
          PAYOUT,
          PAYOUT_FAILURE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          Optional.empty();
    };
  }

  private static Optional<Reference> detail(Told entry, String details, String id) {
    return entry.maybe(details).flatMap(of -> of.maybeId(id, Reference::new));
  }
}
