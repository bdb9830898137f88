package io.daybook.simulation.month;

import java.math.BigDecimal;
import java.util.List;

/** A state the shop ships to, with what it levies: figures like the real ones, not tax advice. */
public enum Region {
  /** New York City. */
  NEW_YORK(
      "NY",
      "New York",
      "New York",
      "100",
      Carriage.TAXED,
      List.of(levy("New York State Tax", "0.04"), levy("New York City Tax", "0.04875"))),
  /** Los Angeles. */
  CALIFORNIA(
      "CA",
      "California",
      "Los Angeles",
      "900",
      Carriage.FREE_OF_TAX,
      List.of(levy("California State Tax", "0.06"), levy("Los Angeles County Tax", "0.0375"))),
  /** Austin. */
  TEXAS(
      "TX",
      "Texas",
      "Austin",
      "787",
      Carriage.TAXED,
      List.of(levy("Texas State Tax", "0.0625"), levy("Austin City Tax", "0.02"))),
  /** Jersey City. */
  NEW_JERSEY(
      "NJ",
      "New Jersey",
      "Jersey City",
      "073",
      Carriage.TAXED,
      List.of(levy("New Jersey State Tax", "0.06625"))),
  /** Miami. */
  FLORIDA(
      "FL",
      "Florida",
      "Miami",
      "331",
      Carriage.FREE_OF_TAX,
      List.of(levy("Florida State Tax", "0.06"), levy("Miami-Dade County Tax", "0.01"))),
  /** Portland: no sales tax at all. */
  OREGON("OR", "Oregon", "Portland", "972", Carriage.FREE_OF_TAX, List.of());

  /** Whether what the customer pays for shipping is taxed. */
  enum Carriage {
    TAXED,
    FREE_OF_TAX
  }

  /** A tax with the platform's title and rate. */
  record Levy(String title, BigDecimal rate) {
    /** The tax on an amount, half-up, minor units. */
    Tax on(long minor) {
      return new Tax(title, rate, Shares.halfUp(rate.multiply(BigDecimal.valueOf(minor))));
    }
  }

  private final String code;
  private final String state;
  private final String city;
  private final String zipPrefix;
  private final Carriage carriage;

  // Made by List.of, so it is immutable although its type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Levy> levies;

  Region(
      String code,
      String state,
      String city,
      String zipPrefix,
      Carriage carriage,
      List<Levy> levies) {
    this.code = code;
    this.state = state;
    this.city = city;
    this.zipPrefix = zipPrefix;
    this.carriage = carriage;
    this.levies = levies;
  }

  private static Levy levy(String title, String rate) {
    return new Levy(title, new BigDecimal(rate));
  }

  /** The state's two letters. */
  public String code() {
    return code;
  }

  /** The state's name. */
  public String state() {
    return state;
  }

  /** A city in it. */
  public String city() {
    return city;
  }

  String zipPrefix() {
    return zipPrefix;
  }

  /** The jurisdiction as accounts name it, such as {@code US-NY}. */
  public String jurisdiction() {
    return "US-" + code;
  }

  List<Tax> taxesOn(Item item, long netMinor) {
    return item.taxable() ? levies.stream().map(levy -> levy.on(netMinor)).toList() : List.of();
  }

  List<Tax> taxesOnShipping(long netMinor) {
    return carriage == Carriage.TAXED && netMinor > 0
        ? levies.stream().map(levy -> levy.on(netMinor)).toList()
        : List.of();
  }
}
