package io.daybook.simulation.shopify;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Consent to an app and its tokens, as a shop gives them: {@code /admin/oauth/authorize} consents at once and sends back with a
 * code, {@code /admin/oauth/access_token} takes the code once and refreshes tokens. A refresh token may be used again until the
 * one that replaced it is used (shopify.dev, August 2026).
 */
final class OAuth {
  private final String clientId;
  private final String clientSecret;
  private final String shop;
  private final Clock clock;
  private String code = "";
  private String token = "";
  private String refresh = "";
  private String refreshBefore = "";
  private int given;

  OAuth(String clientId, String clientSecret, String shop, Clock clock) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.shop = shop;
    this.clock = clock;
  }

  /** Where a person who consents is sent; nothing for another app. */
  synchronized Optional<String> authorize(String rawQuery) {
    Map<String, String> asked = pairs(rawQuery);
    if (!clientId.equals(asked.get("client_id")) || !asked.containsKey("redirect_uri")) {
      return Optional.empty();
    }
    given++;
    code = "code_" + given;
    Map<String, String> back = new TreeMap<>();
    back.put("code", code);
    back.put("host", "YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUv");
    back.put("state", asked.getOrDefault("state", ""));
    return Optional.of(asked.get("redirect_uri") + "?" + signed(back));
  }

  /** A query as Shopify signs it, for the shop and now. */
  String signed(Map<String, String> values) {
    Map<String, String> all = new TreeMap<>(values);
    all.put("shop", shop);
    all.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
    String text = join(all);
    return text + "&hmac=" + hmac(text);
  }

  /** Tokens for a form with a code or a refresh token; nothing for any other. */
  synchronized Optional<String> grant(String form) {
    Map<String, String> asked = pairs(form);
    boolean ours =
        clientId.equals(asked.get("client_id")) && clientSecret.equals(asked.get("client_secret"));
    boolean byCode = !code.isEmpty() && code.equals(asked.get("code"));
    String offered = asked.getOrDefault("refresh_token", "");
    boolean byRefresh =
        "refresh_token".equals(asked.get("grant_type"))
            && !offered.isEmpty()
            && (offered.equals(refresh) || offered.equals(refreshBefore));
    if (!ours || (!byCode && !byRefresh)) {
      return Optional.empty();
    }
    code = "";
    given++;
    token = "shpat_installed_" + given;
    if (byCode && !"1".equals(asked.get("expiring"))) {
      return Optional.of("{\"access_token\":\"" + token + "\",\"scope\":\"read_orders\"}");
    }
    refreshBefore = offered;
    refresh = "shprt_" + given;
    return Optional.of(
        "{\"access_token\":\""
            + token
            + "\",\"scope\":\"read_orders\",\"expires_in\":3600,\"refresh_token\":\""
            + refresh
            + "\",\"refresh_token_expires_in\":7776000}");
  }

  /** The token that is believed. */
  synchronized String token() {
    return token;
  }

  /** The hour is over. */
  synchronized void endToken() {
    token = "ended";
  }

  /** The app is uninstalled: nothing that it has is believed. */
  synchronized void uninstall() {
    token = "uninstalled";
    refresh = "";
    refreshBefore = "";
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String join(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> {
      text.append(text.isEmpty() ? "" : "&").append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    });
    return text.toString();
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        pairs.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }
}
