package io.daybook.bench.load;

import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.simulation.deliveries.Deliveries;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A shop of the load test: a month of its own, two connections, a book of its own.
 *
 * @param number from 0
 * @param book its book
 * @param month what happens to it
 * @param deliveries the webhooks of that
 */
public record Shop(int number, Book book, Month month, Deliveries deliveries) {
  /** Invented, and worth nothing outside a test. */
  private static final String SECRET = "bench_only_";

  /** Nobody answers there: a shop of the load test is never swept. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  /** A shop by its number; the same number is the same shop. */
  public static Shop numbered(int number) {
    String name = String.format("load-%02d", number);
    Month month =
        new MonthGenerator(
                7_000L + number,
                new io.daybook.simulation.month.Setting(
                    "Load " + number,
                    name + ".myshopify.com",
                    "acct_1Load" + number,
                    ZoneId.of("America/New_York"),
                    YearMonth.of(2026, 10),
                    "USD",
                    "48392011" + String.format("%04d", number)))
            .generate();
    return new Shop(number, new Book(name), month, Deliveries.of(month));
  }

  /** Connects both of its platforms. */
  public void connect(Deployment deployment) {
    connect(deployment, Delivery.Source.SHOPIFY, month.setting().shopDomain(), "shopify_payments");
    connect(deployment, Delivery.Source.STRIPE, month.setting().stripeAccount(), "stripe");
  }

  private void connect(
      Deployment deployment, Delivery.Source source, String account, String gateway) {
    try {
      Connecting.Connected _ =
          new Connecting(deployment)
              .connect(
                  new ConnectRequest(
                      book,
                      connection(source),
                      source.path(),
                      new Origin(source.path(), account),
                      Optional.of(NOWHERE),
                      Optional.empty(),
                      Optional.of(month.setting().cutOver()),
                      Optional.of(month.setting().zone()),
                      Optional.of(new CurrencyCode(month.setting().currency())),
                      Optional.of(new Gateway(gateway))),
                  GivenSecrets.of(
                      secret(source).getBytes(StandardCharsets.UTF_8),
                      "bench_only_token".getBytes(StandardCharsets.UTF_8)));
    } catch (Connecting.CannotConnect cannot) {
      throw new IllegalStateException(book + " cannot be connected", cannot);
    }
  }

  /** The connection that brings a platform's webhooks. */
  public ConnectionName connection(Delivery.Source source) {
    return new ConnectionName(source.path());
  }

  /** What a platform signs with. */
  public String secret(Delivery.Source source) {
    return SECRET + source.path() + "_" + number;
  }

  /** The path of a platform's webhooks. */
  public String hook(Delivery.Source source) {
    return "/hooks/" + source.path() + "/" + book + "." + connection(source);
  }
}
