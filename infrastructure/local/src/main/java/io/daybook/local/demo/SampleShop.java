package io.daybook.local.demo;

import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.local.hub.BankImport;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.OpeningImport;
import io.daybook.simulation.bank.BankFile;
import io.daybook.simulation.deliveries.Deliveries;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.month.Answers;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Setting;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.simulation.stripe.StripeStandIn;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The sample shop, its month, and the stand-ins of its platforms, on this machine. */
public final class SampleShop implements AutoCloseable {
  /** The book that the demo keeps. */
  public static final Book BOOK = new Book("demo");

  /** The seed of the month that the demo plays unless told otherwise. */
  public static final long SEED = 2026;

  /** Invented, and worth nothing outside this process: the stand-ins believe them. */
  static final String SHOPIFY_SECRET = "shpss_demo_only_4f8a1c";

  static final String SHOPIFY_TOKEN = "shpat_demo_only_91bb02";
  static final String STRIPE_SECRET = "whsec_demo_only_7d2e55";
  static final String STRIPE_KEY = "rk_demo_only_c03f19";

  private final Month month;
  private final Deliveries deliveries;
  private final ShopifyStandIn shopify;
  private final StripeStandIn stripe;

  private SampleShop(Month month, ShopifyStandIn shopify, StripeStandIn stripe) {
    this.month = month;
    this.deliveries = Deliveries.of(month);
    this.shopify = shopify;
    this.stripe = stripe;
  }

  /** Makes the month of a seed and starts the stand-ins on free ports. */
  public static SampleShop open(long seed) throws IOException {
    Month month = new MonthGenerator(seed).generate();
    return new SampleShop(
        month,
        ShopifyStandIn.start(month, 0, ShopifyStandIn.Behaviour.kind(SHOPIFY_TOKEN)),
        StripeStandIn.start(month, 0, StripeStandIn.Behaviour.kind(STRIPE_KEY)));
  }

  /** The month. */
  public Month month() {
    return month;
  }

  /** Its webhooks. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Where Shopify's stand-in serves. */
  public URI shopifyAddress() {
    return shopify.address();
  }

  /** Where Stripe's stand-in serves. */
  public URI stripeAddress() {
    return stripe.address();
  }

  /** What the books must say in the end. */
  public Answers answers() {
    return Answers.of(month);
  }

  /** Connects both platforms to the hub and takes over the opening balances. */
  public void connect(Hub hub) {
    Setting setting = month.setting();
    connect(hub.deployment());
    try {
      OpeningImport.Imported _ =
          new OpeningImport(hub)
              .run(
                  BOOK,
                  Path.of("opening.csv"),
                  month.openingCsv().getBytes(StandardCharsets.UTF_8),
                  setting.cutOver(),
                  "the demo");
    } catch (OpeningImport.Refused refused) {
      throw new IllegalStateException(
          "the sample shop's own opening balances are refused", refused);
    }
  }

  /** Connects both platforms. */
  public void connect(Deployment deployment) {
    Setting setting = month.setting();
    connect(
        deployment,
        "shopify",
        setting.shopDomain(),
        shopify.address(),
        new Gateway("shopify_payments"),
        SHOPIFY_SECRET,
        SHOPIFY_TOKEN);
    connect(
        deployment,
        "stripe",
        setting.stripeAccount(),
        stripe.address(),
        new Gateway("stripe"),
        STRIPE_SECRET,
        STRIPE_KEY);
  }

  private void connect(
      Deployment deployment,
      String source,
      String account,
      URI base,
      Gateway gateway,
      String secret,
      String token) {
    Setting setting = month.setting();
    try {
      Connecting.Connected _ =
          new Connecting(deployment)
              .connect(
                  new ConnectRequest(
                      BOOK,
                      new ConnectionName(source),
                      source,
                      new Origin(source, account),
                      Optional.of(base),
                      Optional.empty(),
                      Optional.of(setting.cutOver()),
                      Optional.of(setting.zone()),
                      Optional.of(new CurrencyCode(setting.currency())),
                      Optional.of(gateway)),
                  GivenSecrets.of(
                      secret.getBytes(StandardCharsets.UTF_8),
                      token.getBytes(StandardCharsets.UTF_8)));
    } catch (Connecting.CannotConnect cannot) {
      throw new IllegalStateException("the sample shop cannot be connected", cannot);
    }
  }

  /** Where a webhook of a platform goes, under the hub's address. */
  public static String hook(Delivery.Source source) {
    return "/hooks/" + source.path() + "/" + BOOK + "." + source.path();
  }

  /** A webhook's headers as its platform signs them at an instant. */
  public static Map<String, String> signed(Delivery delivery, Instant now) {
    return switch (delivery.source()) {
      case SHOPIFY -> delivery.signed(SHOPIFY_SECRET, now);
      case STRIPE -> delivery.signed(STRIPE_SECRET, now);
    };
  }

  /** Who brings the month's webhooks to a hub. */
  public Courier courier(String hubAddress, Clock clock) {
    return new Courier(
        Map.of(
            Delivery.Source.SHOPIFY,
            new Courier.Door(
                URI.create(hubAddress + hook(Delivery.Source.SHOPIFY)), SHOPIFY_SECRET),
            Delivery.Source.STRIPE,
            new Courier.Door(URI.create(hubAddress + hook(Delivery.Source.STRIPE)), STRIPE_SECRET)),
        clock);
  }

  /** Imports the month's bank statement. */
  public void importBank(Hub hub) {
    try {
      ImportedAccount _ =
          new BankImport(hub)
              .run(
                  BOOK,
                  "main",
                  Path.of("october.xml"),
                  BankFile.camt053(month).getBytes(StandardCharsets.UTF_8));
    } catch (BankRefused refused) {
      throw new IllegalStateException("the sample shop's own bank file is refused", refused);
    }
  }

  @Override
  public void close() {
    shopify.close();
    stripe.close();
  }
}
