package io.daybook.local.command;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.ConnectionName;
import io.daybook.local.hub.ConnectRequest;
import io.daybook.local.hub.Connecting;
import io.daybook.local.hub.Hub;
import java.io.Console;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code connect}: a platform account tells a book what happens. */
@Command(
    name = "connect",
    mixinStandardHelpOptions = true,
    description = {
      "Connect a shop or a payment processor to a book; prints the webhook address.",
      "The webhook secret and the API token come from DAYBOOK_WEBHOOK_SECRET and DAYBOOK_TOKEN, or are asked for.",
      "Connecting a name again keeps the old webhook secret beside the new one: a rotation without a gap."
    })
final class ConnectVerb extends Verb {
  private static final Map<String, String> API =
      Map.of("shopify", "https://%s", "stripe", "https://api.stripe.com");
  private static final Map<String, String> GATEWAY =
      Map.of("shopify", "shopify_payments", "stripe", "stripe");

  @Parameters(paramLabel = "SOURCE", description = "shopify or stripe")
  String source = "";

  @Option(
      names = "--book",
      required = true,
      paramLabel = "B",
      description = "The book; made if new.")
  String book = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "N",
      description = "Your name for the connection.")
  String name = "";

  @Option(
      names = "--account",
      required = true,
      paramLabel = "A",
      description =
          "Shopify: the shop's domain, such as blue-cup.myshopify.com. Stripe: the account id, acct_….")
  String account = "";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Another server of the same API (default: the platform's own).")
  @Nullable String baseUrl;

  @Option(
      names = "--cut-over",
      paramLabel = "DATE",
      description =
          "The first day that posts (default: today). What happened before is context only.")
  @Nullable String cutOver;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "A new book's time zone, such as America/New_York.")
  @Nullable String zone;

  @Option(
      names = "--currency",
      paramLabel = "CUR",
      description = "A new book's currency, such as USD.")
  @Nullable String currency;

  @Option(
      names = "--gateway",
      paramLabel = "G",
      description = "What shops call this processor (default: shopify_payments, stripe).")
  @Nullable String gateway;

  @Override
  boolean makesHub() {
    return true;
  }

  @Override
  Report run(Hub hub) throws Complaint {
    ConnectRequest request = request();
    String secret = secret("DAYBOOK_WEBHOOK_SECRET", "Webhook signing secret");
    String token = secret("DAYBOOK_TOKEN", "API access token or key");
    Connecting.Connected connected;
    try {
      connected =
          new Connecting(hub.deployment())
              .connect(
                  request,
                  secret.getBytes(StandardCharsets.UTF_8),
                  token.getBytes(StandardCharsets.UTF_8));
    } catch (Connecting.CannotConnect cannot) {
      throw new Complaint(cannot.words());
    }
    String words =
        "Connected "
            + request.name()
            + " ("
            + request.origin()
            + ") to book "
            + request.book()
            + ".\nWebhook address: "
            + hub.address()
            + connected.hook()
            + "\nPosts from "
            + connected.cutOver()
            + " on; what happened before is context only.";
    return new Report(
        words,
        Map.of(
            "book", request.book().name(),
            "connection", request.name().value(),
            "origin", request.origin().toString(),
            "webhook", hub.address() + connected.hook(),
            "cutOver", connected.cutOver().toString()));
  }

  private ConnectRequest request() throws Complaint {
    String api = API.get(source);
    if (api == null) {
      throw new Complaint("There is no source '" + source + "'. There are: shopify, stripe.");
    }
    try {
      return new ConnectRequest(
          parseBook(book),
          new ConnectionName(name),
          source,
          new Origin(source, account),
          URI.create(Optional.ofNullable(baseUrl).orElse(api.formatted(account))),
          Optional.ofNullable(cutOver).map(LocalDate::parse),
          Optional.ofNullable(zone).map(ZoneId::of),
          Optional.ofNullable(currency).map(CurrencyCode::new),
          new Gateway(Optional.ofNullable(gateway).orElse(GATEWAY.getOrDefault(source, source))));
    } catch (DateTimeException wrong) {
      throw new Complaint(
          "A date is written 2026-10-01 and a zone America/New_York: " + wrong.getMessage() + ".");
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  private static String secret(String variable, String prompt) throws Complaint {
    String fromEnvironment = System.getenv(variable);
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return fromEnvironment;
    }
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      throw new Complaint(
          "The "
              + prompt.toLowerCase(Locale.ROOT)
              + " is missing. Set "
              + variable
              + " in the environment.");
    }
    char[] typed = terminal.get().readPassword("%s: ", prompt);
    if (typed == null || typed.length == 0) {
      throw new Complaint("The " + prompt.toLowerCase(Locale.ROOT) + " is empty.");
    }
    return new String(typed);
  }
}
