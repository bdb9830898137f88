package io.daybook.sources.platform;

import java.net.URI;
import java.util.Optional;

/** Where a platform's API is, unless the person who connects gives another address. */
public sealed interface ApiAddress {
  /** One for all accounts. */
  record Fixed(URI address) implements ApiAddress {}

  /**
   * One for each account.
   *
   * @param pattern with {@code %s} for the account, such as {@code https://%s}
   */
  record OfAccount(String pattern) implements ApiAddress {}

  /**
   * Nobody can know it: it must be given.
   *
   * @param words what to give, such as {@code the shop's address, such as https://shop.example.com}
   */
  record Given(String words) implements ApiAddress {}

  /** It has no API that is asked. */
  record None() implements ApiAddress {}

  /**
   * The address of an account's API, if it follows from the account.
   *
   * @throws IllegalArgumentException if the account makes no address
   */
  default Optional<URI> of(String account) {
    return switch (this) {
      case Fixed fixed -> Optional.of(fixed.address());
      case OfAccount each -> Optional.of(URI.create(each.pattern().formatted(account)));
      case Given _, None _ -> Optional.empty();
    };
  }
}
