package io.daybook.local.demo;

import io.daybook.simulation.deliveries.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings webhooks to a hub's door, signed as the platforms sign them. */
public final class Courier implements AutoCloseable {
  /** The client sets these itself. */
  private static final Set<String> OWN_HEADERS = Set.of("content-length", "host", "connection");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<Delivery.Source, Door> doors;
  private final Clock clock;

  /** Where a platform's webhooks go, and the secret they are signed with. */
  public record Door(URI address, String secret) {
    /** Shows no secret. */
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * A courier for some platforms.
   *
   * @param clock the senders' clock, for signatures that carry a time
   */
  public Courier(Map<Delivery.Source, Door> doors, Clock clock) {
    this.doors = Map.copyOf(doors);
    this.clock = clock;
  }

  /**
   * Delivers once and returns the HTTP status.
   *
   * @throws UncheckedIOException if the hub does not answer
   */
  public int deliver(Delivery delivery) {
    Door door = doors.get(delivery.source());
    if (door == null) {
      throw new IllegalArgumentException("no door for " + delivery.source());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.address())
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.bytes()));
    delivery
        .signed(door.secret(), clock.instant())
        .forEach((name, value) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
          }
        });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("the hub at " + door + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while delivering", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
