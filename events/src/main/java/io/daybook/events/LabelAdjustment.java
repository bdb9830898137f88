package io.daybook.events;

import java.time.Instant;

/**
 * The carrier weighed or measured again and charged the difference (case 21).
 *
 * @param origin the provider of labels
 * @param id the provider's id of the adjustment
 * @param label the label
 * @param paidFrom what was charged
 * @param currency of the amounts
 * @param minor positive if it costs more
 * @param at when
 */
public record LabelAdjustment(
    Origin origin,
    Reference id,
    Reference label,
    PaidFrom paidFrom,
    CurrencyCode currency,
    long minor,
    Instant at)
    implements Happening {
  @Override
  public FactKey key() {
    return new FactKey("label-adjustment", origin, id.value());
  }
}
