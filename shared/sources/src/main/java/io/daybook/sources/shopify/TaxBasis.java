package io.daybook.sources.shopify;

/** Whether an order's prices include its tax. */
enum TaxBasis {
  INCLUDED,
  EXCLUDED,
  /** Not told: a refund that comes without its order. */
  UNTOLD
}
