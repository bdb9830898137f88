package io.daybook.simulation.history;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who takes part in every history. */
public final class Names {
  /** The shop that sells. */
  public static final Origin SHOP = new Origin("shopify", "blue-cup");

  /** Its processor, which has a feed. */
  public static final Origin PROCESSOR = new Origin("stripe", "acct_1");

  /** Its bank account. */
  public static final Origin BANK = new Origin("bank", "DE89");

  /** Who sells it labels. */
  public static final Origin CARRIER = new Origin("easypost", "acct_7");

  /** Who bills it. */
  public static final Origin SUPPLIER = new Origin("supplier", "clay");

  /** What customers pay by. */
  public static final Gateway CARD = new Gateway("stripe");

  /** Cash over the counter. */
  public static final Gateway CASH = new Gateway("cash");

  /** A gateway that nobody hears from but through the shop. */
  public static final Gateway UNFED = new Gateway("voucher");

  /** How many things it sells. */
  public static final int SKUS = 3;

  /** The only currency of its books. */
  public static final CurrencyCode USD = new CurrencyCode("USD");

  /** Where its days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** When every history begins. */
  public static final Instant START = Instant.parse("2026-01-05T15:00:00Z");

  /** From when on the hub keeps the shop's and the processor's books: what was before is in the opening balances. */
  public static final LocalDate CUT_OVER = LocalDate.of(2026, 1, 5);

  private Names() {}

  /** Whether something was before the hub kept books. */
  static boolean isContext(Instant at) {
    return day(at).isBefore(CUT_OVER);
  }

  /** The day of an instant. */
  public static LocalDate day(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }
}
