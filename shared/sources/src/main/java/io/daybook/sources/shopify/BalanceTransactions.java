package io.daybook.sources.shopify;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.util.List;
import java.util.Optional;

/** Lines of Shopify Payments' ledger; the processor's account is the shop. */
final class BalanceTransactions {
  private BalanceTransactions() {}

  static BalanceTransaction transaction(Field told, Origin origin) {
    String type = told.at("type").text();
    Money amount = money(told, "amount");
    Money fee = same(told, "fee", amount);
    Money net = same(told, "net", amount);
    String cause = told.maybe("sourceType").map(Field::text).orElse("");
    Movement movement = Movements.of(type, cause, amount.minor());
    Optional<PayoutId> payout =
        told.maybe("associatedPayout")
            .flatMap(field -> field.maybe("id"))
            .map(field -> new PayoutId(Told.id(field)));
    // A fee for a dispute comes as an amount of its own type: it is a fee, and no disputed money.
    boolean isDisputeFee = Movements.isDisputeFee(type);
    long amountMinor = isDisputeFee ? 0 : amount.minor();
    long feeMinor = isDisputeFee ? Math.subtractExact(fee.minor(), amount.minor()) : fee.minor();
    return told.make(
        "a net that is the amount less the fee",
        () ->
            new BalanceTransaction(
                origin,
                new TransactionId(Told.id(told.at("id"))),
                movement,
                type,
                amount.currency(),
                amountMinor,
                feeMinor == 0 ? List.of() : List.of(new Fee(feeKind(movement), feeMinor)),
                net.minor(),
                told.at("transactionDate").instant(),
                source(told, movement, payout),
                reference(told, movement, payout),
                payout,
                told.at("test").flag() ? Mode.TEST : Mode.LIVE));
  }

  private static Fee.Kind feeKind(Movement movement) {
    return switch (movement) {
      case DISPUTE, DISPUTE_REVERSAL -> Fee.Kind.DISPUTE;
      case CHARGE,
          REFUND,
          REFUND_FAILURE,
          FEE,
          PAYOUT,
          PAYOUT_FAILURE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          LOAN_REPAYMENT,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          Fee.Kind.PROCESSING;
    };
  }

  private static String source(Field told, Movement movement, Optional<PayoutId> payout) {
    return switch (movement) {
      case PAYOUT, PAYOUT_FAILURE -> payout.map(PayoutId::value).orElseGet(() -> sourceId(told));
      case CHARGE,
          REFUND,
          REFUND_FAILURE,
          DISPUTE,
          DISPUTE_REVERSAL,
          FEE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          LOAN_REPAYMENT,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          sourceId(told);
    };
  }

  private static Optional<Reference> reference(
      Field told, Movement movement, Optional<PayoutId> payout) {
    return switch (movement) {
      case CHARGE, REFUND, REFUND_FAILURE ->
          told.maybe("sourceOrderTransactionId").map(id -> new Reference(id.id()));
      case DISPUTE, DISPUTE_REVERSAL -> told.maybe("sourceId").map(id -> new Reference(id.id()));
      case PAYOUT, PAYOUT_FAILURE -> {
        String id = source(told, movement, payout);
        yield id.isEmpty() ? Optional.empty() : Optional.of(new Reference(id));
      }
      case FEE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          LOAN_REPAYMENT,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          Optional.empty();
    };
  }

  private static String sourceId(Field told) {
    return told.maybe("sourceId").map(Field::id).orElse("");
  }

  private static Money money(Field told, String name) {
    return told.at(name).money("amount", "currencyCode");
  }

  private static Money same(Field told, String name, Money amount) {
    Money money = money(told, name);
    if (!money.currency().equals(amount.currency())) {
      throw told.at(name).expected("an amount in " + amount.currency());
    }
    return money;
  }
}
