package io.daybook.posting.order;

import io.daybook.events.Jurisdiction;
import io.daybook.events.Reference;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.TaxMark;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRule;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * One jurisdiction's tax at one rate, and where it is owed: 2010, or 2020 if a facilitator owes it. The order of the keys
 * is that of ties (rule A3).
 */
record TaxKey(
    AccountCode account,
    Optional<Reference> reference,
    Jurisdiction jurisdiction,
    String rate,
    TaxRule rule)
    implements Comparable<TaxKey> {
  private static final Comparator<TaxKey> ORDER =
      Comparator.comparing(TaxKey::account)
          .thenComparing(key -> key.jurisdiction.value())
          .thenComparing(TaxKey::rate);

  /** The key of a platform's tax on an order. */
  static TaxKey of(TaxAmount tax, Reference order, TaxPolicy policy) {
    boolean facilitated =
        tax.collector().filter(by -> by == TaxAmount.Collector.FACILITATOR).isPresent();
    return new TaxKey(
        facilitated ? Accounts.FACILITATOR_TAX : Accounts.tax(tax.jurisdiction()),
        facilitated ? Optional.of(order) : Optional.empty(),
        tax.jurisdiction(),
        tax.rate(),
        policy.rule(tax.jurisdiction().value()));
  }

  /** Whether it becomes due at a point. */
  boolean due(TaxPoint point) {
    return rule.point() == point;
  }

  /** Debits tax that is due on the legs' day; a negative amount is a credit. */
  private void debit(long minor, Optional<LocalDate> point, Legs legs) {
    TaxMark mark = new TaxMark(point, rule.regime(), jurisdiction.value(), rate, Optional.empty());
    legs.debit(account, reference, mark, minor);
  }

  /** Owes tax: due today, or held undated where it is due only at supply. */
  static void owe(Map<TaxKey, Long> taxes, Legs legs) {
    taxes.forEach((key, minor) -> key.debit(Math.negateExact(minor), key.undelivered(legs), legs));
  }

  /** Owes no longer what was not delivered. */
  static void release(Map<TaxKey, Long> taxes, Legs legs) {
    taxes.forEach((key, minor) -> key.debit(minor, key.undelivered(legs), legs));
  }

  /** Owes tax on what is delivered, today. */
  static void oweNow(Map<TaxKey, Long> taxes, Legs legs) {
    taxes.forEach(
        (key, minor) -> key.debit(Math.negateExact(minor), Optional.of(legs.day()), legs));
  }

  /** Owes no longer what was delivered. */
  static void giveBack(Map<TaxKey, Long> taxes, Legs legs) {
    taxes.forEach((key, minor) -> key.debit(minor, Optional.of(legs.day()), legs));
  }

  /** What was held undated is due today, for it is supplied; negative amounts: no longer. */
  static void supplied(Map<TaxKey, Long> taxes, long times, Legs legs) {
    taxes.forEach((key, minor) -> {
      if (key.due(TaxPoint.SUPPLY)) {
        key.debit(minor * times, Optional.empty(), legs);
        key.debit(-minor * times, Optional.of(legs.day()), legs);
      }
    });
  }

  private Optional<LocalDate> undelivered(Legs legs) {
    return due(TaxPoint.SUPPLY) ? Optional.empty() : Optional.of(legs.day());
  }

  @Override
  public int compareTo(TaxKey other) {
    return ORDER.compare(this, other);
  }
}
