package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.PullFunction.Swept;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.export.BookExport;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.SettableClock;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.reconciliation.Exceptions;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.stripe.StripeWebhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One hub with a book for each kind of message of Stripe's. What Stripe's API lists of a book is what the test says, and
 * nothing else; objects are written with single quotes.
 */
final class StripeBooks implements AutoCloseable {
  static final Instant AT = Instant.parse("2026-10-12T15:00:00Z");
  static final String ACCOUNT = "acct_1Kinds";

  private static final Instant NOW = Instant.parse("2026-10-20T15:00:00Z");
  private static final String SECRET = "whsec_kinds";

  private final Map<String, List<String>> listed = new ConcurrentHashMap<>();
  private final SettableClock clock = new SettableClock(NOW);
  private final LoopbackServer api =
      new LoopbackServer(0, Faults.none(), this::answer, _ -> none());
  private final HttpClient client = HttpClient.newHttpClient();
  private final Hub hub;
  private final HubServer server;

  StripeBooks(Path folder) {
    this.hub = Hub.open(HubFolder.open(folder), Optional.empty(), clock);
    this.server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND);
  }

  private static Answer none() {
    return Answer.of(404, "{\"error\":{\"type\":\"invalid_request_error\"}}");
  }

  /** {@code /BOOK/v1/LIST}; transactions of a payout are listed under {@code LIST?payout=ID}. */
  private Answer answer(Asked asked) {
    String[] path = asked.path().split("/", -1);
    if (path.length != 4) {
      return none();
    }
    if (path[3].equals("account")) {
      return Answer.of(200, "{\"id\":\"" + ACCOUNT + "\"}");
    }
    String list = path[3] + asked.parameter("payout").map(id -> "?payout=" + id).orElse("");
    return Answer.of(
        200,
        "{\"object\":\"list\",\"has_more\":false,\"data\":[%s]}"
            .formatted(
                String.join(",", listed.getOrDefault(path[1] + "/" + list, List.of()))
                    .replace('\'', '"')));
  }

  /** A book of a kind's own, connected to Stripe since the beginning of the month. */
  Kept book(String kind) throws Connecting.CannotConnect {
    Book book = new Book(kind);
    Connecting.Connected _ =
        new Connecting(hub.deployment())
            .connect(
                new ConnectRequest(
                    book,
                    new ConnectionName("stripe"),
                    "stripe",
                    new Origin("stripe", ACCOUNT),
                    Optional.of(URI.create(api.address() + "/" + kind)),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2026, 10, 1)),
                    Optional.of(ZoneId.of("America/New_York")),
                    Optional.of(new CurrencyCode("USD")),
                    Optional.of(new Gateway("stripe"))),
                GivenSecrets.of(SECRET.getBytes(UTF_8), "rk_live_kinds".getBytes(UTF_8)));
    return new Kept(book);
  }

  /** A snapshot event of an object, a minute after {@link #AT}. */
  static String event(String type, String object) {
    return "{'id':'evt_%s_%s','object':'event','api_version':'2026-07-29.dahlia','created':%d,'livemode':true,'type':'%s','data':{'object':%s}}"
        .formatted(
            type.replace('.', '_'),
            Integer.toHexString(object.hashCode()),
            AT.getEpochSecond() + 60,
            type,
            object);
  }

  /** A thin event that says only that there is something to fetch. */
  static String thin(String type, String id) {
    return "{'id':'evt_thin_%s','object':'v2.core.event','type':'%s','livemode':true,'created':'%s','context':null,'related_object':{'id':'%s','type':'x','url':'/v1/x'}}"
        .formatted(id, type, AT, id);
  }

  /** One book, and what is told it. */
  final class Kept {
    private final Book book;

    private Kept(Book book) {
      this.book = book;
    }

    /** What Stripe's API lists from now on. */
    Kept lists(String list, String... objects) {
      listed.put(book.name() + "/" + list, List.of(objects));
      return this;
    }

    /** Signed events arrive, each twice, for Stripe delivers at least once. */
    Kept hears(String... events) throws Exception {
      for (String event : events) {
        byte[] body = event.replace('\'', '"').getBytes(UTF_8);
        for (int times = 0; times < 2; times++) {
          HttpRequest request =
              HttpRequest.newBuilder(
                      URI.create(server.address() + "/hooks/stripe/" + book.name() + ".stripe"))
                  .header(
                      StripeWebhooks.SIGNATURE, StripeWebhooks.sign(body, SECRET, clock.instant()))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build();
          assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
              .isEqualTo(200);
        }
      }
      server.settle();
      return this;
    }

    /** An event comes over Amazon EventBridge. */
    Kept hearsOverTheBridge(String event) {
      String handed =
          "{\"detail\":%s,\"hook\":\"/hooks/stripe/%s.stripe\"}"
              .formatted(event.replace('\'', '"'), book.name());
      byte[] _ = hub.functions().named("bridge").orElseThrow().invoke(handed.getBytes(UTF_8));
      server.settle();
      return this;
    }

    Kept pulls() {
      List<Swept> swept = hub.pull(book, Optional.empty(), Optional.empty(), _ -> {});
      assertThat(swept).extracting(Swept::status).containsOnly("done");
      server.settle();
      return this;
    }

    /** The trial balance, a line an account, a debit positive. */
    List<String> lines() {
      return new BookExport(hub.deployment(), book)
          .trialBalance(LocalDate.of(2026, 10, 31), Optional.empty()).rows().stream()
              .map(row -> row.account() + " " + new Money(row.minor(), row.currency()).major())
              .toList();
    }

    /** The entries, as {@code occasion: Dr account amount; Cr account amount}. */
    List<String> entries() {
      LedgerStore ledger = hub.deployment().stores().ledger(book);
      return ledger.days().stream()
          .flatMap(day -> ledger.day(day, Optional.empty()).stream())
          .flatMap(step -> step.entry().stream())
          .map(Kept::words)
          .sorted()
          .toList();
    }

    private static String words(Entry entry) {
      return entry.occasion()
          + ": "
          + entry.legs().stream().map(Kept::words).sorted().collect(Collectors.joining("; "));
    }

    private static String words(Leg leg) {
      return (leg.minor() > 0 ? "Dr " : "Cr ")
          + leg.account()
          + " "
          + new Money(Math.abs(leg.minor()), leg.currency()).major();
    }

    List<Discrepancy.Kind> exceptions() {
      return new Exceptions(hub.deployment().stores().state(book))
          .list().stream().map(Discrepancy::kind).toList();
    }

    List<String> parked() {
      return new Setbacks(hub.deployment().stores().state(book))
          .all().stream().map(Setback::reason).distinct().toList();
    }

    PayoutStatement statement(String payout) {
      return new BookExport(hub.deployment(), book).payout(payout).orElseThrow();
    }
  }

  @Override
  public void close() {
    server.close();
    hub.close();
    client.close();
    api.close();
  }
}
