package io.daybook.simulation.shipping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects of one kind by id, in the order in which they were made. Safe for use by several threads. */
public final class Shelf {
  private record Kept(ObjectNode object, Instant made) {}

  private final Map<String, Kept> byId = new LinkedHashMap<>();
  private final Clock clock;
  private final Duration lag;

  /** An empty one. */
  public Shelf(Clock clock, Duration lag) {
    this.clock = clock;
    this.lag = lag;
  }

  /** Makes an object. */
  public synchronized void put(String id, Instant made, ObjectNode object) {
    byId.put(id, new Kept(object, made));
  }

  /** Changes an object; lists show it as it is. */
  public synchronized void change(String id, Consumer<ObjectNode> change) {
    Kept kept = byId.get(id);
    if (kept == null) {
      throw new IllegalArgumentException("there is no " + id);
    }
    change.accept(kept.object());
  }

  /** An object by id, as it is now. */
  public synchronized Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(kept -> kept.object().deepCopy());
  }

  /** What lists show of those made in a window, oldest first. */
  public synchronized List<ObjectNode> listed(Instant from, Instant to) {
    Instant seen = clock.instant().minus(lag);
    List<ObjectNode> listed = new ArrayList<>();
    for (Kept kept : byId.values()) {
      if (!kept.made().isBefore(from) && kept.made().isBefore(to) && !kept.made().isAfter(seen)) {
        listed.add(kept.object().deepCopy());
      }
    }
    return listed;
  }
}
