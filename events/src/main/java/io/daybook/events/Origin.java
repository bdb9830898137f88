package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whose id it is: a platform and the merchant's account there, such as {@code shopify:blue-cup.myshopify.com}, {@code
 * stripe:acct_1Nv0FG} or {@code bank:DE89370400440532013000}.
 *
 * <p>The account and not the connection's name stands here, so that a shop connected anew tells the same facts and not
 * new ones ({@code FAILURES.md} 8).
 *
 * @param platform lower-case name of the platform
 * @param account the merchant's account on it
 */
public record Origin(String platform, String account) implements Comparable<Origin> {
  /** Refuses a blank part, a colon in the platform, and a slash anywhere: origins are parts of keys. */
  public Origin {
    Text.requireId(platform, "platform");
    Text.requireId(account, "account");
    if (platform.indexOf(':') >= 0 || platform.indexOf('/') >= 0 || account.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "origin '" + platform + ":" + account + "' has a ':' or '/' too many");
    }
  }

  /** The inverse of {@link #toString}. */
  @JsonCreator
  public static Origin parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("origin is '" + text + "', expected platform:account");
    }
    return new Origin(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(Origin other) {
    return toString().compareTo(other.toString());
  }

  @JsonValue
  @Override
  public String toString() {
    return platform + ":" + account;
  }
}
