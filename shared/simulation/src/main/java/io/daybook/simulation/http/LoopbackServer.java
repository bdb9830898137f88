package io.daybook.simulation.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * An HTTP server on 127.0.0.1, a virtual thread a request. Java's own server delays every answer by some 40 ms unless it
 * runs with {@code -Dsun.net.httpserver.nodelay=true}.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final int MOST_FAULTS_IN_A_ROW = 2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Function<Asked, Answer> answers;
  private final Function<Integer, Answer> failures;
  private final Faults faults;
  private final Random random;
  private final AtomicLong served = new AtomicLong();
  private int faultsInARow;

  /**
   * Starts a server.
   *
   * @param port 0 for any free one
   * @param faults how often it fails
   * @param answers what it answers
   * @param failures what it answers when it fails with a status
   */
  public LoopbackServer(
      int port,
      Faults faults,
      Function<Asked, Answer> answers,
      Function<Integer, Answer> failures) {
    this.answers = answers;
    this.failures = failures;
    this.faults = faults;
    this.random = new Random(faults.seed());
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many requests it has had. */
  public long served() {
    return served.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      served.incrementAndGet();
      Asked asked = read(exchange);
      int dice = dice();
      if (dice < faults.stallsPerThousand()) {
        Thread.sleep(faults.stall());
        return;
      }
      Answer answer = failure(dice - faults.stallsPerThousand(), asked);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      byte[] body = answer.bytes();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer failure(int dice, Asked asked) {
    if (dice < faults.errorsPerThousand()) {
      return failures.apply(500 + dice % 3 + (dice % 3 == 0 ? 0 : 1));
    }
    if (dice < faults.errorsPerThousand() + faults.refusalsPerThousand()) {
      return failures.apply(429);
    }
    return answers.apply(asked);
  }

  /** 0 to 999; a high number after two faults in a row. */
  private synchronized int dice() {
    int thrown = random.nextInt(1000);
    boolean fault =
        thrown
            < faults.stallsPerThousand()
                + faults.errorsPerThousand()
                + faults.refusalsPerThousand();
    faultsInARow = fault ? faultsInARow + 1 : 0;
    if (faultsInARow > MOST_FAULTS_IN_A_ROW) {
      faultsInARow = 0;
      return 999;
    }
    return thrown;
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    try (InputStream in = exchange.getRequestBody()) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
