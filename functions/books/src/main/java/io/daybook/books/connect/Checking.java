package io.daybook.books.connect;

import io.daybook.books.Platforms;
import io.daybook.books.Upkeep;
import io.daybook.intake.Check;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Secret;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks whether a platform account can be asked: before it is connected, and after. */
public final class Checking {
  private final Deployment deployment;
  private final Platforms platforms = new Platforms();

  /** Looks at the connections of a deployment. */
  public Checking(Deployment deployment) {
    this.deployment = deployment;
  }

  /** What one cheap question shows, before anything is stored. */
  public Health before(ConnectRequest request, GivenSecrets secrets) {
    Optional<Retriever> retriever = platforms.retriever(request.source());
    return retriever.isEmpty() || request.base().isEmpty() || secrets.credentials().isEmpty()
        ? new Health.NotAsked()
        : retriever
            .get()
            .health(
                new Endpoint(request.base().get(), secrets.credentials()),
                request.origin().account());
  }

  /** What one cheap question shows of a connection under other secrets. */
  public Health of(Connection connection, GivenSecrets secrets) {
    Optional<Retriever> retriever = platforms.retriever(connection.source());
    return retriever.isEmpty() || connection.base().isEmpty() || secrets.credentials().isEmpty()
        ? new Health.NotAsked()
        : retriever
            .get()
            .health(
                new Endpoint(connection.base().get(), secrets.credentials()),
                connection.origin().account());
  }

  /** Looks at a connection and registers its webhooks; nothing if it has no API that is asked. */
  public Optional<Check> after(Book book, ConnectionName name) {
    StateStore state = deployment.stores().state(book);
    Connections connections = new Connections(state, deployment.secrets());
    Optional<Connection> connection = connections.find(name).filter(Connection::isLive);
    Optional<Retriever> retriever =
        connection.flatMap(found -> platforms.retriever(found.source()));
    if (connection.isEmpty() || retriever.isEmpty() || connection.get().base().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Secret> credentials = new HashMap<>();
    connections
        .credentials(connection.get())
        .forEach((credential, secret) -> credentials.put(credential, new Secret(secret)));
    return credentials.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Upkeep(state, connections, retriever.get(), deployment.clock())
                .check(connection.get(), new Endpoint(connection.get().base().get(), credentials)));
  }
}
