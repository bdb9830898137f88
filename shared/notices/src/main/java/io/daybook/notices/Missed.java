package io.daybook.notices;

import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What sweeps found and no webhook had told, counted by connection and UTC day of the finding. Kept for {@value #DAYS}
 * days.
 */
public final class Missed {
  /** How many ids a day remembers: enough for a person to look some up, and for a sweep that does a page again. */
  static final int LAST_IDS = 100;

  /** A quarter of a year of counts. */
  static final int DAYS = 90;

  private static final int MAX_TRIES = 20;

  /**
   * What was found on a day.
   *
   * @param connection whose sweep found it
   * @param day of the finding, UTC
   * @param count how many objects
   * @param last the last of them, as the platform knows them, newest last
   */
  public record Day(ConnectionName connection, LocalDate day, int count, List<String> last) {
    /** Copies the list. */
    public Day {
      last = List.copyOf(last);
    }
  }

  private record Held(int count, List<String> last) {}

  private final StateStore state;

  /** What was missed, in a book's state. */
  public Missed(StateStore state) {
    this.state = state;
  }

  /**
   * Counts what a sweep found, before it keeps it: who dies in between finds and counts the same again, and counts it
   * once, for the last {@value #LAST_IDS} are known.
   *
   * @param found what, and at which version, in words
   * @return how many of them were not counted before
   */
  public int count(ConnectionName connection, LocalDate day, List<String> found) {
    if (found.isEmpty()) {
      return 0;
    }
    String id = connection + "/" + day;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Item> held = state.get(Kind.MISSED, id);
      Held before =
          held.map(item -> NoticeJson.read(item, Held.class)).orElse(new Held(0, List.of()));
      List<String> news =
          found.stream()
              .map(PlainLine::of)
              .distinct()
              .filter(one -> !before.last().contains(one))
              .toList();
      List<String> all = new ArrayList<>(before.last());
      all.addAll(news);
      Held after =
          new Held(
              Math.addExact(before.count(), news.size()),
              all.subList(Math.max(0, all.size() - LAST_IDS), all.size()));
      if (news.isEmpty()
          || state.put(
              new Write(
                  Kind.MISSED, id, held.map(Item::version).orElse(0L), NoticeJson.write(after)))) {
        return news.size();
      }
    }
    throw new IllegalStateException(
        "what " + connection + " missed changed " + MAX_TRIES + " times meanwhile");
  }

  /** What was found on or after a day, by connection and day; forgets what is too old for anybody to ask. */
  public List<Day> since(LocalDate first) {
    List<Day> days = new ArrayList<>();
    for (Item item : state.list(Kind.MISSED)) {
      int slash = item.id().indexOf('/');
      LocalDate day = LocalDate.parse(item.id().substring(slash + 1));
      if (day.isBefore(first.minusDays(DAYS))) {
        // Whoever changed it meanwhile forgets it with the next run.
        boolean _ = state.delete(Kind.MISSED, item.id(), item.version());
      } else if (!day.isBefore(first)) {
        Held held = NoticeJson.read(item, Held.class);
        days.add(
            new Day(
                new ConnectionName(item.id().substring(0, slash)), day, held.count(), held.last()));
      }
    }
    return days;
  }
}
