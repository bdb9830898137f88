package io.daybook.cloud.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The server: finds out which service is called, and writes down what for. */
public final class FakeAws implements AutoCloseable {
  /** The account. */
  public static final String ACCOUNT = "123456789012";

  /** The region. */
  public static final String REGION = "eu-central-1";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Fault> faults = new HashMap<>();
  private final FakeS3 s3 = new FakeS3();
  private final FakeLambda lambda = new FakeLambda();
  private final FakeStack stack = new FakeStack(s3, lambda);
  private final FakeMonitoring monitoring = new FakeMonitoring();

  /** An error that a call gets instead of its answer, so many times. */
  private record Fault(int status, String code, String message, int times) {}

  /** Listens. */
  public FakeAws() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The stack. */
  public FakeStack stack() {
    return stack;
  }

  /** The bucket. */
  public FakeS3 s3() {
    return s3;
  }

  /** The triggers. */
  public FakeLambda lambda() {
    return lambda;
  }

  /** Alarms, lag and backups. */
  public FakeMonitoring monitoring() {
    return monitoring;
  }

  /** What was called, in order. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The permissions that were needed, in order. */
  public synchronized List<String> permissions() {
    return calls.stream().map(Call::permission).toList();
  }

  /** Forgets what was called. */
  public synchronized void forgetCalls() {
    calls.clear();
  }

  /** Every call that needs a permission is answered with an error, so many times. */
  public synchronized void refuse(
      String permission, int status, String code, String message, int times) {
    faults.put(permission, new Fault(status, code, message, times));
  }

  /** No call is refused any more. */
  public synchronized void allowAll() {
    faults.clear();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      Answer answer = answer(exchange, body);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] out = answer.body();
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), head || out.length == 0 ? -1 : out.length);
      if (!head && out.length > 0) {
        exchange.getResponseBody().write(out);
      }
    } catch (RuntimeException bug) {
      bug.printStackTrace();
      throw bug;
    }
  }

  private synchronized Answer answer(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    if (path.equals("/") && type.startsWith("application/x-www-form-urlencoded")) {
      Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
      String action = form.getOrDefault("Action", "");
      String version = form.getOrDefault("Version", "");
      return switch (version) {
        case "2011-06-15" -> recorded(new Call("sts:" + action, "*"), Kind.XML, FakeAws::identity);
        case "2010-08-01" ->
            recorded(
                new Call(
                    "cloudwatch:" + action,
                    action.equals("DescribeAlarms")
                        ? "arn:aws:cloudwatch:" + REGION + ":" + ACCOUNT + ":alarm:*"
                        : "*"),
                Kind.XML,
                () -> monitoring.query(action, form));
        default ->
            recorded(
                new Call("cloudformation:" + action, stack.arn()),
                Kind.XML,
                () -> stack.query(action, form));
      };
    }
    if (path.startsWith("/2015-03-31/event-source-mappings/")) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      boolean read = exchange.getRequestMethod().equals("GET");
      return recorded(
          new Call(
              read ? "lambda:GetEventSourceMapping" : "lambda:UpdateEventSourceMapping",
              "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":event-source-mapping:" + id),
          Kind.JSON,
          () ->
              read ? lambda.get(id) : lambda.update(id, new String(body, StandardCharsets.UTF_8)));
    }
    String target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
    if (target.startsWith("DynamoDB_20120810.")) {
      String json = new String(body, StandardCharsets.UTF_8);
      return recorded(
          new Call(
              "dynamodb:" + target.substring(target.indexOf('.') + 1),
              "arn:aws:dynamodb:"
                  + REGION
                  + ":"
                  + ACCOUNT
                  + ":table/"
                  + FakeMonitoring.table(json)),
          Kind.JSON,
          () -> monitoring.recovery(json));
    }
    FakeS3.Operation operation = FakeS3.operation(exchange);
    return recorded(
        new Call(operation.permission(), operation.arn()),
        Kind.S3,
        () -> s3.answer(operation, exchange, body));
  }

  private enum Kind {
    XML,
    JSON,
    S3
  }

  private Answer recorded(Call call, Kind kind, Supplier<Answer> answer) {
    calls.add(call);
    Fault fault = faults.get(call.permission());
    if (fault == null || fault.times() == 0) {
      return answer.get();
    }
    faults.put(
        call.permission(),
        new Fault(fault.status(), fault.code(), fault.message(), fault.times() - 1));
    return switch (kind) {
      case XML -> Answer.xmlError(fault.status(), fault.code(), fault.message());
      case JSON -> Answer.jsonError(fault.status(), fault.code(), fault.message());
      case S3 -> Answer.s3Error(fault.status(), fault.code(), fault.message());
    };
  }

  private static Answer identity() {
    return Answer.ok(
        Xml.answer(
            "GetCallerIdentity",
            Xml.tag("Arn", "arn:aws:iam::" + ACCOUNT + ":user/ann")
                + Xml.tag("UserId", "AIDA")
                + Xml.tag("Account", ACCOUNT)));
  }

  static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  /** The body; a body in signed chunks is put together. */
  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    String digest =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))
            .orElse("");
    if (!digest.startsWith("STREAMING-")) {
      return raw;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (raw[end] != '\r') {
        end++;
      }
      String size = new String(raw, at, end - at, StandardCharsets.US_ASCII);
      int length =
          Integer.parseInt(size.contains(";") ? size.substring(0, size.indexOf(';')) : size, 16);
      if (length == 0) {
        return whole.toByteArray();
      }
      whole.write(raw, end + 2, length);
      at = end + 2 + length + 2;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
