package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds a function-URL event, hands it to a portal and reads the answer. */
final class Asking {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String cookie, Bytes body) {
    String text() {
      return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final PortalFunction function;
  private final String method;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};

  private Asking(PortalFunction function, String method, String path) {
    this.function = function;
    this.method = method;
    this.path = path;
    headers.put("Host", "127.0.0.1:8420");
  }

  static Asking get(PortalFunction function, String path) {
    return new Asking(function, "GET", path);
  }

  /** As a form of ours is sent. */
  static Asking post(PortalFunction function, String path, Map<String, String> form) {
    Asking asking = new Asking(function, "POST", path);
    asking.headers.put("sec-fetch-site", "same-origin");
    asking.headers.put("content-type", "application/x-www-form-urlencoded");
    asking.body =
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.UTF_8);
    return asking;
  }

  static Asking with(PortalFunction function, String method, String path) {
    return new Asking(function, method, path);
  }

  Asking header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Asking without(String name) {
    headers.remove(name);
    return this;
  }

  Asking body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  Asking as(String cookie) {
    return header("cookie", "other=1; " + cookie);
  }

  Answer answer() {
    String[] parts = path.split("\\?", 2);
    ObjectNode event = MAPPER.createObjectNode();
    event.put("version", "2.0").put("rawPath", parts[0]);
    event.put("rawQueryString", parts.length == 2 ? parts[1] : "");
    ObjectNode all = event.putObject("headers");
    headers.forEach(all::put);
    event.putObject("requestContext").putObject("http").put("method", method).put("path", parts[0]);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return read(invoke(function, event));
  }

  static JsonNode invoke(PortalFunction function, JsonNode event) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      function.handleRequest(
          new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)), answer, new NoContext());
      return MAPPER.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(JsonNode answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    String body = answer.path("body").asText();
    return new Answer(
        answer.path("statusCode").asInt(),
        headers,
        answer.path("cookies").path(0).asText(),
        answer.path("isBase64Encoded").asBoolean()
            ? Bytes.of(Base64.getDecoder().decode(body))
            : Bytes.utf8(body));
  }
}
