package io.daybook.notices;

import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The quarter hours in which webhooks came, by connection: an item a connection and UTC day, written at most {@value
 * Quarter#A_DAY} times a day however many messages come. Kept for {@value #DAYS} days.
 */
public final class Arrivals {
  /** Two weeks and what a long silence adds. */
  static final int DAYS = 20;

  private static final int MAX_TRIES = 20;

  private record Day(SortedSet<Integer> quarters) {}

  private final StateStore state;

  /** The arrivals in a book's state. */
  public Arrivals(StateStore state) {
    this.state = state;
  }

  /** Notes that something came in these quarter hours: a write for each day of which one is not noted yet. */
  public void note(ConnectionName connection, Collection<Quarter> heard) {
    SortedMap<LocalDate, SortedSet<Integer>> days = new TreeMap<>();
    for (Quarter quarter : heard) {
      days.computeIfAbsent(
              LocalDate.ofInstant(quarter.start(), ZoneOffset.UTC), _ -> new TreeSet<>())
          .add((int) (quarter.number() % Quarter.A_DAY));
    }
    days.forEach((day, ofDay) -> note(connection, day, ofDay));
  }

  private void note(ConnectionName connection, LocalDate day, SortedSet<Integer> ofDay) {
    String id = connection + "/" + day;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Item> held = state.get(Kind.ARRIVAL, id);
      SortedSet<Integer> quarters =
          new TreeSet<>(
              held.map(item -> NoticeJson.read(item, Day.class).quarters())
                  .orElseGet(TreeSet::new));
      if (!quarters.addAll(ofDay)
          || state.put(
              new Write(
                  Kind.ARRIVAL,
                  id,
                  held.map(Item::version).orElse(0L),
                  NoticeJson.write(new Day(quarters))))) {
        return;
      }
    }
    throw new IllegalStateException(
        "the arrivals of " + connection + " changed " + MAX_TRIES + " times meanwhile");
  }

  /** The quarter hours of every connection, oldest first; forgets those too old to matter. */
  public SortedMap<ConnectionName, NavigableSet<Quarter>> since(Instant now) {
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS);
    SortedMap<ConnectionName, NavigableSet<Quarter>> all = new TreeMap<>();
    for (Item item : state.list(Kind.ARRIVAL)) {
      int slash = item.id().indexOf('/');
      ConnectionName connection = new ConnectionName(item.id().substring(0, slash));
      LocalDate day = LocalDate.parse(item.id().substring(slash + 1));
      NavigableSet<Quarter> quarters = all.computeIfAbsent(connection, _ -> new TreeSet<>());
      if (day.isBefore(first)) {
        // Whoever changed it meanwhile forgets it with the next run.
        boolean _ = state.delete(Kind.ARRIVAL, item.id(), item.version());
      } else {
        long midnight = Quarter.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()).number();
        NoticeJson.read(item, Day.class)
            .quarters()
            .forEach(quarter -> quarters.add(new Quarter(midnight + quarter)));
      }
    }
    all.values().removeIf(NavigableSet::isEmpty);
    return all;
  }
}
