package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.PullFunction;
import io.daybook.books.Replay;
import io.daybook.books.acts.AuditTrail;
import io.daybook.export.BookExport;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.TrialBalance;
import io.daybook.local.demo.Comparison;
import io.daybook.local.demo.Courier;
import io.daybook.local.demo.SampleShop;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.deliveries.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Shopify shop from signed webhooks and sweeps to the accounts, held against the month's right answers. */
final class ShopifyHubTest {
  private static final long SEED = 31;
  private static final ConnectionName SHOP = new ConnectionName("shopify");
  private static final Instant CONNECTED = Instant.parse("2026-09-30T08:00:00Z");
  private static final Instant AFTERWARDS = Instant.parse("2026-11-02T08:00:00Z");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(CONNECTED);
  private Optional<SampleShop> sample = Optional.empty();
  private Optional<Hub> opened = Optional.empty();
  private Optional<HubServer> started = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    sample = Optional.of(SampleShop.open(SEED));
    opened = Optional.of(Hub.open(HubFolder.open(folder), Optional.empty(), clock));
    started = Optional.of(HubServer.start(hub(), 0, HubServer.Rhythm.BY_HAND));
    shop().connect(hub());
    clock.advance(Duration.between(CONNECTED, AFTERWARDS));
  }

  @AfterEach
  void close() {
    started.ifPresent(HubServer::close);
    opened.ifPresent(Hub::close);
    sample.ifPresent(SampleShop::close);
  }

  private SampleShop shop() {
    return sample.orElseThrow();
  }

  private Hub hub() {
    return opened.orElseThrow();
  }

  private HubServer server() {
    return started.orElseThrow();
  }

  private void deliver(Stream<Delivery> deliveries) {
    try (Courier courier = shop().courier(server().address(), hub().deployment().clock())) {
      deliveries.forEach(delivery -> assertThat(courier.deliver(delivery)).isEqualTo(200));
    }
    server().settle();
  }

  private List<PullFunction.Swept> pull() {
    List<PullFunction.Swept> swept =
        hub().pull(SampleShop.BOOK, Optional.empty(), Optional.empty(), _ -> {});
    server().settle();
    return swept;
  }

  private TrialBalance balance() {
    return new BookExport(hub().deployment(), SampleShop.BOOK)
        .trialBalance(LocalDate.of(2030, 1, 1), Optional.empty());
  }

  @Test
  @Tag("failure-1")
  @Tag("failure-4")
  @Tag("failure-16")
  void oneWebhookInAHundredNeverComesAndTheBooksAreWhole() {
    List<Delivery> sent = shop().deliveries().sent();
    deliver(
        Stream.iterate(0, nth -> nth < sent.size(), nth -> nth + 1)
            .filter(nth -> nth % 100 != 50)
            .map(sent::get));
    List<PullFunction.Swept> swept = pull();
    assertThat(swept).extracting(PullFunction.Swept::status).containsOnly("done");
    assertThat(
            swept.stream()
                .filter(one -> one.connection().equals("shopify"))
                .mapToInt(PullFunction.Swept::missed)
                .sum())
        .isPositive();
    shop().importBank(hub());
    server().settle();
    assertThat(hub().reconcile(SampleShop.BOOK)).isPresent();
    server().settle();

    BookExport export = new BookExport(hub().deployment(), SampleShop.BOOK);
    assertThat(
            Comparison.differences(
                shop().answers(),
                export.trialBalance(shop().month().lastDay(), Optional.empty()),
                export.payouts(),
                export.exceptions()))
        .isEmpty();
    assertThat(pull()).allSatisfy(again -> assertThat(again.kept()).isEmpty());
  }

  @Test
  void whoAsksToBeForgottenIsInNoRawMessageAnyMoreAndTheBooksStay() throws Exception {
    List<Delivery> told =
        shop().deliveries().sent().stream()
            .filter(one -> one.source() == Delivery.Source.SHOPIFY)
            .limit(60)
            .toList();
    deliver(told.stream());
    Delivery first =
        told.stream().filter(one -> one.topic().equals("orders/create")).findFirst().orElseThrow();
    JsonNode order = MAPPER.readTree(first.bytes());
    String mail = order.path("email").asText();
    assertThat(mail).contains("@");
    assertThat(naming(mail)).isNotEmpty();
    InboxStore inbox = hub().deployment().stores().inbox(SampleShop.BOOK);
    int kept = inbox.days(SHOP).stream().mapToInt(day -> inbox.count(SHOP, day)).sum();
    TrialBalance before = balance();

    deliver(
        Stream.of(
            new Delivery(
                first.at(),
                Delivery.Source.SHOPIFY,
                "customers/redact",
                "webhook-redact",
                Delivery.Turn.FIRST,
                Map.of("X-Shopify-Topic", "customers/redact"),
                "{\"shop_id\":1,\"customer\":{\"id\":"
                    + order.path("customer").path("id").asText()
                    + ",\"email\":\""
                    + mail
                    + "\"},\"orders_to_redact\":["
                    + order.path("id").asText()
                    + "]}")));
    JsonNode answer =
        MAPPER.readTree(
            hub().functions().named("erase").orElseThrow().invoke("{}".getBytes(UTF_8)));
    assertThat(answer.path("books").path(0).path("requests").asInt()).isEqualTo(1);
    server().settle();

    assertThat(naming(mail)).isEmpty();
    assertThat(inbox.days(SHOP).stream().mapToInt(day -> inbox.count(SHOP, day)).sum())
        .as("that they came stays")
        .isEqualTo(kept + 1);
    Replay.Replayed again =
        new Replay(hub().deployment(), SampleShop.BOOK).from(Optional.empty(), _ -> {});
    assertThat(again.entries()).isZero();
    assertThat(balance()).isEqualTo(before);
    assertThat(new AuditTrail(hub().deployment(), SampleShop.BOOK).lines().toString())
        .contains("erased")
        .contains("customers/redact")
        .doesNotContain(mail);
  }

  private List<Message> naming(String mail) {
    InboxStore inbox = hub().deployment().stores().inbox(SampleShop.BOOK);
    return inbox.days(SHOP).stream()
        .flatMap(day -> inbox.day(SHOP, day).stream())
        .filter(message -> new String(message.body().toArray(), UTF_8).contains(mail))
        .toList();
  }
}
