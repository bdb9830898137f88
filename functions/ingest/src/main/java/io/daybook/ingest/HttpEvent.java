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

  static HttpEvent read(InputStream input) throws IOException {
    String method = "";
    String path = "";
    Map<String, String> headers = new HashMap<>();
    String body = "";
    boolean encoded = false;
    try (JsonParser json = JSON.createParser(input)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "rawPath" -> path = json.getText();
          case "body" -> body = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
          case "isBase64Encoded" -> encoded = json.getBooleanValue();
          case "headers" -> readHeaders(json, headers);
          case "requestContext" -> method = readMethod(json, method);
          default -> json.skipChildren();
        }
      }
    }
    byte[] raw = encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    return new HttpEvent(method, path, new Headers(headers), raw);
  }

  private static void readHeaders(JsonParser json, Map<String, String> headers) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      headers.put(name, json.getText());
    }
  }

  private static String readMethod(JsonParser json, String before) throws IOException {
    String method = before;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("http")) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String inner = json.currentName();
          json.nextToken();
          if (inner.equals("method")) {
            method = json.getText();
          } else {
            json.skipChildren();
          }
        }
      } else {
        json.skipChildren();
      }
    }
    return method;
  }
}
