package io.daybook.books.connect;

import io.daybook.books.Desks;
import io.daybook.books.Platforms;
import io.daybook.books.WebhookKeys;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Circuit;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Secret;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects platform accounts to books: stores the connection and says in the book's rules what it means for money. */
public final class Connecting {
  /** A connection is not possible as asked. */
  public static final class CannotConnect extends Exception {
    private static final long serialVersionUID = 1L;

    CannotConnect(String message) {
      super(message);
    }

    /** What to tell the person. */
    public String words() {
      return String.valueOf(getMessage());
    }
  }

  /** What became of it: the webhook's path and the first day that posts. */
  public record Connected(String hook, LocalDate cutOver) {}

  private final Deployment deployment;

  /** Connects to the books of a deployment. */
  public Connecting(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Stores the connection; one of the same name keeps its webhook secret beside the new one. */
  public Connected connect(ConnectRequest request, GivenSecrets secrets) throws CannotConnect {
    if (Desks.isOwn(request.name()) || request.name().value().startsWith("bank-")) {
      throw new CannotConnect(
          "The name '" + request.name() + "' is the hub's own. Choose another.");
    }
    StateStore state = deployment.stores().state(request.book());
    Connections connections = new Connections(state, deployment.secrets());
    Optional<Connection> before = connections.find(request.name());
    requireSameAccount(request, before);
    Rules rules = amend(request, new RulesVersions(state));
    connections.save(
        new Connection(
            request.name(),
            request.source(),
            request.origin(),
            request.base(),
            deployment.clock().instant(),
            secrets.webhook().isPresent()
                ? rotated(connections, request.name(), secrets.webhook().get().bytes(), before)
                : List.of(),
            sealed(connections, request.name(), secrets.credentials()),
            request.hook().map(hook -> whole(hook, path(request))),
            Optional.empty()));
    fetchKeys(connections, request, secrets);
    // Whoever connects again believes that it works now.
    Circuit.close(state, request.name());
    return new Connected(
        path(request),
        rules.firstDay(request.origin()).orElse(rules.day(deployment.clock().instant())));
  }

  /**
   * Gives a connection other secrets. A webhook secret that was believed stays so beside the new one; without a new one those
   * before stay.
   */
  public void rotate(Book book, Connection connection, GivenSecrets secrets) {
    StateStore state = deployment.stores().state(book);
    Connections connections = new Connections(state, deployment.secrets());
    connections.save(
        new Connection(
            connection.name(),
            connection.source(),
            connection.origin(),
            connection.base(),
            connection.connectedAt(),
            secrets.webhook().isPresent()
                ? rotated(
                    connections,
                    connection.name(),
                    secrets.webhook().get().bytes(),
                    Optional.of(connection))
                : connection.webhookSecrets(),
            sealed(connections, connection.name(), secrets.credentials()),
            connection.hook(),
            connection.disconnectedAt()));
    Circuit.close(state, connection.name());
  }

  /** What cannot be had now, the next sweep fetches. */
  private static void fetchKeys(
      Connections connections, ConnectRequest request, GivenSecrets secrets) {
    Optional<Retriever> retriever = new Platforms().retriever(request.source());
    Optional<Connection> connected = connections.find(request.name());
    if (retriever.isPresent() && request.base().isPresent() && connected.isPresent()) {
      WebhookKeys.refresh(
          connections,
          connected.get(),
          retriever.get().webhookKeys(new Endpoint(request.base().get(), secrets.credentials())));
    }
  }

  private static void requireSameAccount(ConnectRequest request, Optional<Connection> before)
      throws CannotConnect {
    if (before.isPresent() && !before.get().origin().equals(request.origin())) {
      throw new CannotConnect(
          "The connection '"
              + request.name()
              + "' is "
              + before.get().origin()
              + ". Give "
              + request.origin()
              + " a name of its own.");
    }
  }

  private static String path(ConnectRequest request) {
    return new HookAddress(request.source(), request.book(), request.name()).path();
  }

  /** The address of the hub, with the connection's path where it has none. */
  private static URI whole(URI hook, String path) {
    return hook.getPath() == null || hook.getPath().isEmpty() || hook.getPath().equals("/")
        ? hook.resolve(path)
        : hook;
  }

  private static Map<String, String> sealed(
      Connections connections, ConnectionName name, Map<String, Secret> credentials) {
    Map<String, String> sealed = new HashMap<>();
    credentials.forEach(
        (credential, secret) -> sealed.put(credential, connections.seal(name, secret.bytes())));
    return sealed;
  }

  /** The new secret first, then the newest other one: connecting with the same secret again drops none. */
  private static List<String> rotated(
      Connections connections, ConnectionName name, byte[] newest, Optional<Connection> before) {
    List<String> secrets = new ArrayList<>();
    secrets.add(connections.seal(name, newest));
    if (before.isPresent()) {
      List<byte[]> opened = connections.webhookSecrets(before.get());
      for (int index = 0; index < opened.size(); index++) {
        if (!MessageDigest.isEqual(opened.get(index), newest)) {
          secrets.add(before.get().webhookSecrets().get(index));
        }
      }
    }
    return secrets.subList(0, Math.min(secrets.size(), Connections.SECRETS));
  }

  private Rules amend(ConnectRequest request, RulesVersions versions) throws CannotConnect {
    Optional<Rules> current = versions.current();
    if (current.isEmpty() && (request.zone().isEmpty() || request.currency().isEmpty())) {
      throw new CannotConnect(
          "Book '"
              + request.book()
              + "' is new: say its time zone and currency, such as --zone America/New_York --currency USD.");
    }
    if (current.isPresent()) {
      requireSame(request, current.get());
    }
    Rules first =
        current.orElseGet(() ->
            new Rules(
                1,
                request.currency().orElseThrow(),
                request.zone().orElseThrow(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Policy.standard()));
    return versions.amend(first, rules -> with(request, rules));
  }

  private static void requireSame(ConnectRequest request, Rules rules) throws CannotConnect {
    boolean sameZone = request.zone().map(rules.zone()::equals).orElse(true);
    boolean sameCurrency = request.currency().map(rules.currency()::equals).orElse(true);
    if (!sameZone || !sameCurrency) {
      throw new CannotConnect(
          "Book '"
              + request.book()
              + "' is kept in "
              + rules.currency()
              + " and "
              + rules.zone()
              + ".");
    }
  }

  private Rules with(ConnectRequest request, Rules rules) {
    Map<Origin, LocalDate> cutOver = new HashMap<>(rules.cutOver());
    LocalDate today = LocalDate.ofInstant(deployment.clock().instant(), rules.zone());
    request.cutOver().ifPresent(day -> cutOver.put(request.origin(), day));
    cutOver.putIfAbsent(request.origin(), today);
    Map<Origin, String> clearing = new HashMap<>(rules.clearing());
    Map<Gateway, Origin> feeds = new HashMap<>(rules.feeds());
    if (request.gateway().isPresent()) {
      clearing.putIfAbsent(request.origin(), request.name().value());
      feeds.put(request.gateway().get(), request.origin());
    }
    return rules.with(cutOver, clearing, feeds);
  }
}
