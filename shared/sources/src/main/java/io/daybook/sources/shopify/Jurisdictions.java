package io.daybook.sources.shopify;

import io.daybook.events.Jurisdiction;
import io.daybook.sources.json.Field;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who levies an order's taxes, as far as Shopify says: the country and province that the order goes to, else those of
 * the bill, such as {@code US-CA} or {@code DE}; without an address (a sale over the counter) the tax line's title. A
 * state's, county's and city's tax on one line are several amounts of one jurisdiction.
 */
record Jurisdictions(Optional<Jurisdiction> destination) {
  private static final Name SHIPPING_ADDRESS = Name.of("shipping_address");
  private static final Name BILLING_ADDRESS = Name.of("billing_address");
  private static final Name COUNTRY = new Name("country_code", "countryCodeV2");
  private static final Name PROVINCE = Name.of("province_code");

  /** Leaves room in an account's name for its number. */
  private static final int LONGEST = 40;

  static Jurisdictions of(Told order) {
    return new Jurisdictions(
        Stream.of(SHIPPING_ADDRESS, BILLING_ADDRESS)
            .map(order::maybe)
            .flatMap(Optional::stream)
            .map(address -> new Told(address, order.dialect()))
            .map(Jurisdictions::ofAddress)
            .flatMap(Optional::stream)
            .findFirst());
  }

  private static Optional<Jurisdiction> ofAddress(Told address) {
    Optional<String> province = text(address, PROVINCE);
    return text(address, COUNTRY)
        .map(country ->
            new Jurisdiction(safe(country + province.map(code -> "-" + code).orElse(""))));
  }

  /** The jurisdiction of a tax line with this title. */
  Jurisdiction of(Optional<String> title) {
    return destination.orElseGet(() ->
        new Jurisdiction(
            title.filter(text -> !text.isBlank()).map(Jurisdictions::safe).orElse("unknown")));
  }

  private static Optional<String> text(Told address, Name name) {
    return address.maybe(name).map(Field::text).filter(text -> !text.isBlank());
  }

  private static String safe(String text) {
    String safe = text.strip().replaceAll("[^A-Za-z0-9._-]", "-");
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
  }
}
