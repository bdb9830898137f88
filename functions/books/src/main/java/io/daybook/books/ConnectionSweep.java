package io.daybook.books;

import io.daybook.books.PullFunction.Swept;
import io.daybook.books.Sweeper.Asked;
import io.daybook.ledger.Book;
import io.daybook.ledger.MessageId;
import io.daybook.storage.connection.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sweeps the resources of one connection. One that fails for itself keeps no other from being swept; where the connection as
 * a whole does not answer, twice and before anything of it did, the rest is not asked.
 */
final class ConnectionSweep {
  static final String DONE = "done";
  static final String TO_BE_CONTINUED = "to be continued";
  static final String THROTTLED = "throttled";

  /** Begins the status of what the platform prepares and is worth waiting for. */
  static final String PREPARED = "prepared by the platform: ";

  /** Ends the status of what takes the platform longer: nothing is wrong, and the next sweep goes on with it. */
  static final String NEXT_TIME = "; the next pull reads it";

  /** What takes the platform longer is not waited for, by nobody. */
  private static final Duration WORTH_WAITING = Duration.ofMinutes(2);

  /** Each time may take three tries of half a minute. */
  private static final int MOST_FAILURES = 2;

  private final Book book;
  private final Connection connection;
  private final Sweeper sweeper;
  private final Share share;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Duration> prepared = new LinkedHashMap<>();
  private boolean answered;

  ConnectionSweep(Book book, Connection connection, Sweeper sweeper, Share share) {
    this.book = book;
    this.connection = connection;
    this.sweeper = sweeper;
    this.share = share;
  }

  /** One line for each resource. */
  List<Swept> run(List<String> resources, Instant first, Optional<Instant> from, Asked asked) {
    List<Swept> swept = new ArrayList<>();
    from.ifPresent(begin -> sweeper.backfill(resources, first, begin));
    for (String resource : resources) {
      sweeper.begin(resource, first, asked);
      swept.add(
          !answered && failures.size() >= MOST_FAILURES
              ? line(resource, 0, 0, List.of(), "not asked: " + failures.getLast())
              : sweep(resource));
    }
    while (asked == Asked.BY_HAND && !prepared.isEmpty() && awaited()) {
      List<String> due = List.copyOf(prepared.keySet());
      prepared.clear();
      swept.replaceAll(before ->
          due.contains(before.resource()) ? before.and(sweep(before.resource())) : before);
    }
    return swept;
  }

  /**
   * Waits for what the platform prepares, as far as the time allows: for a person, who waits too. The clock comes again.
   */
  private boolean awaited() {
    Duration shortest = Collections.min(prepared.values());
    return shortest.toMillis() <= share.left() && pause(shortest).equals(TO_BE_CONTINUED);
  }

  /** Why the connection as a whole failed, if it did: something failed and nothing answered. */
  Optional<String> failure() {
    return answered || failures.isEmpty() ? Optional.empty() : Optional.of(failures.getLast());
  }

  private Swept sweep(String resource) {
    int seen = 0;
    int missed = 0;
    List<String> kept = new ArrayList<>();
    String status = TO_BE_CONTINUED;
    while (share.left() > 0 && status.equals(TO_BE_CONTINUED)) {
      switch (sweeper.step(resource)) {
        case Sweeper.Step.More more -> {
          answered = true;
          seen += more.seen();
          missed += more.missed();
          kept.addAll(words(more.kept()));
        }
        case Sweeper.Step.Done done -> {
          answered = true;
          seen += done.seen();
          missed += done.missed();
          kept.addAll(words(done.kept()));
          status = DONE;
        }
        case Sweeper.Step.Later later -> {
          answered = true;
          if (later.pause().compareTo(WORTH_WAITING) > 0) {
            status = later.words() + NEXT_TIME;
          } else {
            prepared.put(resource, later.pause());
            status = PREPARED + later.words();
          }
        }
        case Sweeper.Step.Wait wait -> {
          answered = true;
          status = pause(wait.pause());
        }
        case Sweeper.Step.Stopped stopped -> {
          status = stopped.reason();
          switch (stopped.whose()) {
            case CONNECTION -> failures.add(stopped.reason());
            case RESOURCE -> answered = true;
          }
        }
      }
    }
    return line(resource, seen, missed, kept, status);
  }

  private Swept line(String resource, int seen, int missed, List<String> kept, String status) {
    return new Swept(book.name(), connection.name().value(), resource, seen, missed, kept, status);
  }

  /** Waits if the time allows; else leaves the rest to the next call. */
  private String pause(Duration wait) {
    if (wait.toMillis() > share.left()) {
      return THROTTLED;
    }
    try {
      Thread.sleep(wait);
      return TO_BE_CONTINUED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static List<String> words(List<MessageId> kept) {
    return kept.stream().map(MessageId::toString).toList();
  }
}
