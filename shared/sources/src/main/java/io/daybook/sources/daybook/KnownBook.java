package io.daybook.sources.daybook;

import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import java.util.Map;
import java.util.Set;

/**
 * What a mapping is held against.
 *
 * @param connections the book's platform accounts, by the names of their connections
 * @param used the accounts that the book has posted to
 */
public record KnownBook(Map<String, Origin> connections, Set<AccountCode> used) {
  /** Copies. */
  public KnownBook {
    connections = Map.copyOf(connections);
    used = Set.copyOf(used);
  }
}
