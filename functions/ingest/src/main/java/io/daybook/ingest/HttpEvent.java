package io.daybook.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.daybook.sources.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * An HTTP request as Lambda hands it over: a function-URL event, payload format 2.0. Read by streaming, so that the door
 * opens without loading a data-binding library.
 */
final class HttpEvent {
  private static final JsonFactory JSON = new JsonFactory();

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
    Map<String, String> headers = new HashMap<>();
    String body = "";
    boolean encoded = false;
    try (JsonParser json = JSON.createParser(input)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the event is no object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "rawPath" -> path = text(json, path);
          case "body" -> body = text(json, body);
          case "isBase64Encoded" -> encoded = value == JsonToken.VALUE_TRUE;
          case "headers" -> readHeaders(json, headers);
          case "requestContext" -> method = readMethod(json, method);
          default -> json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("the event ends before its end");
      }
    }
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

  /** A text, or what it was before. */
  private static String text(JsonParser json, String before) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    json.skipChildren();
    return before;
  }

  private static void readHeaders(JsonParser json, Map<String, String> headers) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        headers.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  /** {@code {"http":{"method":"POST"}}}. */
  private static String readMethod(JsonParser json, String before) throws IOException {
    String method = before;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return method;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean http = json.currentName().equals("http");
      if (json.nextToken() != JsonToken.START_OBJECT || !http) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isMethod = json.currentName().equals("method");
        json.nextToken();
        if (isMethod) {
          method = text(json, method);
        } else {
          json.skipChildren();
        }
      }
    }
    return method;
  }
}
