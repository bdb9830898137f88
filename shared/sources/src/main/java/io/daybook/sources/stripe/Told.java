package io.daybook.sources.stripe;

import io.daybook.events.CurrencyCode;
import io.daybook.sources.json.Field;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A Stripe object, read in Stripe's manner: seconds, small letters, ids that may be expanded into their objects. */
record Told(Field field) {
  /** 9999-12-31T23:59:59Z. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** The object's own id. */
  <T> T id(Function<String, T> type) {
    return field.at("id").parse(type, "an id of at most 200 characters");
  }

  /** A time in seconds since 1970. */
  Instant time(String name) {
    Field time = field.at(name);
    long seconds = time.integer();
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw time.expected("seconds since 1970");
    }
    return Instant.ofEpochSecond(seconds);
  }

  CurrencyCode currency() {
    return field
        .at("currency")
        .parse(code -> new CurrencyCode(code.toUpperCase(Locale.ROOT)), "a currency such as usd");
  }

  /** An amount in the object's currency, in minor units of ISO 4217. */
  long minor(String name) {
    return StripeDecimals.isoMinor(field.at(name), currency());
  }

  String text(String name) {
    return field.at(name).text();
  }

  /** A text that may be missing, null or empty. */
  Optional<String> maybeText(String name) {
    return field.maybe(name).map(Field::text).filter(text -> !text.isBlank());
  }

  /** A flag that may be missing: then false. */
  boolean flag(String name) {
    return field.maybe(name).map(Field::flag).orElse(Boolean.FALSE);
  }

  /** Whether it says of itself that it is only a test. */
  boolean isTest() {
    return field.maybe("livemode").map(live -> !live.flag()).orElse(Boolean.FALSE);
  }

  /** An id that may be expanded, missing or null. */
  <T> Optional<T> link(String name, Function<String, T> type) {
    return field
        .maybe(name)
        .map(link -> link.node().isObject() ? link.at("id") : link)
        .map(id -> id.parse(type, "an id of at most 200 characters"));
  }

  /** An object that may be there in its place, or be only an id, missing or null. */
  Optional<Told> expanded(String name) {
    return field.maybe(name).filter(link -> link.node().isObject()).map(Told::new);
  }
}
