package io.daybook.retrieval.square;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.http.Limits;
import io.daybook.sources.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SquareRetrieverTest {
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-02T00:00:00Z");
  private static final String LOCATIONS = "{'locations':[{'id':'L2'},{'id':'L1'}]}";

  private record Reply(int status, String body) {}

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private Optional<HttpServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.createContext("/", this::answer);
    made.start();
    server = Optional.of(made);
  }

  @AfterEach
  void stop() {
    server.orElseThrow().stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String version = exchange.getRequestHeaders().getFirst("Square-Version");
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + body
              + (version.equals("2026-09-16") && token.equals("Bearer EAAA") ? "" : " UNSIGNED"));
      Reply reply = replies.isEmpty() ? new Reply(500, "") : replies.removeFirst();
      byte[] bytes = reply.body().replace('\'', '"').getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private void reply(int status, String body) {
    replies.addLast(new Reply(status, body));
  }

  private Fetched fetch(String resource, Optional<String> cursor) {
    Endpoint endpoint =
        new Endpoint(
            URI.create("http://127.0.0.1:" + server.orElseThrow().getAddress().getPort()),
            new Secret("EAAA".getBytes(UTF_8)));
    return new SquareRetriever(new OkHttpClient(), Limits.USUAL, waits::add, new Random(1))
        .fetch(endpoint, new Request(resource, FROM, TO, cursor));
  }

  private Fetched.Page page(String resource, Optional<String> cursor) {
    Fetched fetched = fetch(resource, cursor);
    assertThat(fetched).isInstanceOf(Fetched.Page.class);
    return (Fetched.Page) fetched;
  }

  @Test
  void everyLocationIsAskedInTheOrderOfTheirIds() {
    reply(200, LOCATIONS);
    reply(200, "{'payments':[{'id':'p1'}],'cursor':'c1'}");
    Fetched.Page first = page("payments", Optional.empty());
    assertThat(first.next()).contains("L1|1|c1");
    assertThat(asked.getLast())
        .startsWith(
            "GET /v2/payments?location_id=L1&sort_order=ASC&limit=100&updated_at_begin_time=")
        .doesNotContain("UNSIGNED");

    reply(200, LOCATIONS);
    reply(200, "{'payments':[]}");
    assertThat(page("payments", first.next()).next()).contains("L2|0|");

    reply(200, LOCATIONS);
    reply(200, "{'payments':[{'id':'p2'}]}");
    assertThat(page("payments", Optional.of("L2|0|")).next()).isEmpty();
  }

  @Test
  void aCursorThatComesAgainEndsTheList() {
    reply(200, LOCATIONS);
    reply(200, "{'payments':[{'id':'p1'}],'cursor':'c1'}");
    assertThat(page("payments", Optional.of("L2|1|c1")).next()).isEmpty();

    reply(200, "{'locations':[{'id':'L1'}]}");
    reply(200, "{'payouts':[{'id':'po_1','type':'BATCH'}]}");
    reply(200, "{'payout_entries':[{'id':'e1'}],'cursor':'c'}");
    reply(200, "{'payout_entries':[{'id':'e1'},{'id':'e2'}],'cursor':'c'}");
    Fetched.Page entries = page("payout-transactions", Optional.empty());
    assertThat(entries.objects()).hasSize(1);
    assertThat(new String(entries.objects().getFirst().json().toArray(), UTF_8))
        .contains("\"total\":2");
  }

  @Test
  void aRefundComesWithItsReturnAndThatWithItsSale() {
    reply(200, "{'refunds':[{'id':'r1','order_id':'R'}]}");
    reply(
        200,
        "{'orders':[{'id':'R','returns':[{'source_order_id':'O'}],'refunds':[{'id':'r1'},{'id':'r2'}]}]}");
    reply(200, "{'orders':[{'id':'O'}]}");
    reply(200, "{'refund':{'id':'r2'}}");
    Fetched.Page page = page("refunds", Optional.empty());
    assertThat(page.objects())
        .extracting(object -> object.topic() + " " + object.id())
        .containsExactly("pull/orders O", "pull/orders R", "pull/refunds R");
    assertThat(new String(page.objects().getLast().json().toArray(), UTF_8))
        .contains("{\"id\":\"r2\"}");
    assertThat(asked.getLast()).startsWith("GET /v2/refunds/r2");
  }

  @Test
  void aFailingPlatformIsAskedThreeTimesWithGrowingPauses() {
    reply(500, "");
    reply(503, "");
    reply(502, "");
    assertThat(fetch("disputes", Optional.empty()))
        .isEqualTo(new Fetched.Unavailable("HTTP 502, 3 times"));
    assertThat(waits).hasSize(2);
    assertThat(waits.getFirst()).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(waits.getLast()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void beingThrottledIsAnAnswer() {
    reply(429, "{'errors':[{'code':'RATE_LIMITED'}]}");
    assertThat(fetch("disputes", Optional.empty()))
        .isInstanceOfSatisfying(
            Fetched.Throttled.class,
            throttled ->
                assertThat(throttled.pause())
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3)));
  }

  @Test
  void throttledInTheMiddleOfAPageItWaitsAndGoesOn() {
    reply(200, LOCATIONS);
    reply(429, "");
    reply(200, "{'payments':[]}");
    assertThat(page("payments", Optional.empty()).next()).contains("L2|0|");
    assertThat(waits).hasSize(1);
  }

  @Test
  void aRefusedTokenIsReportedWithoutIt() {
    reply(401, "{'errors':[{'code':'UNAUTHORIZED','detail':'EAAA is not valid'}]}");
    assertThat(fetch("disputes", Optional.empty()))
        .isEqualTo(new Fetched.Refused(401, "UNAUTHORIZED: … is not valid"));
  }

  @Test
  void onlyDisputesThatChangedAreBrought() {
    reply(
        200,
        "{'disputes':[{'id':'d1','updated_at':'2026-09-01T00:00:00Z'},"
            + "{'id':'d2','updated_at':'2026-10-01T10:00:00Z'},{'id':'d3'}]}");
    assertThat(page("disputes", Optional.empty()).objects())
        .extracting(Fetched.PulledObject::id)
        .containsExactly("d2", "d3");
  }

  @Test
  void anotherResourceOrCursorIsRefused() {
    assertThat(fetch("pizzas", Optional.empty())).isInstanceOf(Fetched.Refused.class);
    assertThat(fetch("payments", Optional.of("no place"))).isInstanceOf(Fetched.Refused.class);
    assertThat(asked).isEmpty();
  }
}
