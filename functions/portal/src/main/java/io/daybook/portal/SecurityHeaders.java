package io.daybook.portal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser not to allow. */
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private SecurityHeaders() {}

  static HttpAnswer on(HttpAnswer answer, Place place) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("content-security-policy", POLICY);
    headers.put("x-content-type-options", "nosniff");
    // Not no-referrer: under it browsers hide the origin of our own forms, which we check.
    headers.put("referrer-policy", "same-origin");
    headers.put("cross-origin-opener-policy", "same-origin");
    headers.put("cross-origin-resource-policy", "same-origin");
    headers.put("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
    switch (place) {
      case CLOUD -> headers.put("strict-transport-security", "max-age=63072000");
      case LOOPBACK -> {
        // Plain HTTP: browsers would ignore it.
      }
    }
    return new HttpAnswer(answer.status(), headers, answer.cookies(), answer.body());
  }
}
