package io.daybook.notices;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The standing notices of a book. */
final class Standings {
  /** A standing with the version that it was read at. */
  record Versioned(Standing standing, long version) {
    Write write(Standing after) {
      return new Write(Kind.NOTICE, standing.id(), version, NoticeJson.write(after));
    }
  }

  private final StateStore state;

  Standings(StateStore state) {
    this.state = state;
  }

  List<Versioned> all() {
    return state.list(Kind.NOTICE).stream().map(Standings::read).toList();
  }

  Optional<Versioned> find(String id) {
    return state.get(Kind.NOTICE, id).map(Standings::read);
  }

  /**
   * Brings what stands up to what was found. Writes only what changes; where another run was faster, it saw the same.
   */
  void refresh(List<Notice> found, Instant now) {
    Map<String, Versioned> held = new TreeMap<>();
    all().forEach(one -> held.put(one.standing().id(), one));
    Set<String> seen = new HashSet<>();
    for (Notice notice : found) {
      if (seen.add(notice.id())) {
        see(Optional.ofNullable(held.get(notice.id())), notice, now);
      }
    }
    held.forEach((id, one) -> {
      if (!seen.contains(id) && one.standing().goneSince().isEmpty()) {
        boolean _ = state.put(one.write(one.standing().gone(now)));
      }
    });
  }

  private void see(Optional<Versioned> held, Notice notice, Instant now) {
    Standing after =
        held.map(one -> one.standing().found(notice, now))
            .orElseGet(() -> Standing.of(notice, now));
    if (!held.map(Versioned::standing).equals(Optional.of(after))) {
      boolean _ =
          state.put(
              new Write(
                  Kind.NOTICE,
                  notice.id(),
                  held.map(Versioned::version).orElse(0L),
                  NoticeJson.write(after)));
    }
  }

  /** Forgets what is over, unless it changed meanwhile. */
  void forget(Versioned over) {
    boolean _ = state.delete(Kind.NOTICE, over.standing().id(), over.version());
  }

  private static Versioned read(Item item) {
    return new Versioned(NoticeJson.read(item, Standing.class), item.version());
  }
}
