package io.daybook.portal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Under which name a request came, and from whose page. */
final class Origins {
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  private Origins() {}

  /** Whether the request may be answered under the name that it asks (DNS rebinding). */
  static boolean ours(HttpRequest request, Place place) {
    return switch (place) {
      case CLOUD -> true;
      case LOOPBACK ->
          request.header("host").filter(host -> LOOPBACK.contains(name(host))).isPresent();
    };
  }

  /**
   * Whether a form was sent from a page of ours. What the browser says of itself counts first: behind a domain of one's own
   * the function is asked under another name than the page has.
   */
  static boolean sameOrigin(HttpRequest request) {
    Optional<String> site = request.header("sec-fetch-site");
    if (site.isPresent()) {
      return site.get().equals("same-origin");
    }
    Optional<String> origin = request.header("origin");
    return origin.isPresent() && authority(origin.get()).equals(request.header("host"));
  }

  /** The port that was asked, or nothing for the scheme's own. */
  static String port(HttpRequest request) {
    String host = request.header("host").orElse("");
    return host.substring(name(host).length()).replace(":", "");
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    return (colon > host.lastIndexOf(']') ? host.substring(0, colon) : host)
        .toLowerCase(Locale.ROOT);
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException noOrigin) {
      return Optional.empty();
    }
  }
}
