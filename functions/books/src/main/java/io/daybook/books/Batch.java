package io.daybook.books;

import io.daybook.catalogue.Metric;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.notices.Quarter;
import io.daybook.storage.deployment.Telemetry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a batch of messages came to: measured once, however many there were. */
final class Batch {
  /** A quarter hour in which a webhook of a connection came. */
  record Arrival(Book book, ConnectionName connection, Quarter quarter) {}

  private final Set<Arrival> arrivals = new LinkedHashSet<>();
  private final Map<Book, Map<ConnectionName, Set<String>>> announced = new LinkedHashMap<>();
  private long entries;
  private long failed;
  private long parked;

  /** Only webhooks say that a platform still sends them. */
  void arrived(Book book, Message message) {
    if (message.via() == Message.Via.WEBHOOK) {
      arrivals.add(new Arrival(book, message.connection(), Quarter.of(message.receivedAt())));
    }
  }

  /** A webhook told of an object that it does not hold. */
  void announced(Book book, Message message, String id) {
    announced
        .computeIfAbsent(book, _ -> new LinkedHashMap<>())
        .computeIfAbsent(message.connection(), _ -> new LinkedHashSet<>())
        .add(id);
  }

  Map<Book, Map<ConnectionName, Set<String>>> announced() {
    return announced;
  }

  void took(Bookkeeper.Taken taken) {
    entries += taken.entries();
    taken
        .setback()
        .ifPresent(setback -> {
          switch (setback.kind()) {
            case FAILED -> failed++;
            case PARKED -> parked++;
          }
        });
  }

  Set<Arrival> arrivals() {
    return Set.copyOf(arrivals);
  }

  /** Says nothing of what did not happen, so that a quiet hub's log is short. */
  void measure(Telemetry telemetry) {
    record(telemetry, Metric.ENTRIES, entries);
    record(telemetry, Metric.FAILED_MESSAGES, failed);
    record(telemetry, Metric.PARKED_MESSAGES, parked);
  }

  private static void record(Telemetry telemetry, Metric metric, long count) {
    if (count > 0) {
      telemetry.record(metric.title(), count);
    }
  }
}
