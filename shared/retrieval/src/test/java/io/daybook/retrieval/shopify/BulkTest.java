package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.http.Limits;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.simulation.shopify.ShopifyStandIn.Behaviour;
import io.daybook.simulation.shopify.Throttle;
import io.daybook.sources.Secret;
import io.daybook.sources.Translation;
import io.daybook.sources.shopify.ShopifySource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bulk operations against a stand-in that behaves as the platform does, held against what pages tell. */
class BulkTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String TOKEN = "shpat_right";
  private static final Month MONTH = new MonthGenerator(3).generate();
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");
  private static final Instant YEARS_AGO = Instant.parse("2024-01-01T00:00:00Z");

  /** The same orders, in a window too short for an operation. */
  private static final Instant PAGED = TO.minus(Bulk.FROM).plusSeconds(1);

  private static final int MOST_STEPS = 2_000;

  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private interface Play {
    void on(ShopifyStandIn shop) throws Exception;
  }

  private static void play(Behaviour behaviour, Play play) throws Exception {
    try (ShopifyStandIn shop = ShopifyStandIn.start(MONTH, 0, behaviour)) {
      play.on(shop);
    }
  }

  /** With a limit for those in a hurry: with the platform's own a page holds one order. */
  private static void play(Play play) throws Exception {
    play(Behaviour.kind(TOKEN).upTo(50_000).with(Throttle.of(1_000_000, 1_000_000, CLOCK)), play);
  }

  private ShopifyRetriever retriever() {
    return new ShopifyRetriever(new OkHttpClient(), Limits.USUAL, pauses::add, new Random(1));
  }

  private static Endpoint endpoint(ShopifyStandIn shop) {
    return new Endpoint(shop.address(), new Secret(TOKEN.getBytes(UTF_8)));
  }

  private static Request request(String resource, Instant from, Optional<String> cursor) {
    return new Request(resource, from, TO, cursor);
  }

  private Fetched fetch(ShopifyStandIn shop, Instant from, Optional<String> cursor) {
    return retriever().fetch(endpoint(shop), request("orders", from, cursor));
  }

  /** All that a window holds. Every step is done twice, as after a crash before the cursor was saved, if that is wished. */
  private List<PulledObject> sweep(ShopifyStandIn shop, String resource, Instant from, int times) {
    List<PulledObject> objects = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int step = 0; step < MOST_STEPS; step++) {
      Fetched fetched = retriever().fetch(endpoint(shop), request(resource, from, cursor));
      for (int again = 1; again < times; again++) {
        fetched = retriever().fetch(endpoint(shop), request(resource, from, cursor));
      }
      switch (fetched) {
        case Fetched.Page page -> {
          objects.addAll(page.objects());
          if (page.next().isEmpty()) {
            return objects;
          }
          cursor = page.next();
          words.add(cursor.get());
        }
        case Fetched.Preparing preparing -> words.add(preparing.words());
        case Fetched.Throttled throttled -> pauses.add(throttled.pause());
        case Fetched.Unavailable unavailable -> words.add(unavailable.reason());
        case Fetched.Refused refused -> throw new AssertionError(refused.toString());
      }
    }
    throw new AssertionError(resource + " does not end: " + words.getLast());
  }

  private static Set<Fact> facts(List<PulledObject> objects) {
    Set<Fact> facts = new HashSet<>();
    Origin origin = Origin.parse("shopify:blue-cup.myshopify.com");
    for (PulledObject object : objects) {
      switch (new ShopifySource().translate(object.topic(), object.json().toArray(), origin)) {
        case Translation.Facts told -> facts.addAll(told.facts());
        case Translation.Unknown unknown -> throw new AssertionError(unknown);
        case Translation.Malformed malformed -> throw new AssertionError(malformed);
      }
    }
    return facts;
  }

  @Test
  @Tag("failure-31")
  void anOperationTellsWhatPagesTell() throws Exception {
    play(shop -> {
      Set<Fact> paged = facts(sweep(shop, "orders", PAGED, 1));
      assertThat(shop.bulk().count()).isZero();

      List<PulledObject> objects = sweep(shop, "orders", YEARS_AGO, 1);

      assertThat(shop.bulk().count()).isEqualTo(1);
      assertThat(objects).extracting(PulledObject::id).doesNotHaveDuplicates();
      assertThat(objects).hasSameSizeAs(MONTH.orders());
      assertThat(facts(objects)).isEqualTo(paged);
      assertThat(words).anyMatch(word -> word.contains("objects so far"));

      assertThat(facts(sweep(shop, "item-costs", YEARS_AGO, 1)))
          .isEqualTo(facts(sweep(shop, "item-costs", PAGED, 1)))
          .hasSize(12);
    });
  }

  @Test
  @Tag("failure-4")
  void aCrashBetweenAnyTwoStepsDoublesNothingAndBeginsNoSecondOperation() throws Exception {
    play(shop -> {
      List<PulledObject> objects = sweep(shop, "orders", YEARS_AGO, 2);
      assertThat(shop.bulk().count()).isEqualTo(1);
      assertThat(objects).extracting(PulledObject::id).doesNotHaveDuplicates();
      assertThat(objects).hasSameSizeAs(MONTH.orders());
    });
  }

  @Test
  void throttlingAndErrorsAreWaitedOut() throws Exception {
    play(
        Behaviour.kind(TOKEN).with(Faults.nowAndThen(5)).with(Throttle.of(2_000, 2_000, CLOCK)),
        shop -> {
          assertThat(sweep(shop, "orders", YEARS_AGO, 1)).hasSameSizeAs(MONTH.orders());
          assertThat(shop.bulk().count()).isEqualTo(1);
        });
  }

  @Test
  void whatFailsIsTakenAsFarAsItWentAskedForOnceMoreAndThenInPages() throws Exception {
    play(shop -> {
      shop.bulk().failNext("TIMEOUT", 50);
      Set<Fact> all = facts(sweep(shop, "orders", YEARS_AGO, 1));
      assertThat(shop.bulk().count()).isEqualTo(2);
      assertThat(words).noneMatch(cursor -> cursor.startsWith("0:"));

      shop.bulk().failNext("INTERNAL_SERVER_ERROR", 0);
      shop.bulk().failNext("INTERNAL_SERVER_ERROR", 33);
      List<PulledObject> paged = sweep(shop, "orders", YEARS_AGO.plusSeconds(60), 1);
      assertThat(shop.bulk().count()).isEqualTo(4);
      assertThat(words).anyMatch(cursor -> cursor.startsWith("0:"));
      assertThat(facts(paged)).isEqualTo(all);
    });
  }

  @Test
  void anOperationThatMayNotReadIsRefusedAndAFileThatIsGoneIsNot() throws Exception {
    play(shop -> {
      shop.bulk().failNext("ACCESS_DENIED", 0);
      Optional<String> asked = ((Fetched.Page) fetch(shop, YEARS_AGO, Optional.empty())).next();
      shop.bulk().doneAfter(0);
      assertThat(fetch(shop, YEARS_AGO, asked))
          .isEqualTo(new Fetched.Page(List.of(), Optional.of("bulk:3:0:0:0")));
      shop.bulk().failNext("ACCESS_DENIED", 0);
      Optional<String> less =
          ((Fetched.Page) fetch(shop, YEARS_AGO, Optional.of("bulk:3:0:0:0"))).next();
      assertThat(fetch(shop, YEARS_AGO, less))
          .isInstanceOfSatisfying(
              Fetched.Refused.class,
              refused -> assertThat(refused.reason()).contains("ACCESS_DENIED"));

      Optional<String> again =
          ((Fetched.Page) fetch(shop, YEARS_AGO.plusSeconds(60), Optional.empty())).next();
      shop.bulk().expire();
      assertThat(((Fetched.Page) fetch(shop, YEARS_AGO, again)).next()).contains("bulk:2:0:0:0");
    });
  }

  @Test
  void withoutTheScopeForPlacesAllElseIsTold() throws Exception {
    play(shop -> {
      Set<Fact> all = facts(sweep(shop, "orders", YEARS_AGO, 1));
      shop.withdraw("read_locations");
      assertThat(facts(sweep(shop, "orders", YEARS_AGO.plusSeconds(60), 1))).isEqualTo(all);
      assertThat(words).anyMatch(cursor -> cursor.startsWith("bulk:3:"));
      assertThat(facts(sweep(shop, "orders", PAGED, 1))).isEqualTo(all);
    });
  }

  @Test
  void whileOthersRunItWaitsItsTurn() throws Exception {
    play(shop -> {
      shop.bulk().busyWith(5);
      assertThat(fetch(shop, YEARS_AGO, Optional.empty())).isInstanceOf(Fetched.Preparing.class);
      assertThat(shop.bulk().count()).isZero();
      shop.bulk().busyWith(0);
      assertThat(fetch(shop, YEARS_AGO, Optional.empty())).isInstanceOf(Fetched.Page.class);
      assertThat(shop.bulk().count()).isEqualTo(1);
    });
  }

  @Test
  void aFileElsewhereIsNotAskedFor() throws Exception {
    play(shop -> {
      shop.bulk().doneAfter(0);
      shop.bulk().at(URI.create("http://169.254.169.254"));
      Optional<String> asked = ((Fetched.Page) fetch(shop, YEARS_AGO, Optional.empty())).next();
      assertThat(((Fetched.Page) fetch(shop, YEARS_AGO, asked)).next()).contains("0:");
    });
    Endpoint real =
        new Endpoint(
            URI.create("https://blue-cup.myshopify.com"), new Secret(TOKEN.getBytes(UTF_8)));
    assertThat(BulkFile.isTrusted("https://storage.googleapis.com/shopify/x?Signature=1", real))
        .isTrue();
    assertThat(
            List.of(
                "http://storage.googleapis.com/x",
                "https://storage.googleapis.com:8443/x",
                "https://storage.googleapis.com.example.com/x",
                "https://someone@storage.googleapis.com/x",
                "https://example.com/storage.googleapis.com",
                "http://blue-cup.myshopify.com/x",
                "file:///etc/passwd",
                "not an address"))
        .noneMatch(address -> BulkFile.isTrusted(address, real));
  }
}
