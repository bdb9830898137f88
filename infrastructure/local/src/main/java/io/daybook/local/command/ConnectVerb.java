package io.daybook.local.command;

import io.daybook.books.connect.Checking;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.ledger.ConnectionName;
import io.daybook.local.hub.Hub;
import io.daybook.retrieval.Health;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
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
  /** The names of the platforms, for the help. */
  static final class PlatformNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return KnownPlatforms.all().stream().map(Platform::name).iterator();
    }
  }

  @Parameters(
      paramLabel = "SOURCE",
      completionCandidates = PlatformNames.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
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
      paramLabel = "A",
      description =
          "Your account there: a shop's domain, a processor's account id. Left out, the command says what it is.")
  String account = "";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Another server of the same API (default: the platform's own).")
  @Nullable String baseUrl;

  @Option(
      names = "--webhook-url",
      paramLabel = "URL",
      description =
          "The hub's address as the platform can reach it, such as https://books.example.com: webhooks are registered there.")
  @Nullable String webhookUrl;

  @Option(
      names = "--no-check",
      description = "Connect without asking the API first, and register no webhooks.")
  boolean noCheck;

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
      description =
          "What shops call this processor (default: the platform's own name for it, such as shopify_payments).")
  @Nullable String gateway;

  @Override
  boolean makesHub() {
    return true;
  }

  @Override
  Report run(Hub hub) throws Complaint {
    Platform platform =
        KnownPlatforms.find(source)
            .orElseThrow(() ->
                new Complaint(
                    "There is no source '"
                        + source
                        + "'. There are: "
                        + String.join(", ", new PlatformNames())
                        + "."));
    ConnectRequest request = request(platform);
    GivenSecrets secrets = new AskedSecrets(platform).ask();
    if (!noCheck) {
      requireHealth(new Checking(hub.deployment()).before(request, secrets));
    }
    Connecting.Connected connected;
    try {
      connected = new Connecting(hub.deployment()).connect(request, secrets);
    } catch (Connecting.CannotConnect cannot) {
      throw new Complaint(cannot.words());
    }
    Optional<Check> check =
        noCheck
            ? Optional.empty()
            : new Checking(hub.deployment()).after(request.book(), request.name());
    // Where the person said how the platform reaches the hub, that is the address to enter there.
    String hook =
        platform.told(
            new Connections(
                    hub.deployment().stores().state(request.book()), hub.deployment().secrets())
                .find(request.name())
                .flatMap(Connection::hook)
                .map(URI::toString)
                .orElseGet(() -> hub.address() + connected.hook()));
    String words =
        "Connected "
            + request.name()
            + " ("
            + request.origin()
            + ") to book "
            + request.book()
            + ".\nWebhook address: "
            + hook
            + (check.map(Check::topics).filter(topics -> !topics.isEmpty()).isPresent()
                ? ""
                : "\n" + platform.byHand())
            + "\nPosts from "
            + connected.cutOver()
            + " on; what happened before is context only."
            + check.map(ConnectVerb::words).orElse("");
    return new Report(
        words,
        Map.of(
            "book", request.book().name(),
            "connection", request.name().value(),
            "origin", request.origin().toString(),
            "webhook", hook,
            "cutOver", connected.cutOver().toString(),
            "remarks", check.map(Check::remarks).orElse(List.of()),
            "subscribed", check.map(Check::topics).orElse(List.of())));
  }

  private static String words(Check check) {
    StringBuilder words = new StringBuilder();
    if (!check.topics().isEmpty()) {
      words.append("\nWebhooks registered: ").append(String.join(", ", check.topics())).append('.');
    }
    for (String remark : check.remarks()) {
      words.append("\nNote: ").append(remark);
    }
    return words.toString();
  }

  private static void requireHealth(Health health) throws Complaint {
    switch (health) {
      case Health.OtherAccount other ->
          throw new Complaint("Nothing was connected: " + other.words() + ".");
      case Health.Ill ill ->
          throw new Complaint(
              "Nothing was connected, for its API does not let us in: "
                  + ill.reason()
                  + ". With --no-check it is connected all the same.");
      case Health.Well _, Health.NotAsked _ -> {}
    }
  }

  private ConnectRequest request(Platform platform) throws Complaint {
    Optional<String> wrong = platform.complaint(account);
    if (wrong.isPresent()) {
      throw new Complaint(
          "The account " + wrong.get() + ". Say --account: " + platform.account() + ".");
    }
    try {
      return new ConnectRequest(
          parseBook(book),
          new ConnectionName(name),
          source,
          new Origin(source, account),
          base(platform),
          Optional.ofNullable(webhookUrl).map(URI::create),
          Optional.ofNullable(cutOver).map(LocalDate::parse),
          Optional.ofNullable(zone).map(ZoneId::of),
          Optional.ofNullable(currency).map(CurrencyCode::new),
          Optional.ofNullable(gateway).map(Gateway::new).or(platform::gateway));
    } catch (DateTimeException wrongDate) {
      throw new Complaint(
          "A date is written 2026-10-01 and a zone America/New_York: "
              + wrongDate.getMessage()
              + ".");
    } catch (IllegalArgumentException wrongText) {
      throw new Complaint("The " + wrongText.getMessage() + ".");
    }
  }

  private Optional<URI> base(Platform platform) throws Complaint {
    if (baseUrl != null) {
      return Optional.of(URI.create(baseUrl));
    }
    if (platform.api() instanceof ApiAddress.Given given) {
      throw new Complaint(
          "The address of the API is missing. Say --base-url: " + given.words() + ".");
    }
    return platform.api().of(account);
  }
}
