package io.daybook.simulation.month;

/**
 * How the book names the accounts it keeps apart.
 *
 * @param stripe qualifier of Stripe's clearing account
 * @param shopify qualifier of Shopify Payments' clearing account
 * @param bank qualifier of the bank account
 */
public record AccountNames(String stripe, String shopify, String bank) {
  /** {@code 1010:stripe}, {@code 1010:shopify} and {@code 1000:main}. */
  public static AccountNames standard() {
    return new AccountNames("stripe", "shopify", "main");
  }

  String clearing(Processor processor) {
    return switch (processor) {
      case STRIPE -> "1010:" + stripe;
      case SHOPIFY -> "1010:" + shopify;
    };
  }

  String bankAccount() {
    return "1000:" + bank;
  }

  static String tax(Region region) {
    return "2010:" + region.jurisdiction();
  }
}
