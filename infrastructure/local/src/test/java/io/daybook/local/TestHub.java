package io.daybook.local;

import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** A hub of a test's own, with connections whose secrets the test knows. */
final class TestHub implements AutoCloseable {
  static final Book BOOK = new Book("sample");
  static final String SHOPIFY_SECRET = "hush";
  static final String STRIPE_SECRET = "whsec_hush";
  static final String SHOPIFY_HOOK = "/hooks/shopify/sample.shop";
  static final String STRIPE_HOOK = "/hooks/stripe/sample.stripe";

  private final Hub hub;
  private final HubServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestHub(Hub hub, HubServer server) {
    this.hub = hub;
    this.server = server;
  }

  static TestHub start(Path folder, Clock clock) throws Connecting.CannotConnect {
    TestHub started = empty(folder, clock);
    connect(
        started.hub,
        BOOK,
        "shop",
        "shopify",
        "blue-cup.myshopify.com",
        "shopify_payments",
        SHOPIFY_SECRET);
    connect(started.hub, BOOK, "stripe", "stripe", "acct_1Sample", "stripe", STRIPE_SECRET);
    return started;
  }

  /** A hub without connections: each test connects a book of its own. */
  static TestHub empty(Path folder, Clock clock) {
    Hub hub = Hub.open(HubFolder.open(folder), Optional.empty(), clock);
    return new TestHub(hub, HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND));
  }

  /** A book whose only connection is a Shopify shop. */
  ShopBook shopBook(String name) throws Connecting.CannotConnect {
    Book book = new Book(name);
    connect(
        hub, book, "shop", "shopify", "blue-cup.myshopify.com", "shopify_payments", SHOPIFY_SECRET);
    return new ShopBook(this, book);
  }

  static Connecting.Connected connect(
      Hub hub, Book book, String name, String source, String account, String gateway, String secret)
      throws Connecting.CannotConnect {
    return new Connecting(hub.deployment())
        .connect(
            new ConnectRequest(
                book,
                new ConnectionName(name),
                source,
                new Origin(source, account),
                Optional.of(URI.create("http://127.0.0.1:1")),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.of(new CurrencyCode("USD")),
                Optional.of(new Gateway(gateway))),
            GivenSecrets.of(
                secret.getBytes(StandardCharsets.UTF_8), "token".getBytes(StandardCharsets.UTF_8)));
  }

  Hub hub() {
    return hub;
  }

  HubServer server() {
    return server;
  }

  HttpResponse<String> post(String path, Map<String, String> headers, byte[] body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Messages that the book's inbox holds. */
  int kept() {
    var inbox = hub.deployment().stores().inbox(BOOK);
    return inbox.connections().stream()
        .mapToInt(connection ->
            inbox.days(connection).stream().mapToInt(day -> inbox.count(connection, day)).sum())
        .sum();
  }

  @Override
  public void close() {
    server.close();
    hub.close();
    client.close();
  }
}
