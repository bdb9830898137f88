package io.daybook.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a portal on a free loopback port, as the hub does. */
final class TestServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TestServer(PortalFunction function) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(function, exchange));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void serve(PortalFunction function, HttpExchange exchange) throws IOException {
    try (exchange) {
      Asking asking =
          Asking.with(function, exchange.getRequestMethod(), exchange.getRequestURI().toString());
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> asking.header(name, String.join(",", values)));
      Asking.Answer answer = asking.body(exchange.getRequestBody().readAllBytes()).answer();
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (!answer.cookie().isEmpty()) {
        exchange.getResponseHeaders().set("set-cookie", answer.cookie());
      }
      exchange.sendResponseHeaders(
          answer.status(), answer.body().size() == 0 ? -1 : answer.body().size());
      exchange.getResponseBody().write(answer.body().toArray());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
