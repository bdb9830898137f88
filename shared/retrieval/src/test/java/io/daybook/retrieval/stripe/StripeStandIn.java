package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.retrieval.Endpoint;
import io.daybook.sources.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A server on the loopback that gives prepared answers in turn and remembers what it was asked. */
final class StripeStandIn implements AutoCloseable {
  /** A request: its path, parameters by name, and headers that matter. */
  record Asked(
      String path,
      Map<String, List<String>> parameters,
      String authorization,
      String version,
      Map<String, List<String>> form) {}

  private record Prepared(int status, String body) {}

  private final HttpServer server;
  private final Deque<Prepared> prepared = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  StripeStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  StripeStandIn answering(int status, String body) {
    prepared.add(new Prepared(status, body));
    return this;
  }

  /** A list of objects written with single quotes. */
  StripeStandIn listing(boolean hasMore, String... objects) {
    return answering(
        200,
        "{'object':'list','url':'/v1','has_more':%s,'data':[%s]}"
            .formatted(hasMore, String.join(" ,\n ", objects))
            .replace('\'', '"'));
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  Endpoint endpoint() {
    return new Endpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
        new Secret("sk_live_secret".getBytes(UTF_8)));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      asked.add(
          new Asked(
              uri.getPath(),
              parameters(Objects.requireNonNullElse(uri.getRawQuery(), "")),
              Objects.requireNonNullElse(
                  exchange.getRequestHeaders().getFirst("Authorization"), ""),
              Objects.requireNonNullElse(
                  exchange.getRequestHeaders().getFirst("Stripe-Version"), ""),
              parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8))));
      Prepared next = prepared.size() > 1 ? prepared.remove() : prepared.getFirst();
      byte[] body = next.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Request-Id", "req_1");
      exchange.sendResponseHeaders(next.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    Arrays.stream(query.split("&", -1))
        .map(part -> part.split("=", 2))
        .forEach(pair ->
            parameters
                .computeIfAbsent(URLDecoder.decode(pair[0], UTF_8), name -> new ArrayList<>())
                .add(URLDecoder.decode(pair[pair.length - 1], UTF_8)));
    return parameters;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
