package io.daybook.books.portal;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Disconnecting;
import io.daybook.books.acts.Teller;
import io.daybook.books.channel.Reach;
import io.daybook.books.connect.Checking;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.books.connect.Installing;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.retrieval.Health;
import io.daybook.sources.Secret;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Connections: made, given new secrets, ended. Nothing is stored of one whose API does not let us in. */
final class ConnectDesk {
  private static final String WEBHOOK = "webhook";

  private final Deployment deployment;
  private final Book book;
  private final Teller teller;
  private final Reach reach;
  private final Connections connections;

  ConnectDesk(Deployment deployment, Book book, Teller teller, Reach reach) {
    this.deployment = deployment;
    this.book = book;
    this.teller = teller;
    this.reach = reach;
    this.connections = new Connections(deployment.stores().state(book), deployment.secrets());
  }

  /** Connects a platform account. */
  Map<String, Object> connect(AskedAct asked) throws NotDone {
    Platform platform =
        KnownPlatforms.find(asked.text("platform"))
            .orElseThrow(() -> new NotDone("There is no such platform."));
    ConnectRequest request = request(platform, asked);
    Map<String, Secret> given = opened(request.name(), asked);
    Optional<Secret> webhook = Optional.ofNullable(given.remove(WEBHOOK));
    GivenSecrets secrets = kept(platform, webhook, given);
    requireHealth(new Checking(deployment).before(request, secrets));
    try {
      Connecting.Connected connected = new Connecting(deployment).connect(request, secrets);
      Map<String, Object> answer = checked(request.name());
      answer.put("cutOver", connected.cutOver().toString());
      return answer;
    } catch (Connecting.CannotConnect cannot) {
      throw new NotDone(cannot.words());
    }
  }

  /** Takes new secrets; what is not given stays as it is. */
  Map<String, Object> rotate(AskedAct asked) throws NotDone {
    Connection connection = live(asked);
    if (Installing.isInstalled(connection)) {
      throw new NotDone(
          "The shop let the app in: its secrets are the app's, and whoever runs the hub changes them.");
    }
    Platform platform =
        KnownPlatforms.find(connection.source())
            .orElseThrow(() -> new NotDone("This connection has no secrets."));
    Map<String, Secret> given = opened(connection.name(), asked);
    if (given.isEmpty()) {
      throw new NotDone("No new secret was given.");
    }
    Optional<Secret> webhook = Optional.ofNullable(given.remove(WEBHOOK));
    Map<String, Secret> all = new HashMap<>();
    connections
        .credentials(connection)
        .forEach((name, secret) -> all.put(name, new Secret(secret)));
    all.putAll(given);
    GivenSecrets secrets = kept(platform, webhook.or(() -> newest(connection)), all).with(webhook);
    requireHealth(new Checking(deployment).of(connection, secrets));
    new Connecting(deployment).rotate(book, connection, secrets);
    return checked(connection.name());
  }

  private Optional<Secret> newest(Connection connection) {
    return connections.webhookSecrets(connection).stream().findFirst().map(Secret::new);
  }

  /** Looks whether a shop's address is signed for our app, and which shop it names. */
  Map<String, Object> lookInstall(AskedAct asked) throws NotDone {
    try {
      return Map.of("shop", new Installing(deployment).look(asked.text("query")).shop());
    } catch (Connecting.CannotConnect cannot) {
      throw new NotDone(cannot.words());
    }
  }

  /** Connects a shop that let the app in. */
  Map<String, Object> install(AskedAct asked) throws NotDone {
    ConnectionName name = name(asked);
    try {
      Connecting.Connected connected =
          new Installing(deployment)
              .install(
                  new Installing.Consent(
                      book,
                      name,
                      asked.text("shop"),
                      asked.text("query"),
                      asked.optional("cutOver").map(LocalDate::parse),
                      asked.optional("hub").map(ConnectDesk::hub)));
      Map<String, Object> answer = checked(name);
      answer.put("cutOver", connected.cutOver().toString());
      return answer;
    } catch (Connecting.CannotConnect cannot) {
      throw new NotDone(cannot.words());
    } catch (DateTimeException wrongDay) {
      throw new NotDone("A day is written 2026-10-01: " + wrongDay.getMessage() + ".");
    }
  }

  /** Ends a connection. */
  Map<String, Object> disconnect(AskedAct asked) throws NotDone {
    try {
      Connection ended =
          new Disconnecting(deployment, book, teller).disconnect(name(asked), asked.who(""));
      return Map.of("connection", ended.name().value());
    } catch (ActRefused refused) {
      throw new NotDone(refused.words());
    }
  }

  private Connection live(AskedAct asked) throws NotDone {
    return connections
        .find(name(asked))
        .filter(Connection::isLive)
        .orElseThrow(() -> new NotDone("The book has no such connection that lives."));
  }

  private static ConnectionName name(AskedAct asked) throws NotDone {
    try {
      return new ConnectionName(asked.text("name").strip());
    } catch (IllegalArgumentException wrong) {
      throw new NotDone("The " + wrong.getMessage() + ".");
    }
  }

  private ConnectRequest request(Platform platform, AskedAct asked) throws NotDone {
    String account = asked.text("account").strip();
    Optional<String> wrong = platform.complaint(account);
    if (wrong.isPresent()) {
      throw new NotDone("The account " + wrong.get() + ". It is " + platform.account() + ".");
    }
    try {
      return new ConnectRequest(
          book,
          name(asked),
          platform.name(),
          new Origin(platform.name(), account),
          base(platform, account, asked),
          asked.optional("hub").map(ConnectDesk::hub),
          asked.optional("cutOver").map(LocalDate::parse),
          Optional.empty(),
          Optional.empty(),
          asked.optional("gateway").map(Gateway::new).or(platform::gateway));
    } catch (DateTimeException wrongDay) {
      throw new NotDone("A day is written 2026-10-01: " + wrongDay.getMessage() + ".");
    } catch (IllegalArgumentException wrongText) {
      throw new NotDone("The " + wrongText.getMessage() + ".");
    }
  }

  /** The hub's address as platforms reach it, to which the path of the connection is added. */
  private static URI hub(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
      throw new IllegalArgumentException(
          "hub's address is '" + text + "', expected one such as https://books.example.com");
    }
    return address;
  }

  private Optional<URI> base(Platform platform, String account, AskedAct asked) throws NotDone {
    Optional<URI> typed = asked.optional("address").map(URI::create);
    if (typed.isEmpty() && platform.api() instanceof ApiAddress.Given given) {
      throw new NotDone("The address of the API is missing: " + given.words() + ".");
    }
    Optional<URI> base = typed.or(() -> platform.api().of(account));
    if (!(platform.api() instanceof ApiAddress.Fixed) || typed.isPresent()) {
      for (URI address : base.stream().toList()) {
        ApiReach.require(address, reach);
      }
    }
    return base;
  }

  private Map<String, Secret> opened(ConnectionName name, AskedAct asked) throws NotDone {
    Map<String, Secret> opened = new TreeMap<>();
    try {
      asked
          .texts("secrets")
          .forEach((credential, sealed) ->
              opened.put(credential, new Secret(deployment.secrets().of(book, name).open(sealed))));
      return opened;
    } catch (IllegalArgumentException sealedForAnother) {
      throw new NotDone("The secrets were given for another connection.");
    }
  }

  private static GivenSecrets kept(
      Platform platform, Optional<Secret> webhook, Map<String, Secret> given) throws NotDone {
    try {
      return new GivenSecrets(webhook, platform.kept(webhook, given));
    } catch (IllegalArgumentException tooLittle) {
      throw new NotDone(String.valueOf(tooLittle.getMessage()));
    }
  }

  private static void requireHealth(Health health) throws NotDone {
    switch (health) {
      case Health.OtherAccount other ->
          throw new NotDone("Nothing was stored: " + other.words() + ".");
      case Health.Ill ill ->
          throw new NotDone(
              "Nothing was stored, for its API does not let us in: " + ill.reason() + ".");
      case Health.Well _, Health.NotAsked _ -> {
        // As far as anybody can know before.
      }
    }
  }

  private Map<String, Object> checked(ConnectionName name) {
    Optional<Check> check = new Checking(deployment).after(book, name);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("connection", name.value());
    answer.put("remarks", check.map(Check::remarks).orElse(List.of()));
    answer.put("subscribed", check.map(Check::topics).orElse(List.of()));
    return answer;
  }
}
