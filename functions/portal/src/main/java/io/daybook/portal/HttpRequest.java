package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP request as Lambda hands it over: a function-URL event, payload format 2.0. */
final class HttpRequest {
  /** Our forms are small; whatever is larger is not one of them. */
  static final int MAX_BODY = 16 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final String method;
  private final String path;
  private final String rawQuery;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final Map<String, String> cookies;
  private final byte[] body;

  private HttpRequest(
      String method,
      String path,
      String rawQuery,
      Map<String, String> headers,
      Map<String, String> cookies,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.query = pairs(rawQuery);
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  /**
   * Reads an event.
   *
   * @throws UnreadableRequest if its parts are not encoded as they should be
   */
  static HttpRequest read(JsonNode event) {
    Map<String, String> headers = new HashMap<>();
    event
        .path("headers")
        .properties()
        .forEach(header ->
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    Map<String, String> cookies = new HashMap<>();
    cookies(headers.getOrDefault("cookie", ""), cookies);
    event.path("cookies").forEach(cookie -> cookies(cookie.asText(), cookies));
    String body = event.path("body").asText("");
    return new HttpRequest(
        event.path("requestContext").path("http").path("method").asText(),
        event.path("rawPath").asText("/"),
        event.path("rawQueryString").asText(""),
        headers,
        cookies,
        event.path("isBase64Encoded").asBoolean()
            ? base64(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] base64(String body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRequest("the body is not Base64", e);
    }
  }

  String method() {
    return method;
  }

  /** As it came, still encoded. */
  String path() {
    return path;
  }

  /** A parameter of the address. */
  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** The query as it came, without its question mark. */
  String rawQuery() {
    return rawQuery;
  }

  /** The path with the query, as they came. */
  String address() {
    return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
  }

  /** A header, by its name in lower case. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  boolean largerThan(int bytes) {
    return body.length > bytes;
  }

  /** Whether a script of the page asks, and not the person. */
  boolean byTimer() {
    return headers.containsKey("hx-request");
  }

  /**
   * The fields of the form that was sent; files are not among them.
   *
   * @throws UnreadableRequest if it is none
   */
  Map<String, String> form() {
    return switch (mediaType()) {
      case FORM -> pairs(new String(body, StandardCharsets.UTF_8));
      case Multipart.TYPE -> new HashMap<>(multipart().fields());
      default -> throw new UnreadableRequest("content-type is not " + FORM);
    };
  }

  /**
   * A file of the form that was sent, if one was chosen.
   *
   * @throws UnreadableRequest if it is no form
   */
  Optional<Multipart.Upload> upload(String field) {
    return mediaType().equals(Multipart.TYPE)
        ? Optional.ofNullable(multipart().files().get(field))
        : Optional.empty();
  }

  private Multipart multipart() {
    return Multipart.read(headers.getOrDefault("content-type", ""), body);
  }

  private String mediaType() {
    return headers
        .getOrDefault("content-type", "")
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Of a name that comes twice, the first counts. */
  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        pairs.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return pairs;
  }

  /** A part of an address or form, as it was before it was encoded. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRequest("a part is not percent-encoded as it should be", e);
    }
  }

  private static void cookies(String header, Map<String, String> cookies) {
    for (String pair : header.split(";", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2) {
        cookies.putIfAbsent(parts[0], parts[1]);
      }
    }
  }
}
