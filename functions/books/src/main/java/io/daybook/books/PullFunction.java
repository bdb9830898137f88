package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.Sweeper.Asked;
import io.daybook.ledger.Book;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Secret;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sweeps what webhooks did not tell. The event may name {@code book}, {@code connection} and {@code from} (an instant: a
 * backfill); without them everything connected is swept. What the time does not suffice for goes on with the next call.
 */
public final class PullFunction implements RequestStreamHandler {
  private static final int MIN_MILLIS_LEFT = 30_000;
  private static final String TO_BE_CONTINUED = "to be continued";
  private static final String THROTTLED = "throttled";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What the sweep of a resource came to.
   *
   * @param missed how many of the objects a webhook should have told and did not
   * @param status {@code done}, {@code to be continued}, {@code throttled}, or why it stopped
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
      return status.equals(TO_BE_CONTINUED) || status.equals(THROTTLED);
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
    List<Swept> swept = new ArrayList<>();
    for (Connection connection : connections.all()) {
      Optional<Retriever> retriever = platforms.retriever(connection.source());
      Optional<Source> source = sources.find(connection.source());
      Map<String, Secret> credentials = credentials(connections, connection);
      boolean meant = only.map(connection.name().value()::equals).orElse(true);
      if (meant
          && rules.isPresent()
          && retriever.isPresent()
          && source.isPresent()
          && connection.isLive()
          && !credentials.isEmpty()
          && connection.base().isPresent()) {
        Endpoint endpoint = new Endpoint(connection.base().get(), credentials);
        WebhookKeys.refresh(connections, connection, retriever.get().webhookKeys(endpoint));
        Sweeper sweeper =
            new Sweeper(
                deployment,
                book,
                connection,
                source.get(),
                retriever.get(),
                endpoint,
                new Bookkeeper(deployment, sources, book));
        for (String resource : retriever.get().resources()) {
          sweeper.begin(resource, first(rules.get(), connection), from, asked);
          swept.add(sweep(book, connection, resource, sweeper, context));
        }
      }
    }
    return swept;
  }

  private static Map<String, Secret> credentials(Connections connections, Connection connection) {
    Map<String, Secret> opened = new HashMap<>();
    connections
        .credentials(connection)
        .forEach((name, secret) -> opened.put(name, new Secret(secret)));
    return opened;
  }

  private static Instant first(Rules rules, Connection connection) {
    LocalDate cutOver =
        rules.firstDay(connection.origin()).orElse(rules.day(connection.connectedAt()));
    return cutOver.atStartOfDay(rules.zone()).toInstant().minus(Sweeper.CONTEXT);
  }

  private static Swept sweep(
      Book book, Connection connection, String resource, Sweeper sweeper, Context context) {
    int seen = 0;
    int missed = 0;
    List<String> kept = new ArrayList<>();
    String status = TO_BE_CONTINUED;
    while (context.getRemainingTimeInMillis() > MIN_MILLIS_LEFT && status.equals(TO_BE_CONTINUED)) {
      switch (sweeper.step(resource)) {
        case Sweeper.Step.More more -> {
          seen += more.seen();
          missed += more.missed();
          kept.addAll(words(more.kept()));
        }
        case Sweeper.Step.Done done -> {
          seen += done.seen();
          missed += done.missed();
          kept.addAll(words(done.kept()));
          status = "done";
        }
        case Sweeper.Step.Wait wait -> status = pause(wait, context);
        case Sweeper.Step.Stopped stopped -> status = stopped.reason();
      }
    }
    return new Swept(book.name(), connection.name().value(), resource, seen, missed, kept, status);
  }

  /** Waits if the time allows; else leaves the rest to the next call. */
  private static String pause(Sweeper.Step.Wait wait, Context context) {
    if (wait.pause().toMillis() > context.getRemainingTimeInMillis() - MIN_MILLIS_LEFT) {
      return THROTTLED;
    }
    try {
      Thread.sleep(wait.pause());
      return TO_BE_CONTINUED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static List<String> words(List<MessageId> kept) {
    return kept.stream().map(MessageId::toString).toList();
  }

  private static Optional<String> text(JsonNode event, String field) {
    JsonNode value = event.path(field);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }
}
