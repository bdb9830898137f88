package io.daybook.simulation.month;

/** Who takes the money. */
public enum Processor {
  /** Stripe, with an account of its own. */
  STRIPE("stripe"),
  /** Shopify Payments. */
  SHOPIFY("shopify_payments");

  private final String gateway;

  Processor(String gateway) {
    this.gateway = gateway;
  }

  /** The gateway's name in the shop's transactions. */
  public String gateway() {
    return gateway;
  }

  /** 2.9 % and 0.30, half-up, in minor units. */
  public long feeMinor(long amountMinor) {
    return (amountMinor * 29 + 500) / 1000 + 30;
  }
}
