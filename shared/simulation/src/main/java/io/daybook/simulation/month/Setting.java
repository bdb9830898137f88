package io.daybook.simulation.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Who the sample shop is and which month it plays.
 *
 * @param shopName as customers know it
 * @param shopDomain its {@code myshopify.com} domain
 * @param stripeAccount its Stripe account
 * @param zone the shop's and the book's time zone
 * @param month the month; its first day is the cut-over
 * @param currency of everything
 * @param bankAccount its bank account's number, as the bank file writes it; American banks have no IBAN
 */
public record Setting(
    String shopName,
    String shopDomain,
    String stripeAccount,
    ZoneId zone,
    YearMonth month,
    String currency,
    String bankAccount) {
  /** Blue Cup Coffee of New York, October 2026. */
  public static Setting blueCup() {
    return new Setting(
        "Blue Cup Coffee",
        "blue-cup.myshopify.com",
        "acct_1QBlueCup0Coffee",
        ZoneId.of("America/New_York"),
        YearMonth.of(2026, 10),
        "USD",
        "483920117406");
  }

  /** The first day that posts. */
  public LocalDate cutOver() {
    return month.atDay(1);
  }

  /** The month's first instant. */
  public Instant start() {
    return cutOver().atStartOfDay(zone).toInstant();
  }

  /** The first instant after the month. */
  public Instant end() {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The day of an instant in the shop's zone. */
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
