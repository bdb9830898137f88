package io.daybook.ledger;

import java.util.Comparator;

/**
 * An account as statements show it: one of the accountant's own, or one of the default chart.
 *
 * @param number by which its chart knows it
 * @param title what it is called
 * @param qualifier of an account of the default chart that is kept apart, such as {@code stripe}; else empty
 * @param type what it is in the statements
 */
public record ShownAccount(String number, String title, String qualifier, AccountType type)
    implements Comparable<ShownAccount> {
  private static final Comparator<ShownAccount> ORDER =
      Comparator.comparing(ShownAccount::number)
          .thenComparing(ShownAccount::qualifier)
          .thenComparing(ShownAccount::title)
          .thenComparing(ShownAccount::type);

  /** The number with the qualifier, such as {@code 1010:stripe}. */
  public String code() {
    return qualifier.isEmpty() ? number : number + ":" + qualifier;
  }

  /** The title with the qualifier, such as {@code Clearing: stripe}. */
  public String name() {
    return qualifier.isEmpty() ? title : title + ": " + qualifier;
  }

  @Override
  public int compareTo(ShownAccount other) {
    return ORDER.compare(this, other);
  }
}
