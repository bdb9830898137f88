package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.sources.json.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Magento object, read in Magento's manner: amounts are numbers or texts of up to four decimals, flags are 0 and 1, times
 * are of UTC and do not say so.
 */
record Told(Field field) {
  private static final String ID = "an id of at most 150 characters";
  private static final String TIME = "a time such as 2026-10-05 14:03:00";

  <T> T id(String name, Function<String, T> type) {
    return field.at(name).parse(type, ID);
  }

  /** An id that may be missing, null, empty or 0. */
  <T> Optional<T> maybeId(String name, Function<String, T> type) {
    return field
        .maybe(name)
        .filter(id -> !(id.node().isTextual() && id.text().isBlank()))
        .filter(id -> !id.id().equals("0"))
        .map(id -> id.parse(type, ID));
  }

  String word(String name) {
    return field.at(name).id();
  }

  /** A text that may be missing, null or empty. */
  Optional<String> maybeWord(String name) {
    return field.maybe(name).map(Field::text).filter(text -> !text.isBlank());
  }

  /** True, 1 or "1". */
  boolean isSet(String name) {
    return field
        .maybe(name)
        .map(flag -> flag.node().isBoolean() ? flag.flag() : flag.decimal().signum() != 0)
        .orElse(false);
  }

  /** A quantity or rate; 0 if it is missing. */
  BigDecimal decimal(String name) {
    return field.maybe(name).map(Field::decimal).orElse(BigDecimal.ZERO);
  }

  /** An amount that must be there. */
  long minor(String name, CurrencyCode currency) {
    return minor(field.at(name), currency);
  }

  /** An amount that may be missing: then 0. */
  long maybeMinor(String name, CurrencyCode currency) {
    return field.maybe(name).map(amount -> minor(amount, currency)).orElse(0L);
  }

  /** An amount of at least 0, whichever sign Magento gives it: a discount is negative here and positive there. */
  long size(String name, CurrencyCode currency) {
    return Math.absExact(maybeMinor(name, currency));
  }

  CurrencyCode currency(String name) {
    return field.at(name).currency();
  }

  Instant time(String name) {
    Field time = field.at(name);
    String text = time.text();
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")) {
      throw time.expected(TIME);
    }
    try {
      LocalDateTime parsed = LocalDateTime.parse(text.replace(' ', 'T'));
      if (parsed.getYear() < 1970) {
        throw time.expected(TIME);
      }
      return parsed.toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      throw time.expected(TIME);
    }
  }

  Told at(String name) {
    return new Told(field.at(name));
  }

  Optional<Told> maybe(String name) {
    return field.maybe(name).map(Told::new);
  }

  /** The elements of a list that may be missing. */
  List<Told> list(String name) {
    return field.maybeList(name).stream().map(Told::new).toList();
  }

  /** An amount of Adobe Commerce's own modules, which the API shows among the extension attributes and events do not. */
  long extended(String name, CurrencyCode currency) {
    boolean isOwn = field.maybe(name).isPresent();
    return isOwn
        ? size(name, currency)
        : maybe("extension_attributes").map(more -> more.size(name, currency)).orElse(0L);
  }

  private static long minor(Field amount, CurrencyCode currency) {
    return amount
        .decimal()
        .setScale(Decimals.iso(currency), RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact();
  }
}
