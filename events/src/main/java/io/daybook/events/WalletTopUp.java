package io.daybook.events;

import java.time.Instant;

/**
 * Money was put into a prepaid postage wallet (case 18). The bank line that pays it meets it on 1007.
 *
 * @param origin the provider of labels
 * @param id the provider's id of the top-up
 * @param currency of the amounts
 * @param minor positive into the wallet
 * @param at when
 */
public record WalletTopUp(
    Origin origin, Reference id, CurrencyCode currency, long minor, Instant at)
    implements Happening {
  @Override
  public FactKey key() {
    return new FactKey("wallet-top-up", origin, id.value());
  }
}
