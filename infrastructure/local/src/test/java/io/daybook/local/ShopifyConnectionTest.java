package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.PullFunction;
import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.AuditTrail;
import io.daybook.books.acts.Disconnecting;
import io.daybook.books.acts.Who;
import io.daybook.books.connect.Checking;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.intake.ConnectionStates;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.SettableClock;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.retrieval.Health;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.sources.Secret;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's connection over its life: asked, subscribed, dropped, silent, disconnected, connected again. */
final class ShopifyConnectionTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");
  private static final String TOKEN = "shpat_right";
  private static final URI HUB = URI.create("https://books.example.com");
  private static final String HOOK = "https://books.example.com/hooks/shopify/blue-cup.shop";
  private static final Month MONTH = new MonthGenerator(11).generate();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T08:00:00Z"));

  /** After the month: most of these tests are not about what happened in it. */
  private LocalDate cutOver = LocalDate.of(2026, 12, 31);

  private Optional<ShopifyStandIn> standIn = Optional.empty();
  private Optional<Hub> opened = Optional.empty();

  @BeforeEach
  void open() {
    standIn = Optional.of(ShopifyStandIn.start(MONTH, 0, ShopifyStandIn.Behaviour.kind(TOKEN)));
    opened = Optional.of(Hub.open(HubFolder.open(folder), Optional.empty(), clock));
  }

  @AfterEach
  void close() {
    opened.ifPresent(Hub::close);
    standIn.ifPresent(ShopifyStandIn::close);
  }

  private Hub hub() {
    return opened.orElseThrow();
  }

  private ShopifyStandIn shop() {
    return standIn.orElseThrow();
  }

  private ConnectRequest request(ConnectionName name, String account, URI base) {
    return new ConnectRequest(
        BOOK,
        name,
        "shopify",
        new Origin("shopify", account),
        Optional.of(base),
        Optional.of(HUB),
        Optional.of(cutOver),
        Optional.of(ZoneId.of("America/New_York")),
        Optional.of(new CurrencyCode("USD")),
        Optional.of(new Gateway("shopify_payments")));
  }

  private void connect(ConnectionName name, URI base) throws Connecting.CannotConnect {
    Connecting.Connected _ =
        new Connecting(hub().deployment())
            .connect(
                request(name, MONTH.setting().shopDomain(), base),
                GivenSecrets.of("hush".getBytes(UTF_8), TOKEN.getBytes(UTF_8)));
  }

  private Check check() {
    return new Checking(hub().deployment()).after(BOOK, SHOP).orElseThrow();
  }

  private ConnectionStates.State state(ConnectionName name) {
    return new ConnectionStates(hub().deployment())
        .of(BOOK).stream()
            .filter(one -> one.connection().name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  /** As the clock calls it. */
  private void sweep() {
    byte[] _ = hub().functions().named("pull").orElseThrow().invoke("{}".getBytes(UTF_8));
  }

  @Test
  void webhooksAreRegisteredOnceAndADroppedOneIsMadeAgainAndSaid() throws Exception {
    connect(SHOP, shop().address());
    Check first = check();
    assertThat(first.topics()).contains("orders/create", "refunds/create", "app/uninstalled");
    assertThat(first.remarks()).isEmpty();
    assertThat(first.repairs()).isZero();
    assertThat(shop().subscriptions())
        .hasSize(14)
        .allSatisfy(one -> assertThat(one).endsWith(" " + HOOK));

    shop().drop("ORDERS_PAID");
    clock.advance(Duration.ofHours(7));
    sweep();
    assertThat(shop().subscriptions()).hasSize(14).contains("ORDERS_PAID " + HOOK);
    Check mended = state(SHOP).check().orElseThrow();
    assertThat(mended.repairs()).isEqualTo(1);
    assertThat(mended.lastRepair().orElseThrow().topics()).containsExactly("orders/paid");

    clock.advance(Duration.ofHours(7));
    sweep();
    assertThat(state(SHOP).check().orElseThrow().repairs()).isEqualTo(1);
    assertThat(shop().subscriptions()).hasSize(14);
  }

  @Test
  void whatTheTokenMayNotReadIsSaidWithWhatIsLost() throws Exception {
    shop().withdraw("read_all_orders");
    connect(SHOP, shop().address());
    assertThat(check().remarks())
        .singleElement()
        .asString()
        .contains("read_all_orders")
        .contains("older than 60 days are hidden");
  }

  @Test
  void aTokenOfAnotherShopAndOneThatIsRefusedAreToldBeforeAnythingIsStored() {
    Checking checking = new Checking(hub().deployment());
    GivenSecrets right = GivenSecrets.of("hush".getBytes(UTF_8), TOKEN.getBytes(UTF_8));
    assertThat(checking.before(request(SHOP, "red-cup.myshopify.com", shop().address()), right))
        .isInstanceOf(Health.OtherAccount.class);
    GivenSecrets wrong = GivenSecrets.of("hush".getBytes(UTF_8), "shpat_wrong".getBytes(UTF_8));
    assertThat(
            checking.before(request(SHOP, MONTH.setting().shopDomain(), shop().address()), wrong))
        .isInstanceOfSatisfying(Health.Ill.class, ill -> assertThat(ill.reason()).contains("401"));
    assertThat(hub().deployment().stores().books()).isEmpty();
  }

  @Test
  void anAppWithoutATokenIsGrantedOneAndAnotherWhenItEnds() throws Exception {
    shop().grantFor("0f1e2d", "shpss_hush");
    Platform platform = KnownPlatforms.find("shopify").orElseThrow();
    Secret secret = new Secret("shpss_hush".getBytes(UTF_8));
    GivenSecrets given =
        new GivenSecrets(
            Optional.of(secret),
            platform.kept(
                Optional.of(secret), Map.of("client-id", new Secret("0f1e2d".getBytes(UTF_8)))));
    ConnectRequest request = request(SHOP, MONTH.setting().shopDomain(), shop().address());
    Checking checking = new Checking(hub().deployment());
    assertThat(checking.before(request, given)).isEqualTo(new Health.Well(List.of()));
    Connecting.Connected _ = new Connecting(hub().deployment()).connect(request, given);
    assertThat(checking.after(BOOK, SHOP).orElseThrow().remarks()).isEmpty();
    shop().endTokens();
    assertThat(checking.after(BOOK, SHOP).orElseThrow().remarks()).isEmpty();

    Secret wrong = new Secret("shpss_wrong".getBytes(UTF_8));
    GivenSecrets refused =
        new GivenSecrets(
            Optional.of(wrong),
            platform.kept(
                Optional.of(wrong), Map.of("client-id", new Secret("0f1e2d".getBytes(UTF_8)))));
    assertThat(checking.before(request, refused))
        .isInstanceOfSatisfying(
            Health.Ill.class,
            ill ->
                assertThat(ill.reason()).contains("is the app installed").doesNotContain("shpss"));
    assertThatThrownBy(() -> platform.kept(Optional.of(secret), Map.of()))
        .hasMessageContaining("DAYBOOK_CLIENT_ID");
  }

  @Test
  void whatTheLawHasACustomerAskIsOnTheAuditTrailWithoutTheCustomer() throws Exception {
    connect(SHOP, shop().address());
    clock.advance(Duration.ofMinutes(1));
    for (String topic : List.of("customers/data_request", "customers/redact", "shop/redact")) {
      hub()
          .tell(
              BOOK,
              new Message(
                  SHOP,
                  clock.instant(),
                  Message.Via.WEBHOOK,
                  topic,
                  Bytes.utf8(
                      "{\"shop_id\":1,\"customer\":{\"id\":7,\"email\":\"jane.doe@example.com\"}}")));
    }
    List<AuditTrail.Line> lines = new AuditTrail(hub().deployment(), BOOK).lines();
    assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line.by()).isEqualTo("shopify"));
    assertThat(lines.toString())
        .contains("customers/redact")
        .contains("is to be erased")
        .doesNotContain("jane");
  }

  @Test
  void aConnectionThatFailsIsLeftAloneLongerAndLongerWhileTheOthersGoOn() throws Exception {
    ConnectionName broken = new ConnectionName("broken");
    connect(broken, URI.create("http://127.0.0.1:1"));
    connect(SHOP, shop().address());
    for (int run = 1; run <= Circuit.BEFORE_PAUSE; run++) {
      clock.advance(Duration.ofMinutes(15));
      sweep();
    }
    Circuit open = state(broken).circuit().orElseThrow();
    assertThat(open.failures()).isEqualTo(3);
    assertThat(open.pausedUntil()).contains(clock.instant().plus(Duration.ofMinutes(30)));
    assertThat(state(SHOP).circuit()).isEmpty();
    assertThat(state(SHOP).sweptTo()).isPresent();

    clock.advance(Duration.ofMinutes(15));
    sweep();
    assertThat(state(broken).circuit().orElseThrow().failures()).as("left alone").isEqualTo(3);

    clock.advance(Duration.ofMinutes(16));
    sweep();
    assertThat(state(broken).circuit().orElseThrow().pausedUntil())
        .contains(clock.instant().plus(Duration.ofHours(1)));

    connect(broken, shop().address());
    assertThat(state(broken).circuit()).as("connecting again closes it").isEmpty();
    sweep();
    assertThat(state(broken).sweptTo()).isPresent();
    assertThat(state(broken).circuit()).isEmpty();
  }

  @Test
  void disconnectingPostsNothingLosesNothingAndIsOnTheAuditTrail() throws Exception {
    cutOver = LocalDate.of(2026, 10, 1);
    connect(SHOP, shop().address());
    hub().pull(BOOK, Optional.empty(), Optional.empty(), _ -> {});
    Optional<Instant> swept = state(SHOP).sweptTo();
    long entries = entries();
    assertThat(entries).isPositive();
    Disconnecting disconnecting =
        new Disconnecting(hub().deployment(), BOOK, message -> hub().tell(BOOK, message));
    assertThatThrownBy(() -> disconnecting.disconnect(SHOP, new Who("A. Keeper", "")))
        .isInstanceOf(ActRefused.class);

    clock.advance(Duration.ofMinutes(1));
    assertThat(disconnecting.disconnect(SHOP, new Who("A. Keeper", "the shop was sold")).name())
        .isEqualTo(SHOP);

    assertThat(entries()).isEqualTo(entries);
    ConnectionStates.State ended = state(SHOP);
    assertThat(ended.connection().isLive()).isFalse();
    assertThat(ended.connection().webhookSecrets()).isEmpty();
    assertThat(ended.connection().credentials()).isEmpty();
    assertThat(new AuditTrail(hub().deployment(), BOOK).lines())
        .anySatisfy(line -> {
          assertThat(line.by()).isEqualTo("A. Keeper");
          assertThat(line.about()).startsWith("disconnected shop");
          assertThat(line.reason()).isEqualTo("the shop was sold");
        });
    assertThat(hub().pull(BOOK, Optional.empty(), Optional.empty(), _ -> {})).isEmpty();
    assertThatThrownBy(() -> disconnecting.disconnect(SHOP, new Who("A. Keeper", "again")))
        .isInstanceOf(ActRefused.class);

    connect(SHOP, shop().address());
    assertThat(state(SHOP).sweptTo()).isEqualTo(swept);
    assertThat(hub().pull(BOOK, Optional.empty(), Optional.empty(), _ -> {})).isNotEmpty();
    assertThat(entries()).isEqualTo(entries);
  }

  @Test
  @Tag("failure-4")
  void aBackfillOfYearsRunsInBulkBesideLiveSweepsAndDoublesNothing() throws Exception {
    cutOver = LocalDate.of(2026, 10, 1);
    shop().bulk().doneAfter(2);
    connect(SHOP, shop().address());
    Optional<Instant> years = Optional.of(Instant.parse("2024-01-01T00:00:00Z"));
    byte[] _ =
        hub()
            .functions()
            .named("pull")
            .orElseThrow()
            .invoke("{\"from\":\"2024-01-01T00:00:00Z\"}".getBytes(UTF_8));
    hub().catchUp();
    assertThat(shop().bulk().count()).as("orders, and what items cost").isEqualTo(2);
    assertThat(state(SHOP).running()).containsOnlyKeys("item-costs", "orders");
    long money = entries();

    List<PullFunction.Swept> swept = hub().pull(BOOK, Optional.empty(), years, _ -> {});

    assertThat(swept).extracting(PullFunction.Swept::status).containsOnly("done");
    assertThat(shop().bulk().count()).isEqualTo(2);
    assertThat(state(SHOP).running()).isEmpty();
    long entries = entries();
    assertThat(entries).isGreaterThan(money);
    assertThat(hub().pull(BOOK, Optional.empty(), years, _ -> {}))
        .allSatisfy(again -> assertThat(again.kept()).isEmpty());
    assertThat(entries()).isEqualTo(entries);
  }

  private long entries() {
    LedgerStore ledger = hub().deployment().stores().ledger(BOOK);
    return ledger.days().stream().mapToInt(day -> ledger.day(day, Optional.empty()).size()).sum();
  }
}
