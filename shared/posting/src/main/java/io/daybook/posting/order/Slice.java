package io.daybook.posting.order;

import java.util.SortedMap;

/**
 * What was taken of the undelivered rest of a {@link Part}, by what had become of it. The net is the sum of deferred, open
 * and allowed; the gross less the net is its discount.
 *
 * @param units how many
 * @param grossMinor before discount, without tax
 * @param deferredMinor paid for
 * @param openMinor not paid for
 * @param allowedMinor paid for and given back already by a refund without lines (rule A2) or a lost dispute
 * @param openTax tax not paid for
 * @param owedTax tax that 2010 holds
 */
record Slice(
    int units,
    long grossMinor,
    long deferredMinor,
    long openMinor,
    long allowedMinor,
    SortedMap<TaxKey, Long> openTax,
    SortedMap<TaxKey, Long> owedTax) {
  long netMinor() {
    return deferredMinor + openMinor + allowedMinor;
  }

  long openTaxMinor() {
    return openTax.values().stream().mapToLong(Long::longValue).sum();
  }
}
