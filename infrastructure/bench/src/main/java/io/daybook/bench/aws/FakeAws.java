package io.daybook.bench.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** DynamoDB, KMS and S3 at one address of this machine. */
public final class FakeAws implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int BACKLOG = 128;
  private static final int REFUSED = 400;
  private static final String CREDENTIALS = "/credentials";

  private record Reply(int status, Bytes body) {}

  private final HttpServer server;
  private final HttpsServer secure;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Items items = new Items();
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  private FakeAws(HttpServer server, HttpsServer secure) {
    this.server = server;
    this.secure = secure;
  }

  /** Serves on any two free ports, in plain and over TLS. */
  public static FakeAws start(LoopbackIdentity identity) throws IOException {
    FakeAws aws =
        new FakeAws(HttpServer.create(anyPort(), BACKLOG), HttpsServer.create(anyPort(), BACKLOG));
    aws.secure.setHttpsConfigurator(new HttpsConfigurator(identity.context()));
    for (HttpServer one : List.of(aws.server, aws.secure)) {
      one.setExecutor(aws.threads);
      one.createContext("/", aws::serve);
      one.start();
    }
    return aws;
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Where it serves over TLS. */
  public String secureAddress() {
    return "https://127.0.0.1:" + secure.getAddress().getPort();
  }

  /** Where it serves. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where a function that may be frozen asks for its keys. */
  public String credentialsAddress() {
    return address() + CREDENTIALS;
  }

  /** How often each call came since the last time this was asked. */
  public SortedMap<String, Integer> takeCalls() {
    SortedMap<String, Integer> taken = new TreeMap<>(calls);
    calls.clear();
    return taken;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = answer(exchange, body);
      exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
      exchange.getResponseHeaders().set("x-amzn-requestid", "00000000-0000-0000-0000-000000000000");
      byte[] text = reply.body().toArray();
      exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private Reply answer(HttpExchange exchange, byte[] body) throws IOException {
    Optional<String> target =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    if (target.isEmpty()) {
      return exchange.getRequestURI().getPath().equals(CREDENTIALS)
          ? new Reply(200, Bytes.utf8(credentials()))
          : store(exchange.getRequestMethod());
    }
    String operation = target.get().substring(target.get().indexOf('.') + 1);
    calls.merge(operation, 1, Integer::sum);
    JsonNode request = MAPPER.readTree(body);
    try {
      return json(200, answer(operation, request));
    } catch (Items.Refused refused) {
      ObjectNode error = error("ConditionalCheckFailedException", "The conditional request failed");
      error.set("Item", refused.existing());
      return json(REFUSED, error);
    } catch (IllegalArgumentException unknown) {
      return json(REFUSED, error("ValidationException", String.valueOf(unknown)));
    }
  }

  private static Reply json(int status, ObjectNode body) throws IOException {
    return new Reply(status, Bytes.of(MAPPER.writeValueAsBytes(body)));
  }

  /** Nothing that is measured here reads an object. */
  private Reply store(String method) {
    calls.merge("S3 " + method, 1, Integer::sum);
    return new Reply(method.equals("PUT") ? 200 : 404, Bytes.utf8(""));
  }

  private String credentials() {
    calls.merge("credentials", 1, Integer::sum);
    return "{\"AccessKeyId\":\"AKIABENCH\",\"SecretAccessKey\":\"bench\",\"Token\":\"bench\","
        + "\"Expiration\":\"2099-01-01T00:00:00Z\"}";
  }

  private ObjectNode answer(String operation, JsonNode request) throws Items.Refused {
    ObjectNode answer = MAPPER.createObjectNode();
    switch (operation) {
      case "GetItem" ->
          items
              .get(request.path("TableName").asText(), request.path("Key"))
              .ifPresent(item -> answer.set("Item", item));
      case "PutItem" -> items.put(request);
      case "UpdateItem" -> items.add(request);
      case "DeleteItem" -> items.delete(request);
      case "Query" -> answer.setAll(items.query(request));
      case "TransactWriteItems" -> {
        for (JsonNode write : request.path("TransactItems")) {
          items.put(write.path("Put"));
        }
      }
      case "Encrypt" ->
          answer
              .put("CiphertextBlob", request.path("Plaintext").asText())
              .put("KeyId", request.path("KeyId").asText());
      case "Decrypt" ->
          answer
              .put("Plaintext", request.path("CiphertextBlob").asText())
              .put("KeyId", request.path("KeyId").asText());
      default -> throw new IllegalArgumentException("a call that this does not know: " + operation);
    }
    return answer;
  }

  private static ObjectNode error(String kind, String words) {
    return MAPPER
        .createObjectNode()
        .put("__type", "com.amazonaws.dynamodb.v20120810#" + kind)
        .put("message", words);
  }

  @Override
  public void close() {
    server.stop(0);
    secure.stop(0);
    threads.close();
  }
}
