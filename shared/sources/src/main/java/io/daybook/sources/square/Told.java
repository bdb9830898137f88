package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.sources.json.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A Square object, read in Square's manner: amounts are objects of minor units and currency. */
record Told(Field field) {
  private static final String ID = "an id of at most 150 characters";

  <T> T id(String name, Function<String, T> type) {
    return field.at(name).parse(type, ID);
  }

  <T> Optional<T> maybeId(String name, Function<String, T> type) {
    return field
        .maybe(name)
        .filter(id -> !(id.node().isTextual() && id.text().isBlank()))
        .map(id -> id.parse(type, ID));
  }

  String word(String name) {
    return field.at(name).text();
  }

  /** A text that may be missing, null or empty. */
  Optional<String> maybeWord(String name) {
    return field.maybe(name).map(Field::text).filter(text -> !text.isBlank());
  }

  Instant time(String name) {
    return field.at(name).instant();
  }

  Optional<Instant> maybeTime(String name) {
    return field.maybe(name).map(Field::instant);
  }

  /** The currency of an amount. */
  CurrencyCode currency(String name) {
    return field.at(name).at("currency").currency();
  }

  /** An amount that must be there, in this currency. */
  long minor(String name, CurrencyCode currency) {
    return minor(field.at(name), currency);
  }

  /** An amount that may be missing: then 0. */
  long maybeMinor(String name, CurrencyCode currency) {
    return field.maybe(name).map(money -> minor(money, currency)).orElse(0L);
  }

  /** An amount that may be missing and must not be negative. */
  long notNegative(String name, CurrencyCode currency) {
    long minor = maybeMinor(name, currency);
    if (minor < 0) {
      throw field.at(name).expected("an amount of at least 0");
    }
    return minor;
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

  /** Square leaves the amount out where it is 0. */
  private static long minor(Field money, CurrencyCode currency) {
    Optional<Field> amount = money.maybe("amount");
    long minor = amount.map(Field::integer).orElse(0L);
    if (minor != 0 && !money.at("currency").currency().equals(currency)) {
      throw money.at("currency").expected("the currency of the whole, " + currency);
    }
    return minor;
  }
}
