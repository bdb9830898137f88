package io.daybook.ingest;

import io.daybook.items.JsonMembers;
import io.daybook.sources.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as Lambda hands it over: a function-URL event, payload format 2.0. Read by streaming, so that the door
 * opens without loading a data-binding library.
 */
final class HttpEvent {
  private final String method;
  private final String path;
  private final Headers headers;
  private final byte[] body;

  private HttpEvent(String method, String path, Headers headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** Where it came to, as the request itself says. */
  String address() {
    return "https://" + headers.get("host").orElse("") + path;
  }

  Headers headers() {
    return headers;
  }

  /** The raw bytes of the request's body. */
  byte[] body() {
    return body;
  }

  /**
   * Reads an event.
   *
   * @throws IOException if it is none
   */
  static HttpEvent read(InputStream input) throws IOException {
    String method = "";
    String path = "";
    String query = "";
    Map<String, String> headers = new HashMap<>();
    String body = "";
    boolean encoded = false;
    try (JsonMembers json = JsonMembers.of(input)) {
      while (json.hasNext()) {
        switch (json.name()) {
          case "rawPath" -> path = json.text().orElse("");
          case "rawQueryString" -> query = json.text().orElse("");
          case "body" -> body = json.text().orElse("");
          case "isBase64Encoded" -> encoded = json.isTrue();
          case "headers" -> readHeaders(json, headers);
          case "requestContext" -> method = readMethod(json);
          default -> json.skip();
        }
      }
      json.end();
    }
    // Last, so that nothing sent can stand in its place.
    headers.put(Headers.QUERY, query);
    byte[] raw = encoded ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
    return new HttpEvent(method, path, new Headers(headers), raw);
  }

  private static byte[] decoded(String body) throws IOException {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new IOException("the event's body is not Base64", e);
    }
  }

  private static void readHeaders(JsonMembers json, Map<String, String> headers)
      throws IOException {
    if (json.enterObject()) {
      while (json.hasNext()) {
        String name = json.name();
        Optional<String> value = json.text();
        if (value.isPresent()) {
          headers.put(name, value.get());
        }
      }
      json.leave();
    }
  }

  /** {@code {"http":{"method":"POST"}}}. */
  private static String readMethod(JsonMembers json) throws IOException {
    String method = "";
    if (json.enterObject()) {
      while (json.hasNext()) {
        if (!json.name().equals("http")) {
          json.skip();
        } else if (json.enterObject()) {
          while (json.hasNext()) {
            if (json.name().equals("method")) {
              method = json.text().orElse("");
            } else {
              json.skip();
            }
          }
          json.leave();
        }
      }
      json.leave();
    }
    return method;
  }
}
