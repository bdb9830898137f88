package io.daybook.bench.load;

import io.daybook.simulation.deliveries.Delivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends each webhook at its planned time, whether or not those before it were answered: platforms do not wait for one
 * another either.
 */
public final class OpenLoop implements AutoCloseable {
  /** Shopify gives an answer five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<String> OWN_HEADERS = Set.of("content-length", "host", "connection");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final String address;
  private final Clock clock;

  /**
   * A sender to a hub.
   *
   * @param address such as {@code http://127.0.0.1:8420}
   * @param clock the platforms' clock, for signatures that carry a time
   */
  public OpenLoop(String address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  /** Sends all of them and waits until the last is answered or given up. */
  public List<Sent> send(List<Planned> webhooks) {
    List<CompletableFuture<Sent>> answers = new ArrayList<>(webhooks.size());
    long begin = System.nanoTime();
    for (Planned planned : webhooks) {
      long due = begin + planned.after().toNanos();
      waitUntil(due);
      answers.add(send(planned, due));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** Sends one now and waits for its answer. */
  Sent sendNow(Planned planned) {
    return send(planned, System.nanoTime()).join();
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private CompletableFuture<Sent> send(Planned planned, long due) {
    HttpRequest request = request(planned);
    long late = System.nanoTime() - due;
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .handle((answer, failed) ->
            new Sent(
                planned,
                failed == null ? answer.statusCode() : Sent.NO_ANSWER,
                late,
                System.nanoTime() - due));
  }

  private HttpRequest request(Planned planned) {
    Delivery delivery = planned.delivery();
    String secret =
        switch (planned.kind()) {
          case FIRST, AGAIN -> planned.shop().secret(delivery.source());
          case FORGED -> "not " + planned.shop().secret(delivery.source());
        };
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + planned.shop().hook(delivery.source())))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.bytes()));
    for (Map.Entry<String, String> header : delivery.signed(secret, clock.instant()).entrySet()) {
      if (!OWN_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        request.header(header.getKey(), header.getValue());
      }
    }
    return request.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
