package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever.Keys;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.magento.AdobeEvents;
import io.daybook.simulation.magento.IntegrationKeys;
import io.daybook.simulation.magento.MagentoShelves;
import io.daybook.simulation.magento.MagentoStandIn;
import io.daybook.simulation.magento.MagentoTrade;
import io.daybook.sources.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class MagentoRetrieverTest {
  private static final Instant FIRST = Instant.parse("2026-10-02T06:00:00Z");
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-10-09T00:00:00Z");
  private final IntegrationKeys signed = IntegrationKeys.signed("ck/+", "cs&", "at=", "ats %");

  private final List<Duration> waits = new ArrayList<>();
  private final MagentoRetriever retriever =
      new MagentoRetriever(
          new OkHttpClient(), waits::add, new Random(1), Clock.fixed(FIRST, ZoneOffset.UTC));

  private static Secret secret(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  private static Endpoint endpoint(MagentoStandIn standIn, String tokenSecret) {
    return new Endpoint(
        standIn.address(),
        Map.of(
            "consumer-key", secret("ck/+"),
            "consumer-secret", secret("cs&"),
            "token", secret("at="),
            "token-secret", secret(tokenSecret)));
  }

  private static MagentoStandIn start(MagentoShelves shelves, IntegrationKeys keys, int page) {
    return MagentoStandIn.start(shelves, keys, Map.of(), page, Faults.none());
  }

  private List<Fetched.PulledObject> all(Endpoint endpoint, String resource) {
    List<Fetched.PulledObject> objects = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < 100; page++) {
      Fetched fetched = retriever.fetch(endpoint, new Request(resource, FROM, TO, cursor));
      assertThat(fetched).isInstanceOf(Fetched.Page.class);
      Fetched.Page got = (Fetched.Page) fetched;
      objects.addAll(got.objects());
      cursor = got.next();
      if (cursor.isEmpty()) {
        return objects;
      }
    }
    throw new AssertionError("the list does not end");
  }

  @Test
  void everyObjectOfEveryListComesOnceAndWithItsOrder() {
    MagentoTrade trade = MagentoTrade.of(5, FIRST, 60);
    try (MagentoStandIn standIn = start(trade.shelves(), signed, 7)) {
      for (String resource : retriever.resources()) {
        List<Fetched.PulledObject> objects = all(endpoint(standIn, "ats %"), resource);
        assertThat(objects)
            .extracting(Fetched.PulledObject::id)
            .containsExactlyElementsOf(
                trade.shelves().all(resource).stream()
                    .map(object -> object.path("entity_id").asText())
                    .toList());
        if (!resource.equals("orders")) {
          assertThat(objects)
              .allSatisfy(object -> assertThat(text(object)).contains("\"order\":{"));
        }
        assertThat(objects)
            .allSatisfy(object -> assertThat(text(object)).doesNotContain("jane.roe"));
      }
    }
  }

  private static String text(Fetched.PulledObject object) {
    return new String(object.json().toArray(), UTF_8);
  }

  @Test
  void aListWhoseFilterIsIgnoredEndsAllTheSame() {
    MagentoShelves shelves = new MagentoShelves();
    for (ObjectNode order : MagentoTrade.of(1, FIRST, 3).shelves().all("orders")) {
      order.put("entity_id", 5);
      shelves.put("orders", order);
    }
    try (MagentoStandIn standIn = start(shelves, signed, 1)) {
      Fetched fetched =
          retriever.fetch(
              endpoint(standIn, "ats %"), new Request("orders", FROM, TO, Optional.of("5")));
      assertThat(fetched).isEqualTo(new Fetched.Page(List.of(), Optional.empty()));
    }
  }

  @Test
  void onlyTheWindowIsAskedFor() {
    MagentoTrade trade = MagentoTrade.of(5, FIRST, 10);
    try (MagentoStandIn standIn = start(trade.shelves(), signed, 50)) {
      Request one =
          new Request(
              "orders",
              FIRST.plus(Duration.ofMinutes(10)),
              FIRST.plus(Duration.ofMinutes(20)),
              Optional.empty());
      assertThat(retriever.fetch(endpoint(standIn, "ats %"), one))
          .isInstanceOfSatisfying(
              Fetched.Page.class, page -> assertThat(page.objects()).hasSize(1));
    }
  }

  @Test
  void aWrongSecretIsReportedWithoutAnyCredential() {
    try (MagentoStandIn standIn = start(new MagentoShelves(), signed, 50)) {
      Fetched fetched =
          retriever.fetch(
              endpoint(standIn, "wrong"), new Request("orders", FROM, TO, Optional.empty()));
      assertThat(fetched)
          .isEqualTo(
              new Fetched.Refused(
                  401, "The consumer isn't authorized to access Magento_Sales::actions_view."));
    }
  }

  @Test
  void aTokenAloneIsABearers() {
    try (MagentoStandIn standIn =
        start(MagentoTrade.of(5, FIRST, 3).shelves(), IntegrationKeys.bearer("at="), 50)) {
      Endpoint endpoint = new Endpoint(standIn.address(), secret("at="));
      assertThat(all(endpoint, "orders")).hasSize(3);
    }
  }

  @Test
  void serverErrorsAreTriedAgainAndThrottlingIsObeyed() {
    MagentoTrade trade = MagentoTrade.of(5, FIRST, 3);
    Request request = new Request("orders", FROM, TO, Optional.empty());
    try (MagentoStandIn failing =
        MagentoStandIn.start(
            trade.shelves(), signed, Map.of(), 50, new Faults(1, 990, 0, 0, Duration.ZERO))) {
      // Never more than two in a row.
      assertThat(retriever.fetch(endpoint(failing, "ats %"), request))
          .isInstanceOf(Fetched.Page.class);
      assertThat(waits)
          .hasSize(2)
          .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(2)));
    }
    try (MagentoStandIn busy =
        MagentoStandIn.start(
            trade.shelves(), signed, Map.of(), 50, new Faults(1, 0, 990, 0, Duration.ZERO))) {
      assertThat(retriever.fetch(endpoint(busy, "ats %"), request))
          .isEqualTo(new Fetched.Throttled(Duration.ofSeconds(1)));
    }
  }

  @Test
  void theKeysOfEventsAreFetchedWhereThePersonSays() {
    AdobeEvents events = new AdobeEvents();
    try (MagentoStandIn standIn =
        MagentoStandIn.start(new MagentoShelves(), signed, events.published(), 50, Faults.none())) {
      Map<String, Secret> given = new HashMap<>(endpoint(standIn, "x").credentials());
      assertThat(retriever.webhookKeys(new Endpoint(standIn.address(), given)))
          .isEqualTo(new Keys.None());
      given.put("event-client-id", secret("client1"));
      given.put("event-keys", secret("/prod/keys/none.pem"));
      assertThat(retriever.webhookKeys(new Endpoint(standIn.address(), given)))
          .isInstanceOf(Keys.Unread.class);
      given.put("event-keys", secret(AdobeEvents.FIRST_PATH + " " + AdobeEvents.SECOND_PATH));
      assertThat(retriever.webhookKeys(new Endpoint(standIn.address(), given)))
          .isInstanceOfSatisfying(
              Keys.Published.class,
              keys ->
                  assertThat(new String(keys.kept().toArray(), UTF_8).lines())
                      .hasSize(2)
                      .allSatisfy(line -> assertThat(line).startsWith("client1 /prod/keys/")));
    }
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    assertThat(
            retriever.fetch(
                new Endpoint(URI.create("http://127.0.0.1:1"), secret("t")),
                new Request("orders", FROM, TO, Optional.of("x"))))
        .isInstanceOf(Fetched.Refused.class);
  }
}
