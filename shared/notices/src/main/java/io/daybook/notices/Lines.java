package io.daybook.notices;

import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a book's notices. */
public final class Lines {
  /** A line held by this run: whoever changes it takes it away. */
  record Held(Destination place, Line line, long version) {
    Write write(Line after) {
      return new Write(Kind.NOTICE_CHANNEL, PlaceKey.of(place), version, NoticeJson.write(after));
    }
  }

  private final StateStore state;

  /** The lines in a book's state. */
  public Lines(StateStore state) {
    this.state = state;
  }

  /** The places at which nothing arrives. */
  public List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    for (Item item : state.list(Kind.NOTICE_CHANNEL)) {
      Line line = NoticeJson.read(item, Line.class);
      if (line.trouble().isPresent() && line.troubleSince().isPresent()) {
        troubles.add(new Trouble(line.place(), line.troubleSince().get(), line.trouble().get()));
      }
    }
    return troubles;
  }

  Line find(Destination place) {
    return item(place)
        .map(item -> NoticeJson.read(item, Line.class))
        .orElseGet(() -> Line.free(place));
  }

  /** Takes a line for a while, unless another run has it. */
  Optional<Held> take(Destination place, Instant now) {
    Optional<Item> item = item(place);
    Line line =
        item.map(held -> NoticeJson.read(held, Line.class)).orElseGet(() -> Line.free(place));
    if (line.isBusy(now)) {
      return Optional.empty();
    }
    Line taken = line.taken(now);
    long version = item.map(Item::version).orElse(0L);
    return state.put(
            new Write(Kind.NOTICE_CHANNEL, PlaceKey.of(place), version, NoticeJson.write(taken)))
        ? Optional.of(new Held(place, taken, version + 1))
        : Optional.empty();
  }

  boolean isHeld(Held held) {
    return item(held.place()).filter(item -> item.version() == held.version()).isPresent();
  }

  private Optional<Item> item(Destination place) {
    return state.get(Kind.NOTICE_CHANNEL, PlaceKey.of(place));
  }
}
