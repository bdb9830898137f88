package io.daybook.sources.bank.camt;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.sources.reading.XmlElement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The values of ISO 20022 messages, read exactly. */
final class CamtValues {
  /** ISO 20022 allows 18 digits; some banks write trailing zeros beyond the currency's decimals. */
  private static final Pattern DECIMAL = Pattern.compile("\\+?[0-9]{1,20}(\\.[0-9]{0,20})?");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}([TZ+-].*)?");

  private CamtValues() {}

  /** The {@code Amt} of an entry or balance, with the sign of its {@code CdtDbtInd}: a credit is positive. */
  static Money amount(XmlElement owner) {
    XmlElement element = owner.at("Amt");
    CurrencyCode currency = currency(element);
    if (!DECIMAL.matcher(element.text()).matches()) {
      throw element.expected("an amount without a sign, such as 12.34");
    }
    try {
      Money money = Money.ofMajor(new BigDecimal(element.text()), currency);
      return isCredit(owner.at("CdtDbtInd")) ? money : money.negated();
    } catch (ArithmeticException e) {
      throw element.expected(
          "an amount of at most "
              + Decimals.iso(currency)
              + " decimals that fits 63 bits of minor units");
    }
  }

  static CurrencyCode currency(XmlElement amount) {
    return currency(amount, amount.attributes().getOrDefault("Ccy", ""));
  }

  static CurrencyCode currency(XmlElement element, String code) {
    try {
      return new CurrencyCode(code);
    } catch (IllegalArgumentException e) {
      throw element.expected("a currency (Ccy) such as EUR");
    }
  }

  /** The day of a {@code Dt} or {@code DtTm}, as the bank wrote it: its own zone, not ours. */
  static LocalDate day(XmlElement choice) {
    XmlElement date =
        choice
            .find("Dt")
            .or(() -> choice.find("DtTm"))
            .orElseThrow(() -> choice.expected("a date (Dt or DtTm)"));
    return dayOf(date);
  }

  /** The day that a date or a time begins with. */
  static LocalDate dayOf(XmlElement date) {
    try {
      if (DATE.matcher(date.text()).matches()) {
        return LocalDate.parse(date.text().substring(0, 10));
      }
    } catch (DateTimeException e) {
      throw date.expected("a day that exists");
    }
    throw date.expected("a date such as 2026-10-31");
  }

  /** A time in milliseconds since 1970; one without a zone counts as UTC, as it only ranks the bank's own versions. */
  static long millis(XmlElement time) {
    try {
      return OffsetDateTime.parse(time.text()).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      return localMillis(time);
    }
  }

  private static long localMillis(XmlElement time) {
    try {
      return LocalDateTime.parse(time.text()).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      throw time.expected("a time such as 2026-10-31T18:00:00+01:00");
    }
  }

  private static boolean isCredit(XmlElement indicator) {
    return switch (indicator.text()) {
      case "CRDT" -> true;
      case "DBIT" -> false;
      default -> throw indicator.expected("CRDT or DBIT");
    };
  }
}
