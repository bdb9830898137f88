package io.daybook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.daybook.direct.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class PrimingTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void thereIsASampleOfEachPlatformThatCallsAndItWalksTheWholeWay() {
    assertThat(PrimingSample.ALL).hasSameSizeAs(Verifiers.ALL);
    for (PrimingSample sample : PrimingSample.ALL) {
      assertThat(Priming.walk(sample)).isEqualTo(Answer.KEPT);
    }
  }

  @Test
  void beforeASnapshotNothingIsWrittenAndAfterItsRestoreCredentialsAreAskedForAnew()
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
          asked.add(target == null ? exchange.getRequestURI().getPath() : target);
          byte[] answer =
              (target == null
                      ? "{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"S\",\"Token\":\"T\",\"Expiration\":\"2099-01-01T00:00:00Z\"}"
                      : "{}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          try (var out = exchange.getResponseBody()) {
            out.write(answer);
          }
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Clock clock = Clock.systemUTC();
      DirectStores stores = DirectStores.fromEnvironment(environment(address), clock);
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      Priming priming =
          new Priming(stores, new ConnectionCache(stores), new JsonLog(lines, "ingest", clock));
      priming.beforeCheckpoint(Core.getGlobalContext());
      assertThat(asked).containsExactly("/creds", "DynamoDB_20120810.GetItem");
      priming.afterRestore(Core.getGlobalContext());
      stores.rehearse(Deadline.in(IngestFunction.PATIENCE, clock));
      assertThat(asked)
          .containsExactly(
              "/creds", "DynamoDB_20120810.GetItem", "/creds", "DynamoDB_20120810.GetItem");
      assertThat(lines.size()).isZero();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServiceThatDoesNotAnswerKeepsNoVersionFromBeingPublished() {
    Clock clock = Clock.systemUTC();
    DirectStores stores = DirectStores.fromEnvironment(environment("http://127.0.0.1:1"), clock);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new Priming(stores, new ConnectionCache(stores), new JsonLog(lines, "ingest", clock))
        .beforeCheckpoint(Core.getGlobalContext());
    assertThat(lines.toString(StandardCharsets.UTF_8)).contains("\"what\":\"not primed\"");
  }

  private static Map<String, String> environment(String address) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ENDPOINT_URL", address);
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", address + "/creds");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "open sesame");
    environment.put("DAYBOOK_INBOX_TABLE", "inbox");
    environment.put("DAYBOOK_STATE_TABLE", "state");
    environment.put("DAYBOOK_BODIES_BUCKET", "bodies");
    environment.put("DAYBOOK_KEY_ID", "alias/daybook");
    return environment;
  }
}
