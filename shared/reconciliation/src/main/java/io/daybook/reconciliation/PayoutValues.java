package io.daybook.reconciliation;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutValue;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Rules;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What payouts out of foreign balances carry away: Σ of the values of their own transactions (rule A6), so that the clearing
 * account's value is nothing when its balance is. Only where the payout's list is complete, ties, and is posted whole; any
 * other leaves at its day's rate, and what remains is valued at month ends.
 */
public final class PayoutValues {
  private record Amount(long minor, long valueMinor) {}

  private final LedgerStore ledger;
  private final Rules rules;

  /** The payouts of a ledger. */
  public PayoutValues(LedgerStore ledger, Rules rules) {
    this.ledger = ledger;
    this.rules = rules;
  }

  /** What is known of a payout now, if it is not told yet. */
  public Optional<PayoutValue> news(SubjectId subject) {
    List<Step> log = ledger.read(subject);
    Optional<PayoutValue> told = Logs.newest(log, PayoutValue.class);
    return Logs.payout(log)
        .filter(PayoutValues::left)
        .flatMap(payout -> value(payout, log, told))
        .filter(value ->
            told.filter(before ->
                    before.carriedMinor() == value.carriedMinor()
                        && before.leftMinor() == value.leftMinor())
                .isEmpty());
  }

  /** Whether it was told and nothing of the payout came since: reading its transactions again can wait. */
  static boolean isSettled(List<Step> log) {
    return !log.isEmpty() && log.getLast().facts().stream().anyMatch(PayoutValue.class::isInstance);
  }

  private static boolean left(Payout payout) {
    return switch (payout.status()) {
      case IN_TRANSIT, PAID, FAILED -> true;
      case PENDING, CANCELLED -> false;
    };
  }

  private Optional<PayoutValue> value(Payout payout, List<Step> log, Optional<PayoutValue> told) {
    CurrencyCode currency = payout.balanceCurrency();
    Optional<List<PayoutManifest.Item>> items = Logs.manifest(log);
    if (currency.equals(rules.currency()) || items.isEmpty()) {
      return Optional.empty();
    }
    AccountCode clearing = rules.clearing(payout.origin());
    long net = 0;
    long carried = 0;
    for (PayoutManifest.Item item : items.get()) {
      SubjectId subject = new SubjectId(Kind.TRANSACTION, payout.origin(), item.id().value());
      Amount amount = on(clearing, currency, ledger.read(subject));
      if (amount.minor() != item.netMinor()) {
        return Optional.empty();
      }
      net = Math.addExact(net, amount.minor());
      carried = Math.addExact(carried, amount.valueMinor());
    }
    long ties = net;
    long value = carried;
    return Departure.of(ledger, rules, payout)
        .filter(step -> -on(clearing, currency, List.of(step)).minor() == ties)
        .map(step ->
            new PayoutValue(
                payout.origin(),
                payout.id(),
                told.map(PayoutValue::version).orElse(0L) + 1,
                currency,
                step.entry().orElseThrow().belongsTo(),
                value,
                -on(clearing, currency, ledger.read(step.subject())).valueMinor()));
  }

  private static Amount on(AccountCode clearing, CurrencyCode currency, List<Step> log) {
    long minor = 0;
    long value = 0;
    for (Step step : log) {
      for (var leg : step.entry().map(entry -> entry.legs()).orElse(List.of())) {
        if (leg.account().equals(clearing) && leg.currency().equals(currency)) {
          minor = Math.addExact(minor, leg.minor());
          value = Math.addExact(value, leg.valueMinor());
        }
      }
    }
    return new Amount(minor, value);
  }
}
