package io.daybook.local.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.local.lambda.LocalFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The hub's address: hands each request to a function as a function-URL event, payload format 2.0. */
public final class WebServer implements AutoCloseable {
  /** A little more than a function takes, so that the function itself says that it is too much. */
  private static final int MAX_BODY = 6 * 1024 * 1024 + 1;

  private static final Logger LOG = System.getLogger("io.daybook.web");
  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BACKLOG = 512;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Runnable afterRequest;

  /**
   * Binds the address and serves once {@link #start} is called.
   *
   * @param port 0 for any free one
   * @param routes which function gets a request
   * @param afterRequest runs after each answer: the pump's wake-up
   * @throws IOException if the port is taken
   */
  public WebServer(int port, Routes routes, Runnable afterRequest) throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    this.afterRequest = afterRequest;
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, routes));
  }

  /** Begins to serve. */
  public void start() {
    server.start();
  }

  /** The port that is served. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of the hub, such as {@code http://127.0.0.1:8420}. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  private void serve(HttpExchange exchange, Routes routes) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
      Optional<LocalFunction> function = routes.of(exchange.getRequestURI().getPath());
      if (function.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        answer(exchange, MAPPER.readTree(function.get().invoke(event(exchange, body))));
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.ERROR, "a request failed", failed);
      exchange.sendResponseHeaders(502, -1);
    } finally {
      exchange.close();
      afterRequest.run();
    }
  }

  private static void answer(HttpExchange exchange, JsonNode answer) throws IOException {
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      exchange.getResponseHeaders().set(header.getKey(), header.getValue().asText());
    }
    for (JsonNode cookie : answer.path("cookies")) {
      exchange.getResponseHeaders().add("Set-Cookie", cookie.asText());
    }
    String body = answer.path("body").asText();
    byte[] bytes =
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
    exchange.sendResponseHeaders(answer.path("statusCode").asInt(), bodiless ? -1 : bytes.length);
    if (!bodiless) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static byte[] event(HttpExchange exchange, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("version", "2.0");
      json.writeStringField("rawPath", exchange.getRequestURI().getRawPath());
      String query = exchange.getRequestURI().getRawQuery();
      json.writeStringField("rawQueryString", query == null ? "" : query);
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
        String name = header.getKey().toLowerCase(Locale.ROOT);
        if (!name.equals("cookie")) {
          json.writeStringField(name, String.join(",", header.getValue()));
        }
      }
      json.writeEndObject();
      writeCookies(exchange, json);
      json.writeObjectFieldStart("requestContext");
      json.writeObjectFieldStart("http");
      json.writeStringField("method", exchange.getRequestMethod());
      json.writeStringField("path", exchange.getRequestURI().getRawPath());
      json.writeEndObject();
      json.writeEndObject();
      json.writeBinaryField("body", body);
      json.writeBooleanField("isBase64Encoded", true);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Payload format 2.0 has cookies apart from the headers, one an element. */
  private static void writeCookies(HttpExchange exchange, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("cookies");
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String cookie : header.split(";", -1)) {
        json.writeString(cookie.strip());
      }
    }
    json.writeEndArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
