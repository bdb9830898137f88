package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.retrieval.Endpoint;
import io.daybook.sources.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers what a test put down, in that order, and keeps what it was asked. */
final class ScriptedShop implements AutoCloseable {
  static final String TOKEN = "shpat_do_not_tell";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  // A request that hangs must not hold up the next one.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** A request that came. */
  record Asked(String method, String path, List<String> token, JsonNode body) {
    JsonNode variables() {
      return body.path("variables");
    }

    String query() {
      return body.path("query").asText();
    }
  }

  private record Answered(int status, Map<String, String> headers, String body) {}

  ScriptedShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  Endpoint endpoint() {
    return new Endpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        new Secret(TOKEN.getBytes(UTF_8)));
  }

  /** Puts down an answer of 200, JSON with single quotes. */
  ScriptedShop answer(String json) {
    return answer(200, Map.of(), json.replace('\'', '"'));
  }

  ScriptedShop answer(int status, Map<String, String> headers, String body) {
    answers.add(new Answered(status, headers, body));
    return this;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            List.copyOf(exchange.getRequestHeaders().get("X-Shopify-Access-Token")),
            MAPPER.readTree(exchange.getRequestBody().readAllBytes())));
    Answered answer = answers.poll();
    if (answer == null) {
      hang();
      exchange.close();
      return;
    }
    answer.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] body = answer.body.getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** What nobody put an answer down for gets none, until the client's time is out. */
  private void hang() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
