package io.daybook.events;

import java.time.LocalDate;

/**
 * Goods came in before their bill (case 86).
 *
 * @param origin the supplier
 * @param id the delivery note
 * @param currency of the amounts
 * @param minor their cost
 * @param on when they came in
 */
public record GoodsReceipt(
    Origin origin, Reference id, CurrencyCode currency, long minor, LocalDate on)
    implements Happening {
  @Override
  public FactKey key() {
    return new FactKey("goods-receipt", origin, id.value());
  }
}
