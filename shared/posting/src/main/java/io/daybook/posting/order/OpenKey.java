package io.daybook.posting.order;

import io.daybook.ledger.AccountCode;
import io.daybook.ledger.policy.TaxPoint;
import java.util.Comparator;
import java.util.Optional;

/** Something of an order that a payment pays: what waits on an account, or a tax. */
record OpenKey(AccountCode account, Optional<TaxKey> tax) implements Comparable<OpenKey> {
  private static final Comparator<OpenKey> ORDER =
      Comparator.comparing(OpenKey::account)
          .thenComparing(key -> key.tax().isPresent())
          .thenComparing((one, other) ->
              one.tax.isPresent() && other.tax.isPresent()
                  ? one.tax.get().compareTo(other.tax.get())
                  : 0);

  static OpenKey on(AccountCode account) {
    return new OpenKey(account, Optional.empty());
  }

  static OpenKey of(TaxKey tax) {
    return new OpenKey(tax.account(), Optional.of(tax));
  }

  /** Tax that comes with the sale: the payment that completes pays it (case 74). */
  boolean last() {
    return tax.filter(key -> key.due(TaxPoint.SALE)).isPresent();
  }

  @Override
  public int compareTo(OpenKey other) {
    return ORDER.compare(this, other);
  }
}
