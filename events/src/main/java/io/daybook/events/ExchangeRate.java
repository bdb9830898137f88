package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth in another on a day (rule A6). Reference data: every day's is kept, and a subject that
 * needs one keeps those that it used in its own log.
 *
 * @param origin {@code daybook:} and the book whose table it belongs to
 * @param currency one unit of this
 * @param to is worth so much of this
 * @param on the day for which it was fixed
 * @param version grows with each correction of the day's rate; 1 for the first
 * @param rate in major units, such as {@code 1.0843}: more than 0, at most {@value #MAX_DECIMALS} decimals
 * @param source who fixed it, such as {@code ECB}
 */
public record ExchangeRate(
    Origin origin,
    CurrencyCode currency,
    CurrencyCode to,
    LocalDate on,
    long version,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal rate,
    String source)
    implements State {
  /** More are refused. */
  public static final int MAX_DECIMALS = 12;

  /** Refuses a rate of 0 or less, too many decimals, one currency twice, and a table that is no book's. */
  public ExchangeRate {
    BigDecimal stripped = rate.stripTrailingZeros();
    rate = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (rate.signum() <= 0 || rate.scale() > MAX_DECIMALS) {
      throw new IllegalArgumentException(
          "rate is " + rate + ", expected more than 0 and at most " + MAX_DECIMALS + " decimals");
    }
    if (currency.equals(to)) {
      throw new IllegalArgumentException("rate of " + currency + " in itself");
    }
    if (!origin.platform().equals("daybook")) {
      throw new IllegalArgumentException("origin is " + origin + ", expected daybook: and a book");
    }
    Text.requireId(source, "source");
  }

  @Override
  public FactKey key() {
    return new FactKey("exchange-rate", origin, currency + "-" + to + "@" + on);
  }

  @Override
  public Fact money() {
    return new ExchangeRate(origin, currency, to, on, version, rate, "-");
  }
}
