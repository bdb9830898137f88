package io.daybook.books;

import io.daybook.intake.Check;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.Subscribed;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees to a connection now and then: whether its API lets us in and what it keeps from us, and whether its webhooks are still
 * subscribed. What was dropped is made again, and said.
 */
public final class Upkeep {
  /** How often the clock looks. Between two looks the sweep finds what dropped webhooks do not tell. */
  static final Duration EVERY = Duration.ofHours(6);

  private final StateStore state;
  private final Connections connections;
  private final Retriever retriever;
  private final Clock clock;

  /** The upkeep of a book's connections to one platform. */
  public Upkeep(StateStore state, Connections connections, Retriever retriever, Clock clock) {
    this.state = state;
    this.connections = connections;
    this.retriever = retriever;
    this.clock = clock;
  }

  /** Whether it is time to look again. */
  boolean isDue(ConnectionName connection) {
    Instant now = clock.instant();
    return Check.find(state, connection)
        .map(Check::at)
        .filter(at -> at.plus(EVERY).isAfter(now))
        .isEmpty();
  }

  /** What one cheap question shows. */
  public Health health(Connection connection, Endpoint endpoint) {
    return retriever.health(endpoint, connection.origin().account());
  }

  /** Looks, mends what it can, and keeps what it saw. */
  public Check check(Connection connection, Endpoint endpoint) {
    Instant now = clock.instant();
    Optional<Check> before = Check.find(state, connection.name());
    List<String> remarks = new ArrayList<>();
    switch (health(connection, endpoint)) {
      case Health.Well well -> remarks.addAll(well.remarks());
      case Health.OtherAccount other -> remarks.add("It cannot be asked: " + other.words() + ".");
      case Health.Ill ill -> remarks.add("It cannot be asked: " + ill.reason() + ".");
      case Health.NotAsked _ -> {}
    }
    List<String> topics = new ArrayList<>(before.map(Check::topics).orElse(List.of()));
    List<String> again = new ArrayList<>();
    if (connection.hook().isPresent()) {
      switch (retriever.subscribe(endpoint, connection.hook().get())) {
        case Subscribed.Checked checked -> {
          again.addAll(checked.mended());
          // What was subscribed at the last look and is not any more was dropped.
          checked.made().stream().filter(topics::contains).forEach(again::add);
          topics.clear();
          topics.addAll(checked.topics());
          remarks.addAll(checked.remarks());
          checked
              .secret()
              .ifPresent(
                  secret -> WebhookKeys.keep(connections, connection, Bytes.of(secret.bytes())));
          if (checked.secret().isEmpty() && connection.webhookSecrets().isEmpty()) {
            remarks.add(
                "Its webhooks come and cannot be believed, for their signing secret is not known:"
                    + " connect it again with the secret, or delete them at the platform to have"
                    + " them made anew.");
          }
        }
        case Subscribed.Failed failed ->
            remarks.add("Its webhooks could not be checked: " + failed.reason() + ".");
        case Subscribed.ByHand _ -> topics.clear();
      }
    }
    Check after =
        new Check(
            now,
            remarks,
            topics,
            before.map(Check::repairs).orElse(0L) + again.size(),
            again.isEmpty()
                ? before.flatMap(Check::lastRepair)
                : Optional.of(new Check.Repair(now, again)));
    after.save(state, connection.name());
    return after;
  }
}
