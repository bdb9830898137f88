package io.daybook.intake;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.notices.Arrivals;
import io.daybook.notices.Missed;
import io.daybook.notices.Quarter;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the connections of a book stand. */
public final class ConnectionStates {
  /** Over how many days missed messages are counted. */
  public static final int DAYS = 7;

  /**
   * How one stands.
   *
   * @param lastWebhook the quarter hour in which the last one came
   * @param sweptTo up to when all of its resources are swept
   * @param sweeps how far each resource is swept, by its name
   * @param seen how many objects each sweep of several pages has seen so far, by the resource's name
   * @param missed what sweeps of the last {@value #DAYS} days found and no webhook had told
   */
  public record State(
      Connection connection,
      Optional<Instant> lastWebhook,
      Optional<Instant> sweptTo,
      SortedMap<String, Sweep> sweeps,
      SortedMap<String, SweepSeen> seen,
      int missed,
      Optional<Circuit> circuit,
      Optional<Check> check) {
    /** What is being swept and not done, by resource. */
    public SortedMap<String, Sweep.Window> running() {
      SortedMap<String, Sweep.Window> running = new TreeMap<>();
      sweeps.forEach(
          (resource, sweep) -> sweep.running().ifPresent(window -> running.put(resource, window)));
      return running;
    }

    /** Whether the clock leaves it alone at a moment, because its API fails. */
    public boolean isLeftAlone(Instant now) {
      return circuit.filter(failing -> failing.isOpen(now)).isPresent();
    }
  }

  private final Deployment deployment;

  /** The connections of a deployment. */
  public ConnectionStates(Deployment deployment) {
    this.deployment = deployment;
  }

  /** All of a book, by name. */
  public List<State> of(Book book) {
    StateStore state = deployment.stores().state(book);
    Instant now = deployment.clock().instant();
    SortedMap<ConnectionName, NavigableSet<Quarter>> arrivals = new Arrivals(state).since(now);
    List<Missed.Day> missed =
        new Missed(state).since(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS));
    return new Connections(state, deployment.secrets())
        .all().stream().map(one -> state(state, one, arrivals, missed)).toList();
  }

  private static State state(
      StateStore state,
      Connection connection,
      SortedMap<ConnectionName, NavigableSet<Quarter>> arrivals,
      List<Missed.Day> missed) {
    ConnectionName name = connection.name();
    SortedMap<String, Sweep> sweeps = Sweep.all(state, name);
    return new State(
        connection,
        Optional.ofNullable(arrivals.get(name))
            .filter(quarters -> !quarters.isEmpty())
            .map(quarters -> quarters.last().start()),
        sweeps.values().stream().map(Sweep::sweptTo).min(Instant::compareTo),
        sweeps,
        SweepSeen.all(state, name),
        missed.stream()
            .filter(day -> day.connection().equals(name))
            .mapToInt(Missed.Day::count)
            .sum(),
        Circuit.find(state, name),
        Check.find(state, name));
  }
}
