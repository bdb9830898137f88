package io.daybook.direct;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS's Signature Version 4 in the {@code Authorization} header (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">IAM User Guide</a>).
 *
 * @param region such as {@code eu-central-1}
 * @param service such as {@code dynamodb}
 */
public record Signer(String region, String service) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String TERMINATOR = "aws4_request";
  private static final String HMAC = "HmacSHA256";

  /**
   * The headers of a signed request: those given, lower-cased, with {@code x-amz-date}, the session's token, if there is
   * one, and {@code authorization}. {@code host} is signed and not among them.
   *
   * @throws IllegalArgumentException if the address has a query, or a path that would have to be escaped
   */
  public SortedMap<String, String> sign(
      Credentials credentials,
      Instant now,
      String method,
      URI address,
      Map<String, String> headers,
      byte[] body) {
    SortedMap<String, String> signed = new TreeMap<>();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      signed.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    String time = time(now);
    signed.put("host", host(address));
    signed.put("x-amz-date", time);
    if (!credentials.sessionToken().isEmpty()) {
      signed.put("x-amz-security-token", credentials.sessionToken());
    }
    String names = String.join(";", signed.keySet());
    StringBuilder canonical = new StringBuilder(512);
    canonical.append(method).append('\n').append(path(address)).append("\n\n");
    for (Map.Entry<String, String> header : signed.entrySet()) {
      canonical.append(header.getKey()).append(':').append(trim(header.getValue())).append('\n');
    }
    canonical.append('\n').append(names).append('\n').append(sha256(body));
    String day = time.substring(0, 8);
    String scope = day + "/" + region + "/" + service + "/" + TERMINATOR;
    String toSign =
        ALGORITHM
            + "\n"
            + time
            + "\n"
            + scope
            + "\n"
            + sha256(canonical.toString().getBytes(UTF_8));
    String signature = HexFormat.of().formatHex(hmac(key(credentials.secret(), day), toSign));
    signed.remove("host");
    signed.put(
        "authorization",
        ALGORITHM
            + " Credential="
            + credentials.keyId()
            + "/"
            + scope
            + ", SignedHeaders="
            + names
            + ", Signature="
            + signature);
    return signed;
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] key(String secret, String day) {
    byte[] key = hmac(("AWS4" + secret).getBytes(UTF_8), day);
    return hmac(hmac(hmac(key, region), service), TERMINATOR);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** {@code 20150830T123600Z}; by hand, for a formatter takes longer to load than all the rest of the signature. */
  private static String time(Instant now) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder time = new StringBuilder(16);
    digits(time, utc.getYear(), 4);
    digits(time, utc.getMonthValue(), 2);
    digits(time, utc.getDayOfMonth(), 2);
    time.append('T');
    digits(time, utc.getHour(), 2);
    digits(time, utc.getMinute(), 2);
    digits(time, utc.getSecond(), 2);
    return time.append('Z').toString();
  }

  private static void digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    for (int missing = width - digits.length(); missing > 0; missing--) {
      text.append('0');
    }
    text.append(digits);
  }

  private static String host(URI address) {
    int port = address.getPort();
    boolean usual =
        port < 0
            || (port == 443 && "https".equals(address.getScheme()))
            || (port == 80 && "http".equals(address.getScheme()));
    return usual ? address.getHost() : address.getHost() + ":" + port;
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    if (address.getRawQuery() != null) {
      throw new IllegalArgumentException("addresses with a query are not signed");
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (!plain) {
        throw new IllegalArgumentException("path '" + path + "' would have to be escaped");
      }
    }
    return path.isEmpty() ? "/" : path;
  }

  /** Without spaces at the ends, and one for several. */
  private static String trim(String value) {
    String trimmed = value.strip();
    return trimmed.contains("  ") ? trimmed.replaceAll(" +", " ") : trimmed;
  }
}
