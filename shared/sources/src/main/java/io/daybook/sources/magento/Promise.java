package io.daybook.sources.magento;

import io.daybook.events.Gateway;
import io.daybook.events.Tender;

/** What Adobe Commerce lets customers pay with that the shop owed them before: it lowers an order's total. */
enum Promise {
  GIFT_CARD("base_gift_cards_amount", "gift-card", "gift_card", Tender.GIFT_CARD),
  STORE_CREDIT(
      "base_customer_balance_amount", "store-credit", "magento_store_credit", Tender.STORE_CREDIT),
  /** Points are credit that was given for something else. */
  REWARD_POINTS(
      "base_reward_currency_amount", "reward-points", "magento_reward_points", Tender.STORE_CREDIT);

  private final String used;
  private final String suffix;
  private final String gateway;
  private final Tender tender;

  Promise(String used, String suffix, String gateway, Tender tender) {
    this.used = used;
    this.suffix = suffix;
    this.gateway = gateway;
    this.tender = tender;
  }

  /** The field of an order, an invoice and a credit memo that says how much. */
  String used() {
    return used;
  }

  /** What makes the part's id its own. */
  String suffix() {
    return suffix;
  }

  Gateway gateway() {
    return new Gateway(gateway);
  }

  Tender tender() {
    return tender;
  }
}
