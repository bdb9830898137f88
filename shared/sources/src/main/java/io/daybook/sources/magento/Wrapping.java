package io.daybook.sources.magento;

import io.daybook.events.LineId;

/** What Adobe Commerce sells of wrapping: for the order, for its items, and a printed card. */
enum Wrapping {
  ORDER("gw_base_price", "gw_base_tax_amount", "gift-wrapping"),
  ITEMS("gw_items_base_price", "gw_items_base_tax_amount", "gift-wrapping-items"),
  CARD("gw_card_base_price", "gw_card_base_tax_amount", "gift-wrapping-card");

  private final String price;
  private final String tax;
  private final String line;

  Wrapping(String price, String tax, String line) {
    this.price = price;
    this.tax = tax;
    this.line = line;
  }

  String price() {
    return price;
  }

  String tax() {
    return tax;
  }

  LineId line() {
    return new LineId(line);
  }
}
