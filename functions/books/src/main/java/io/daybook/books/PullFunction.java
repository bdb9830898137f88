package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.Sweeper.Asked;
import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.ledger.Book;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Source;
import io.daybook.sources.Sources;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sweeps what webhooks did not tell. The event may name {@code book}, {@code connection} and {@code from} (an instant: a
 * backfill); without them everything connected is swept. What the time does not suffice for goes on with the next call.
 */
public final class PullFunction implements RequestStreamHandler {
  private static final int MIN_MILLIS_LEFT = 30_000;
  private static final System.Logger LOG = System.getLogger("io.daybook.books");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What the sweep of a resource came to.
   *
   * @param missed how many of the objects a webhook should have told and did not
   * @param status {@code done}, {@code to be continued}, {@code throttled}, or why it stopped or waits
   */
  public record Swept(
      String book,
      String connection,
      String resource,
      int seen,
      int missed,
      List<String> kept,
      String status) {
    /** Copies the list. */
    public Swept {
      kept = List.copyOf(kept);
    }

    /** Whether the next call goes on with it. */
    public boolean goesOn() {
      return status.equals(ConnectionSweep.TO_BE_CONTINUED)
          || status.equals(ConnectionSweep.THROTTLED)
          || status.startsWith(ConnectionSweep.PREPARED);
    }

    /** Whether nothing is wrong with it: it is done, or the platform is still making what was asked for. */
    public boolean endedWell() {
      return status.equals(ConnectionSweep.DONE) || status.endsWith(ConnectionSweep.NEXT_TIME);
    }

    /** Together with what the next call did. */
    public Swept and(Swept next) {
      List<String> all = new ArrayList<>(kept);
      all.addAll(next.kept());
      return new Swept(
          book,
          connection,
          resource,
          seen + next.seen(),
          missed + next.missed(),
          all,
          next.status());
    }
  }

  private record Answer(List<Swept> swept) {}

  private final Deployment deployment;
  private final Platforms platforms = new Platforms();
  private final Sources sources = platforms.sources();

  /** As Lambda creates it: from its environment. */
  public PullFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public PullFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    Optional<String> onlyBook = text(event, "book");
    Optional<String> onlyConnection = text(event, "connection");
    Optional<Instant> from = text(event, "from").map(Instant::parse);
    Asked asked =
        onlyBook.isPresent() || onlyConnection.isPresent() ? Asked.BY_HAND : Asked.BY_CLOCK;
    List<Swept> swept = new ArrayList<>();
    for (Book book : deployment.stores().books()) {
      if (onlyBook.map(book.name()::equals).orElse(true)) {
        swept.addAll(sweep(book, onlyConnection, from, asked, context));
      }
    }
    MAPPER.writeValue(output, new Answer(swept));
  }

  private List<Swept> sweep(
      Book book, Optional<String> only, Optional<Instant> from, Asked asked, Context context) {
    StateStore state = deployment.stores().state(book);
    Connections connections = new Connections(state, deployment.secrets());
    Optional<Rules> rules = new RulesVersions(state).current();
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Connection> meant =
        connections.all().stream()
            .filter(one -> only.map(one.name().value()::equals).orElse(true))
            .filter(Connection::isLive)
            .toList();
    List<Swept> swept = new ArrayList<>();
    for (int index = 0; index < meant.size(); index++) {
      Connection connection = meant.get(index);
      Optional<Retriever> retriever = platforms.retriever(connection.source());
      Optional<Source> source = sources.find(connection.source());
      if (retriever.isPresent()
          && source.isPresent()
          && !connection.credentials().isEmpty()
          && connection.base().isPresent()) {
        Optional<Circuit> circuit = Circuit.find(state, connection.name());
        if (asked == Asked.BY_CLOCK
            && circuit.filter(one -> one.isOpen(deployment.clock().instant())).isPresent()) {
          swept.add(paused(book, connection, circuit.get()));
        } else {
          // A platform that has us wait must not use up the time of the connections after it.
          Share share = Share.of(context, meant.size() - index, MIN_MILLIS_LEFT);
          Work work =
              new Work(book, source.get(), retriever.get(), rules.get(), from, asked, share);
          Outcome outcome =
              switch (Renewing.of(
                  connections,
                  connection,
                  connection.base().get(),
                  retriever.get(),
                  deployment.clock().instant())) {
                case Renewing.Fresh.Usable(Connection fresh, Endpoint endpoint) ->
                    sweep(work, connections, fresh, endpoint);
                case Renewing.Fresh.Refused(String reason) ->
                    new Outcome(List.of(stopped(book, connection, reason)), Optional.of(reason));
              };
          swept.addAll(outcome.swept());
          if (outcome.failure().isPresent()) {
            Circuit _ =
                Circuit.fail(
                    state,
                    connection.name(),
                    outcome.failure().get(),
                    deployment.clock().instant());
          } else if (circuit.isPresent()) {
            Circuit.close(state, connection.name());
          }
        }
      }
    }
    return swept;
  }

  /** What a sweep of a connection needs to know. */
  private record Work(
      Book book,
      Source source,
      Retriever retriever,
      Rules rules,
      Optional<Instant> from,
      Asked asked,
      Share share) {}

  /** What it came to, and why the connection as a whole failed, if it did. */
  private record Outcome(List<Swept> swept, Optional<String> failure) {}

  private Outcome sweep(
      Work work, Connections connections, Connection connection, Endpoint endpoint) {
    StateStore state = deployment.stores().state(work.book());
    Upkeep upkeep = new Upkeep(state, connections, work.retriever(), deployment.clock());
    if (upkeep.isDue(connection.name())) {
      note(connection, upkeep.check(connection, endpoint));
    }
    WebhookKeys.refresh(connections, connection, work.retriever().webhookKeys(endpoint));
    Sweeper sweeper =
        new Sweeper(
            deployment,
            work.book(),
            connection,
            work.source(),
            work.retriever(),
            endpoint,
            new Bookkeeper(deployment, sources, work.book()));
    ConnectionSweep all = new ConnectionSweep(work.book(), connection, sweeper, work.share());
    List<Swept> swept =
        all.run(
            work.retriever().resources(),
            first(work.rules(), connection),
            work.from(),
            work.asked());
    return new Outcome(swept, all.failure());
  }

  private static Swept stopped(Book book, Connection connection, String reason) {
    return new Swept(book.name(), connection.name().value(), "everything", 0, 0, List.of(), reason);
  }

  private static Swept paused(Book book, Connection connection, Circuit circuit) {
    return new Swept(
        book.name(),
        connection.name().value(),
        "everything",
        0,
        0,
        List.of(),
        "left alone until "
            + circuit.pausedUntil().orElseThrow()
            + " after "
            + circuit.failures()
            + " failures: "
            + circuit.reason());
  }

  /** Subscriptions that had to be made again are counted, so that somebody asks why. */
  private void note(Connection connection, Check check) {
    boolean now = check.lastRepair().filter(repair -> repair.at().equals(check.at())).isPresent();
    if (now) {
      LOG.log(
          System.Logger.Level.WARNING,
          "webhook subscriptions of {0} made again: {1}",
          connection.name(),
          String.join(", ", check.lastRepair().orElseThrow().topics()));
    }
  }

  private static Instant first(Rules rules, Connection connection) {
    LocalDate cutOver =
        rules.firstDay(connection.origin()).orElse(rules.day(connection.connectedAt()));
    return cutOver.atStartOfDay(rules.zone()).toInstant().minus(Sweeper.CONTEXT);
  }

  private static Optional<String> text(JsonNode event, String field) {
    JsonNode value = event.path(field);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
