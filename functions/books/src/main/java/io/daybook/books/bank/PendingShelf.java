package io.daybook.books.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.events.Origin;
import io.daybook.ledger.StateStore;
import io.daybook.sources.bank.entry.PendingLine;
import java.util.List;
import java.util.Optional;

/**
 * What a bank announced and has not booked, by account. It is no fact: it may never be booked, it holds nothing that the
 * books need, and the next statement replaces it. So it stands in the state and not in the ledger.
 */
public final class PendingShelf {
  /**
   * An account's announced lines.
   *
   * @param version when the bank told them, milliseconds since 1970
   * @param lines in the bank's order
   */
  public record Pending(long version, List<PendingLine> lines) {
    /** Copies the list. */
    public Pending {
      lines = List.copyOf(lines);
    }
  }

  /** More than a person reads; an item of the state has a limit. */
  private static final int MOST_LINES = 500;

  private static final int MOST_TRIES = 10;
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final StateStore state;

  /** The shelf of a book. */
  public PendingShelf(StateStore state) {
    this.state = state;
  }

  /** What is announced of an account. */
  public List<PendingLine> of(Origin account) {
    return item(account).map(PendingShelf::read).map(Pending::lines).orElse(List.of());
  }

  /** Replaces what was told before; what is older than that changes nothing. */
  void replace(Origin account, Pending told) {
    Pending shown =
        new Pending(
            told.version(), told.lines().subList(0, Math.min(told.lines().size(), MOST_LINES)));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<StateStore.Item> item = item(account);
      boolean older =
          item.map(PendingShelf::read).filter(p -> p.version() > told.version()).isPresent();
      boolean nothing = item.isEmpty() && shown.lines().isEmpty();
      if (older || nothing || put(account, item, shown)) {
        return;
      }
    }
    throw new IllegalStateException("what is pending at " + account + " is written all the time");
  }

  private boolean put(Origin account, Optional<StateStore.Item> item, Pending shown) {
    try {
      return state.put(
          new StateStore.Write(
              StateStore.Kind.BANK_PENDING,
              account.toString(),
              item.map(StateStore.Item::version).orElse(0L),
              MAPPER.writeValueAsString(shown)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is pending cannot be written", e);
    }
  }

  private Optional<StateStore.Item> item(Origin account) {
    return state.get(StateStore.Kind.BANK_PENDING, account.toString());
  }

  private static Pending read(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), Pending.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is pending at " + item.id() + " cannot be read", e);
    }
  }
}
