package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.daybook.books.Sweeper.Asked;
import io.daybook.events.CurrencyCode;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.intake.SweepProgress;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.notices.Missed;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Secret;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweeperTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-08-01T00:00:00Z");
  private static final Book BOOK = new Book("demo");
  private static final String ORDERS = "orders";

  /** Answers each request with an empty page, and another after it while there are some to come. */
  private static final class Pages implements Retriever {
    private final List<Request> asked = new ArrayList<>();
    private int toCome;
    private Runnable meanwhile = () -> {};
    private List<Fetched.PulledObject> objects = List.of();

    @Override
    public String source() {
      return "daybook";
    }

    @Override
    public List<String> resources() {
      return List.of(ORDERS);
    }

    @Override
    public Fetched fetch(Endpoint endpoint, Request request) {
      asked.add(request);
      meanwhile.run();
      return new Fetched.Page(
          objects, toCome-- > 0 ? Optional.of("page " + asked.size()) : Optional.empty());
    }
  }

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(NOW);
  private final Pages pages = new Pages();
  private Optional<TestDeployment> on = Optional.empty();
  private Optional<Sweeper> made = Optional.empty();

  @BeforeEach
  void make() {
    TestDeployment test = new TestDeployment(folder, new MemoryStores(clock), clock);
    on = Optional.of(test);
    made = Optional.of(sweeper("shop", pages));
  }

  private Sweeper sweeper(String name, Pages fetched) {
    Deployment deployment = on.orElseThrow().deployment;
    Connection connection =
        new Connection(
            new ConnectionName(name),
            "shopify",
            new Origin("shopify", name.equals("shop") ? "x" : name),
            Optional.empty(),
            FIRST,
            List.of(),
            Optional.empty());
    return new Sweeper(
        deployment,
        BOOK,
        connection,
        new CanonicalSource(),
        fetched,
        new Endpoint(
            URI.create("http://127.0.0.1:1"), new Secret("token".getBytes(StandardCharsets.UTF_8))),
        new Bookkeeper(deployment, new Platforms().sources(), BOOK));
  }

  private Sweeper sweeper() {
    return made.orElseThrow();
  }

  private Sweeper.Step sweep(Optional<Instant> from) {
    from.ifPresent(begin -> sweeper().backfill(List.of(ORDERS), FIRST, begin));
    sweeper().begin(ORDERS, FIRST, Asked.BY_HAND);
    Sweeper.Step last = sweeper().step(ORDERS);
    while (last instanceof Sweeper.Step.More) {
      last = sweeper().step(ORDERS);
    }
    return last;
  }

  @Test
  void theFirstSweepBeginsAtTheFirstInstantAndTheNextWithAnOverlap() {
    assertThat(sweep(Optional.empty())).isInstanceOf(Sweeper.Step.Done.class);
    assertThat(sweep(Optional.empty())).isInstanceOf(Sweeper.Step.Done.class);

    assertThat(pages.asked)
        .extracting(Request::changedFrom)
        .containsExactly(FIRST, NOW.minusSeconds(600));
    assertThat(pages.asked).extracting(Request::changedTo).containsOnly(NOW);
  }

  @Test
  void theFirstSweepOfADayReachesBackFurther() {
    sweeper().begin(ORDERS, FIRST, Asked.BY_CLOCK);
    assertThat(sweeper().step(ORDERS)).isInstanceOf(Sweeper.Step.Done.class);
    clock.advance(Duration.ofHours(13));
    sweeper().begin(ORDERS, FIRST, Asked.BY_CLOCK);
    assertThat(sweeper().step(ORDERS)).isInstanceOf(Sweeper.Step.Done.class);

    assertThat(pages.asked.getLast().changedFrom()).isEqualTo(NOW.minus(Duration.ofHours(26)));
  }

  @Test
  void theClockLooksAtPayoutsFourTimesADayAndAPersonWhenHeWants() {
    for (int sweep = 0; sweep < 2; sweep++) {
      sweeper().begin("payouts", FIRST, Asked.BY_CLOCK);
      assertThat(sweeper().step("payouts")).isInstanceOf(Sweeper.Step.Done.class);
    }
    assertThat(pages.asked).hasSize(1);
    sweeper().begin("payouts", FIRST, Asked.BY_HAND);
    assertThat(sweeper().step("payouts")).isInstanceOf(Sweeper.Step.Done.class);
    assertThat(pages.asked).hasSize(2);
    clock.advance(Duration.ofHours(6));
    sweeper().begin("payouts", FIRST, Asked.BY_CLOCK);
    assertThat(sweeper().step("payouts")).isInstanceOf(Sweeper.Step.Done.class);
    assertThat(pages.asked).hasSize(3);
  }

  @Test
  void aBackfillBeginsWhereItIsAskedToAndNeverLaterThanWhatIsDue() {
    assertThat(sweep(Optional.empty())).isInstanceOf(Sweeper.Step.Done.class);
    assertThat(sweep(Optional.of(FIRST.minusSeconds(60)))).isInstanceOf(Sweeper.Step.Done.class);
    assertThat(sweep(Optional.of(NOW.minusSeconds(60)))).isInstanceOf(Sweeper.Step.Done.class);

    assertThat(pages.asked)
        .extracting(Request::changedFrom)
        .containsExactly(FIRST, FIRST.minusSeconds(60), NOW.minusSeconds(600));
  }

  @Test
  void aBackfillThatIsAskedForAgainWhileItRunsGoesOnAndAnEarlierOneBeginsAnew() {
    pages.toCome = 2;
    for (int earlier : List.of(60, 60, 61)) {
      sweeper().backfill(List.of(ORDERS), FIRST, FIRST.minusSeconds(earlier));
      Sweeper.Step _ = sweeper().step(ORDERS);
    }

    assertThat(pages.asked)
        .extracting(asked -> asked.cursor().isPresent())
        .containsExactly(false, true, false);
  }

  @Test
  void aSweepGoesOnAtItsCursorAfterACrash() {
    pages.toCome = 1;
    sweeper().begin(ORDERS, FIRST, Asked.BY_HAND);
    assertThat(sweeper().step(ORDERS)).isInstanceOf(Sweeper.Step.More.class);
    sweeper().begin(ORDERS, FIRST, Asked.BY_HAND);
    assertThat(sweeper().step(ORDERS)).isInstanceOf(Sweeper.Step.Done.class);

    assertThat(pages.asked.get(1).cursor()).contains("page 1");
    assertThat(pages.asked.get(1).changedFrom()).isEqualTo(FIRST);
  }

  @Test
  void aBackfillThatBeginsWhileAPageIsFetchedIsNotOverwritten() {
    Instant early = FIRST.minusSeconds(86_400);
    pages.meanwhile =
        () -> {
          pages.meanwhile = () -> {};
          sweeper().backfill(List.of(ORDERS), FIRST, early);
        };
    assertThat(sweep(Optional.empty())).isInstanceOf(Sweeper.Step.Done.class);

    assertThat(pages.asked).extracting(Request::changedFrom).containsExactly(FIRST, early);
  }

  private static Fetched.PulledObject refund(String id, Duration ago) {
    Refund refund =
        new Refund(
            new Origin("shopify", "x"),
            new RefundId(id),
            new OrderId("1"),
            NOW.minus(ago),
            new CurrencyCode("USD"),
            List.of(),
            0,
            0,
            0,
            0,
            0,
            Optional.empty(),
            List.of());
    return new Fetched.PulledObject(
        CanonicalSource.FACTS, id, Bytes.of(CanonicalSource.write(List.of(refund))));
  }

  @Test
  @Tag("failure-4")
  void whatNoWebhookToldIsKeptAndCountedOnceHoweverOftenThePageIsSwept() {
    TestDeployment test = on.orElseThrow();
    pages.objects = List.of(refund("1", Duration.ofHours(1)), refund("2", Duration.ofMinutes(1)));
    Sweeper.Step first = sweep(Optional.empty());
    // The page again, as after a death before the cursor was saved, with nothing posted yet.
    Sweeper.Step again = sweep(Optional.of(FIRST.minusSeconds(1)));

    assertThat(first)
        .isInstanceOfSatisfying(
            Sweeper.Step.Done.class,
            done -> {
              assertThat(done.seen()).isEqualTo(2);
              assertThat(done.missed()).isEqualTo(1);
              assertThat(done.kept()).hasSize(1);
            });
    assertThat(again)
        .isInstanceOfSatisfying(
            Sweeper.Step.Done.class, done -> assertThat(done.missed()).isZero());
    assertThat(new Missed(test.deployment.stores().state(BOOK)).since(LocalDate.of(2026, 11, 20)))
        .singleElement()
        .satisfies(day -> assertThat(day.last()).containsExactly("refund/shopify:x/1"));
    assertThat(test.measured).containsExactly(entry("Missed", 1L));
  }

  @Test
  @Tag("failure-4")
  void whatAWebhookAnnouncedWithoutTellingItIsKeptAndNotMissed() {
    TestDeployment test = on.orElseThrow();
    new Announced(test.deployment.stores().state(BOOK))
        .note(new ConnectionName("shop"), List.of("1"));
    pages.objects = List.of(refund("1", Duration.ofHours(1)), refund("2", Duration.ofHours(1)));

    assertThat(sweep(Optional.empty()))
        .isInstanceOfSatisfying(
            Sweeper.Step.Done.class,
            done -> {
              assertThat(done.missed()).isEqualTo(1);
              assertThat(done.kept()).hasSize(1);
            });
    assertThat(new Missed(test.deployment.stores().state(BOOK)).since(LocalDate.of(2026, 11, 20)))
        .singleElement()
        .satisfies(day -> assertThat(day.last()).containsExactly("refund/shopify:x/2"));
  }

  @Test
  void ofWhatIsAnnouncedTheNewestAreRemembered() {
    Announced announced = new Announced(on.orElseThrow().deployment.stores().state(BOOK));
    ConnectionName shop = new ConnectionName("shop");
    for (int id = 0; id <= Announced.REMEMBERED; id++) {
      announced.note(shop, List.of("id" + id));
    }
    announced.note(shop, List.of("id7"));

    assertThat(announced.of(shop))
        .hasSize(Announced.REMEMBERED)
        .doesNotContain("id0")
        .contains("id1", "id" + Announced.REMEMBERED);
  }

  @Test
  @Tag("failure-35")
  void threeStoresSweptInTurnsEachHaveACursorOfTheirOwn() {
    List<String> stores = List.of("one", "two", "three");
    Map<String, Pages> fetched = new LinkedHashMap<>();
    Map<String, Sweeper> sweepers = new LinkedHashMap<>();
    for (String store : stores) {
      Pages of = new Pages();
      of.toCome = stores.indexOf(store) + 1;
      fetched.put(store, of);
      sweepers.put(store, sweeper(store, of));
    }
    sweepers.values().forEach(one -> one.begin(ORDERS, FIRST, Asked.BY_HAND));
    // The first is done while the others still have pages: their cursors must not be its.
    while (!sweepers.isEmpty()) {
      sweepers.values().removeIf(one -> !(one.step(ORDERS) instanceof Sweeper.Step.More));
    }

    fetched.forEach((store, of) -> {
      List<Request> window =
          of.asked.stream().filter(asked -> asked.changedFrom().equals(FIRST)).toList();
      assertThat(window).as(store).hasSize(stores.indexOf(store) + 2);
      assertThat(window).extracting(Request::changedTo).containsOnly(NOW);
    });
    assertThat(SweepProgress.sweptTo(on.orElseThrow().deployment.stores().state(BOOK)))
        .containsOnlyKeys("one/orders", "two/orders", "three/orders")
        .allSatisfy((_, sweptTo) -> assertThat(sweptTo).isEqualTo(NOW));
  }
}
