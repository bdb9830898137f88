package io.daybook.books;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Stores;
import io.daybook.notices.Arrivals;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Notes in which quarter hours webhooks came: one write a batch, connection and day at most, and none for what this environment
 * noted before. It is for people to be warned by, never for the books: if it cannot be written, the batch is posted all
 * the same and the next one writes it.
 */
final class HeardOf {
  private static final Logger LOG = System.getLogger("io.daybook.post");
  private static final int REMEMBERED = 1_000;

  private record Teller(Book book, ConnectionName connection) {}

  private final Stores stores;
  private final Set<Batch.Arrival> noted =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Batch.Arrival, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  HeardOf(Stores stores) {
    this.stores = stores;
  }

  synchronized void note(Collection<Batch.Arrival> arrivals) {
    Map<Teller, Set<Batch.Arrival>> byTeller = new LinkedHashMap<>();
    for (Batch.Arrival arrival : arrivals) {
      if (!noted.contains(arrival)) {
        byTeller
            .computeIfAbsent(
                new Teller(arrival.book(), arrival.connection()), _ -> new LinkedHashSet<>())
            .add(arrival);
      }
    }
    byTeller.forEach(this::note);
  }

  private void note(Teller teller, Set<Batch.Arrival> arrivals) {
    try {
      new Arrivals(stores.state(teller.book()))
          .note(teller.connection(), arrivals.stream().map(Batch.Arrival::quarter).toList());
      noted.addAll(arrivals);
    } catch (RuntimeException broken) {
      LOG.log(
          Level.WARNING,
          "not noted that " + teller.book() + "/" + teller.connection() + " was heard",
          broken);
    }
  }
}
