package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket, and a key that enciphers by writing the context before the secret. */
final class FakeAws implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final TypeReference<TreeMap<String, String>> CONTEXT = new TypeReference<>() {};

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  FakeAws() {
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Map<String, byte[]> objects() {
    return objects;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (target != null) {
      kms(exchange, target, MAPPER.readTree(body));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      objects.put(path, body);
      answer(exchange, 200, new byte[0]);
    } else {
      byte[] object = objects.get(path);
      answer(exchange, object == null ? 404 : 200, object == null ? new byte[0] : object);
    }
  }

  private static void kms(HttpExchange exchange, String target, JsonNode asked) throws IOException {
    String context =
        MAPPER.writeValueAsString(MAPPER.convertValue(asked.path("EncryptionContext"), CONTEXT));
    if (target.equals("TrentService.Encrypt")) {
      byte[] blob = (context + asked.path("Plaintext").asText()).getBytes(UTF_8);
      String text = Base64.getEncoder().encodeToString(blob);
      answer(
          exchange, 200, ("{\"CiphertextBlob\":\"" + text + "\",\"KeyId\":\"k\"}").getBytes(UTF_8));
      return;
    }
    String blob =
        new String(Base64.getDecoder().decode(asked.path("CiphertextBlob").asText()), UTF_8);
    if (blob.startsWith(context)) {
      String secret = blob.substring(context.length());
      answer(exchange, 200, ("{\"Plaintext\":\"" + secret + "\",\"KeyId\":\"k\"}").getBytes(UTF_8));
    } else {
      answer(exchange, 400, "{\"__type\":\"InvalidCiphertextException\"}".getBytes(UTF_8));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
