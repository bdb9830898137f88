package io.daybook.bench.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Runtime API that a function's process asks for its events.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the API</a>
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The function or the runtime failed. */
  public static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }

  /**
   * A function's answer.
   *
   * @param body what it wrote
   * @param atNanos when it came, by {@link System#nanoTime}
   */
  public record Answer(String body, long atNanos) {}

  private record Handed(String id, Bytes event) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Handed> events = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Long> ready = new CompletableFuture<>();
  private final CompletableFuture<Long> checkpoint = new CompletableFuture<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private final AtomicInteger ids = new AtomicInteger();

  private RuntimeApi(HttpServer server) {
    this.server = server;
  }

  /** Serves one process on any free port. */
  public static RuntimeApi start() throws IOException {
    RuntimeApi api =
        new RuntimeApi(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    api.server.setExecutor(api.threads);
    api.server.createContext(ROOT, api::serve);
    api.server.start();
    return api;
  }

  /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
  public String hostAndPort() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands over an event, now or as soon as it is asked for. */
  public CompletableFuture<Answer> hand(byte[] event) {
    String id = "00000000-0000-0000-0000-" + String.format("%012d", ids.incrementAndGet());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(id, answer);
    events.add(new Handed(id, Bytes.of(event)));
    return answer;
  }

  /** Waits for an answer. */
  public static Answer await(CompletableFuture<Answer> answer) throws Failed, InterruptedException {
    return get(answer);
  }

  /** When the function first asked for an event: its start is done. */
  public long awaitReady() throws Failed, InterruptedException {
    return get(ready);
  }

  /** When the function was ready for its snapshot to be taken. */
  public long awaitCheckpoint() throws Failed, InterruptedException {
    return get(checkpoint);
  }

  /** As if its snapshot were loaded now. */
  public void restore() {
    restored.countDown();
  }

  private static <T> T get(CompletableFuture<T> awaited) throws Failed, InterruptedException {
    try {
      return awaited.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Failed(String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      throw new Failed("the function said nothing for " + PATIENCE.toSeconds() + " s");
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    try (exchange) {
      String asked = exchange.getRequestURI().getPath().substring(ROOT.length());
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (asked.equals("invocation/next")) {
        ready.complete(now);
        hand(exchange, events.take());
      } else if (asked.equals("restore/next")) {
        checkpoint.complete(now);
        restored.await();
        exchange.sendResponseHeaders(200, -1);
      } else {
        hear(asked, body, now);
        exchange.sendResponseHeaders(202, -1);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hand(HttpExchange exchange, Handed handed) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", handed.id());
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(System.currentTimeMillis() + PATIENCE.toMillis()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:bench");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    exchange.sendResponseHeaders(200, handed.event().size());
    exchange.getResponseBody().write(handed.event().toArray());
  }

  private void hear(String asked, byte[] body, long now) {
    String text = new String(body, StandardCharsets.UTF_8);
    String[] parts = asked.split("/", -1);
    boolean ofAnInvocation = parts.length == 3 && parts[0].equals("invocation");
    if (ofAnInvocation && parts[2].equals("response")) {
      answers.getOrDefault(parts[1], new CompletableFuture<>()).complete(new Answer(text, now));
      return;
    }
    Failed failed = new Failed(asked + ": " + text);
    ready.completeExceptionally(failed);
    checkpoint.completeExceptionally(failed);
    answers.values().forEach(answer -> answer.completeExceptionally(failed));
  }

  @Override
  public void close() {
    restored.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
