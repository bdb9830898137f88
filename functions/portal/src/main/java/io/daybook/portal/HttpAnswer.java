package io.daybook.portal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer in payload format 2.0.
 *
 * @param status the HTTP status
 * @param headers by name in lower case
 * @param cookies whole {@code Set-Cookie} values
 * @param body the bytes
 */
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, Bytes body) {
  private static final JsonFactory JSON = new JsonFactory();

  HttpAnswer {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /** A page; what it shows is for this person and this moment. */
  static HttpAnswer page(int status, String html) {
    return new HttpAnswer(
        status,
        Map.of("content-type", "text/html; charset=utf-8", "cache-control", "no-store"),
        List.of(),
        Bytes.utf8(html));
  }

  /** After a form was sent: look there. Going back does not send it again. */
  static HttpAnswer seeOther(String path) {
    return new HttpAnswer(
        303, Map.of("location", path, "cache-control", "no-store"), List.of(), Bytes.utf8(""));
  }

  HttpAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, more, cookies, body);
  }

  HttpAnswer withCookie(String cookie) {
    return new HttpAnswer(status, headers, List.of(cookie), body);
  }

  /** Text goes as text, everything else in Base64. */
  void write(OutputStream output) throws IOException {
    boolean text =
        headers.getOrDefault("content-type", "text/").startsWith("text/html")
            && !headers.containsKey("content-encoding");
    try (JsonGenerator json = JSON.createGenerator(output)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", status);
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : headers.entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("cookies");
      for (String cookie : cookies) {
        json.writeString(cookie);
      }
      json.writeEndArray();
      json.writeBooleanField("isBase64Encoded", !text);
      if (text) {
        json.writeStringField("body", new String(body.toArray(), StandardCharsets.UTF_8));
      } else {
        json.writeBinaryField("body", body.toArray());
      }
      json.writeEndObject();
    }
  }
}
