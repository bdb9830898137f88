package io.daybook.portal;

import io.daybook.events.Fact;
import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import io.daybook.posting.Routing;
import io.daybook.posting.requirement.Facts;
import io.daybook.sources.Source;
import io.daybook.sources.Sources;
import io.daybook.sources.Translation;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the oldest webhook of a connection that is not posted yet (docs/decisions/0022). Nothing marks a message as posted;
 * it is when the ledger knows all that it tells, or when it has a setback. A connection's messages of a day lie under one key
 * of the inbox, whose stream keeps their order, so that those before a posted one are posted: the border is found by halving,
 * in a dozen reads however busy the day is.
 */
final class Waiting {
  private static final int AT_ONCE = 5;

  private final InboxStore inbox;
  private final LedgerStore ledger;
  private final Sources sources;
  private final Set<String> setbacks;

  /**
   * In a book.
   *
   * @param setbacks the messages that are known not to be posted
   */
  Waiting(Deployment deployment, Book book, Sources sources, Set<String> setbacks) {
    this.inbox = deployment.stores().inbox(book);
    this.ledger = deployment.stores().ledger(book);
    this.sources = sources;
    this.setbacks = setbacks;
  }

  /** The oldest that waits among some receipts of a connection, if one does. */
  Optional<Receipt> oldest(Connection connection, List<Receipt> receipts) {
    List<Receipt> webhooks =
        receipts.stream()
            .filter(receipt -> receipt.via() == Message.Via.WEBHOOK)
            .filter(receipt -> !setbacks.contains(receipt.message().toString()))
            .sorted(
                Comparator.comparing(Receipt::receivedAt)
                    .thenComparing(receipt -> receipt.message().digest()))
            .toList();
    int waiting = newest(connection, webhooks);
    if (waiting < 0) {
      return Optional.empty();
    }
    int posted = -1;
    while (waiting - posted > 1) {
      int middle = (posted + waiting) >>> 1;
      if (posted(connection, webhooks.get(middle))) {
        posted = middle;
      } else {
        waiting = middle;
      }
    }
    return Optional.of(webhooks.get(waiting));
  }

  /** One of the newest few that waits; those that came at once may be kept in another order than they are stamped. */
  private int newest(Connection connection, List<Receipt> webhooks) {
    for (int index = webhooks.size() - 1;
        index >= Math.max(0, webhooks.size() - AT_ONCE);
        index--) {
      if (!posted(connection, webhooks.get(index))) {
        return index;
      }
    }
    return -1;
  }

  private boolean posted(Connection connection, Receipt receipt) {
    MessageId id = receipt.message();
    // A message that expired meanwhile waits for nobody.
    return inbox.get(id).map(message -> known(connection, message)).orElse(true);
  }

  private boolean known(Connection connection, Message message) {
    Optional<Source> source = sources.find(connection.source());
    if (source.isEmpty()) {
      return false;
    }
    return switch (source
        .get()
        .translate(message.topic(), message.body().toArray(), connection.origin())) {
      case Translation.Facts facts -> facts.facts().stream().allMatch(this::known);
      // Once it is taken, it has a setback.
      case Translation.Unknown _, Translation.Malformed _ -> false;
    };
  }

  private boolean known(Fact fact) {
    return Routing.subjects(fact).stream()
        .allMatch(subject -> Facts.in(ledger.read(subject)).know(fact));
  }
}
