package io.daybook.sources.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Secret;
import io.daybook.sources.signature.Hmac;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The query by which Shopify sends a person to an app: to install it, and back with a code (shopify.dev, "authorization code
 * grant"). Signed: {@code hmac} is HMAC-SHA256 under the app's client secret over the other parameters, sorted, as they came.
 */
public final class InstallQuery {
  /** What came of looking at one. */
  public sealed interface Looked {
    /**
     * It is Shopify's.
     *
     * @param shop the shop's domain
     * @param values by name
     */
    record Genuine(String shop, Map<String, String> values) implements Looked {
      /** Copies the map. */
      public Genuine {
        values = Map.copyOf(values);
      }

      /** A value that is there and not empty. */
      public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
      }
    }

    /** It is not believed: the rest of a sentence that begins with "The address ". */
    record Refused(String words) implements Looked {}
  }

  /** How far its time may lie from ours: a person may take a while to consent, a stolen address is of no use tomorrow. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int LONGEST = 4_000;
  private static final Pattern SHOP = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}[.]myshopify[.]com");

  private InstallQuery() {}

  /** Whether a text is a shop's domain, and nothing but one. */
  public static boolean isShop(String text) {
    return SHOP.matcher(text).matches();
  }

  /**
   * Looks at a query.
   *
   * @param raw as it came, without the question mark
   * @param secrets of the app; two during a rotation
   */
  public static Looked look(String raw, List<Secret> secrets, Instant now) {
    if (raw.length() > LONGEST) {
      return new Looked.Refused("is longer than any of Shopify's");
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (values.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "")
          != null) {
        return new Looked.Refused("says something twice");
      }
    }
    Optional<byte[]> claimed = hex(values.getOrDefault("hmac", ""));
    if (claimed.isEmpty() || !Hmac.isByAny(secrets, claimed.get(), signed(raw))) {
      return new Looked.Refused("is not signed by Shopify for this app");
    }
    String shop = values.getOrDefault("shop", "");
    if (!isShop(shop)) {
      return new Looked.Refused("names no shop");
    }
    return isOfNow(values.getOrDefault("timestamp", ""), now)
        ? new Looked.Genuine(shop, values)
        : new Looked.Refused("is of another time: begin again in Shopify");
  }

  /** All that is signed: sorted by name, as it came. */
  private static byte[] signed(String raw) {
    return Arrays.stream(raw.split("&", -1))
        .filter(pair -> !pair.startsWith("hmac=") && !pair.startsWith("signature="))
        .sorted()
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  private static boolean isOfNow(String seconds, Instant now) {
    if (!seconds.matches("[0-9]{1,11}")) {
      return false;
    }
    Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs();
    return apart.compareTo(WINDOW) <= 0;
  }

  private static Optional<byte[]> hex(String text) {
    return text.matches("[0-9a-f]{64}")
        ? Optional.of(HexFormat.of().parseHex(text))
        : Optional.empty();
  }

  /** What cannot be decoded stays as it came, and is signed as it came. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
