package io.daybook.ledger;

import java.util.Set;

/**
 * By what an account of the default chart may be split over several own accounts. What meets on an account must be known
 * there to both sides, or it would be settled on the default account and stand open on two of the accountant's.
 *
 * @param byPlace by location, channel and connection
 * @param byProduct by type of product
 * @param byTender by way to pay
 * @param byJurisdiction by tax jurisdiction
 */
public record MappingScope(
    boolean byPlace, boolean byProduct, boolean byTender, boolean byJurisdiction) {
  /** The accounts that are kept by way to pay. */
  public static final Set<Integer> TENDERS = new java.util.TreeSet<>(Set.of(1010, 1210));

  /** What an order puts there and takes away itself. */
  private static final Set<Integer> ORDERS_OWN = Set.of(1310, 2100);

  private static final Set<Integer> BY_LINE =
      Set.of(1310, 4000, 4050, 4090, 4900, 5000, 5010, 6010);
  private static final int SHIPPING_INCOME = 4010;
  private static final int SHIPPING_REFUNDS = 4910;
  private static final int TAX = 2010;
  private static final int RESULT = 4000;

  /** What holds for an account's number. */
  public static MappingScope of(int number) {
    boolean result = number >= RESULT;
    boolean line = BY_LINE.contains(number);
    return new MappingScope(
        result || ORDERS_OWN.contains(number),
        line,
        TENDERS.contains(number),
        number == TAX || line || number == SHIPPING_INCOME || number == SHIPPING_REFUNDS);
  }
}
