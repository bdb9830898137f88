package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Secret;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by OAuth 1.0a (RFC 5849) with HMAC-SHA256: from Magento 2.4.4 on the only way in for an
 * integration unless the shop allows its token as a bearer's.
 */
final class OAuth {
  private static final String ALGORITHM = "HmacSHA256";

  private final Clock clock;
  private final RandomGenerator random;

  OAuth(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The four credentials of an integration. */
  record Credentials(Secret consumerKey, Secret consumerSecret, Secret token, Secret tokenSecret) {}

  /** The header {@code Authorization} of a GET. */
  String header(String url, Map<String, String> query, Credentials credentials) {
    return header(
        url,
        query,
        credentials,
        Long.toString(clock.instant().getEpochSecond()),
        "%016x%016x".formatted(random.nextLong(), random.nextLong()));
  }

  static String header(
      String url,
      Map<String, String> query,
      Credentials credentials,
      String timestamp,
      String nonce) {
    SortedMap<String, String> own = new TreeMap<>();
    own.put("oauth_consumer_key", text(credentials.consumerKey()));
    own.put("oauth_nonce", nonce);
    own.put("oauth_signature_method", "HMAC-SHA256");
    own.put("oauth_timestamp", timestamp);
    own.put("oauth_token", text(credentials.token()));
    own.put("oauth_version", "1.0");
    SortedMap<String, String> all = new TreeMap<>();
    own.forEach((name, value) -> all.put(encoded(name), encoded(value)));
    query.forEach((name, value) -> all.put(encoded(name), encoded(value)));
    String parameters =
        all.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining("&"));
    String base = "GET&" + encoded(url) + "&" + encoded(parameters);
    String key =
        encoded(text(credentials.consumerSecret()))
            + "&"
            + encoded(text(credentials.tokenSecret()));
    own.put("oauth_signature", sign(key, base));
    return "OAuth "
        + own.entrySet().stream()
            .map(member -> member.getKey() + "=\"" + encoded(member.getValue()) + "\"")
            .collect(Collectors.joining(", "));
  }

  /** As RFC 3986 leaves letters, digits and {@code -._~} only. */
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String sign(String key, String base) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String text(Secret secret) {
    return new String(secret.bytes(), UTF_8);
  }
}
