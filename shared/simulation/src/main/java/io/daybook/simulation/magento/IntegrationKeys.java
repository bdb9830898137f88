package io.daybook.simulation.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.simulation.http.Asked;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an integration of a shop is given, and whether a request carries it. */
public final class IntegrationKeys {
  private static final Pattern MEMBER = Pattern.compile("(oauth_[a-z_]+)=\"([^\"]*)\"");

  private final String consumerKey;
  private final String consumerSecret;
  private final String token;
  private final String tokenSecret;
  private final boolean takesBearer;
  private final Set<String> nonces = new HashSet<>();

  private IntegrationKeys(
      String consumerKey,
      String consumerSecret,
      String token,
      String tokenSecret,
      boolean takesBearer) {
    this.consumerKey = consumerKey;
    this.consumerSecret = consumerSecret;
    this.token = token;
    this.tokenSecret = tokenSecret;
    this.takesBearer = takesBearer;
  }

  /** A shop as it is since 2.4.4: only what is signed with all four is let in. */
  public static IntegrationKeys signed(
      String consumerKey, String consumerSecret, String token, String tokenSecret) {
    return new IntegrationKeys(consumerKey, consumerSecret, token, tokenSecret, false);
  }

  /** A shop that lets an integration's token in by itself. */
  public static IntegrationKeys bearer(String token) {
    return new IntegrationKeys("", "", token, "", true);
  }

  synchronized boolean letIn(Asked asked, URI address) {
    String header = asked.header("authorization").orElse("");
    return takesBearer ? isEqual(header, "Bearer " + token) : isSigned(asked, address, header);
  }

  private boolean isSigned(Asked asked, URI address, String header) {
    Map<String, String> members = new HashMap<>();
    Matcher member = MEMBER.matcher(header);
    while (member.find()) {
      members.put(member.group(1), URLDecoder.decode(member.group(2), UTF_8));
    }
    if (!header.startsWith("OAuth ")
        || !isEqual(members.getOrDefault("oauth_consumer_key", ""), consumerKey)
        || !isEqual(members.getOrDefault("oauth_token", ""), token)
        || !members.getOrDefault("oauth_signature_method", "").equals("HMAC-SHA256")
        || !members.getOrDefault("oauth_timestamp", "").matches("[0-9]{9,11}")
        || !nonces.add(members.getOrDefault("oauth_nonce", ""))) {
      return false;
    }
    List<String> pairs = new ArrayList<>();
    members.forEach((name, value) -> {
      if (!name.equals("oauth_signature")) {
        pairs.add(encoded(name) + "=" + encoded(value));
      }
    });
    asked
        .parameters()
        .forEach((name, values) ->
            values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    pairs.sort(String::compareTo);
    String base =
        asked.method()
            + "&"
            + encoded(address + asked.path())
            + "&"
            + encoded(String.join("&", pairs));
    return isEqual(members.getOrDefault("oauth_signature", ""), sign(base));
  }

  private String sign(String base) {
    try {
      String key = encoded(consumerSecret) + "&" + encoded(tokenSecret);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(base.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
