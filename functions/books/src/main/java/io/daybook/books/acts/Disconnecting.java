package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named person ends a connection. Posts nothing and loses nothing: what it told stays, its rules and cursors stay, and
 * whoever connects the name again sweeps from where the last sweep ended. Its secrets are forgotten.
 */
public final class Disconnecting {
  private final Deployment deployment;
  private final Book book;
  private final Desk desk;

  /** Ends connections of a book. */
  public Disconnecting(Deployment deployment, Book book, Teller teller) {
    this.deployment = deployment;
    this.book = book;
    this.desk = new Desk(teller, deployment.clock());
  }

  /**
   * Ends a connection.
   *
   * @return what was disconnected
   * @throws ActRefused without a name or a reason, or if there is no such connection
   */
  public Connection disconnect(ConnectionName name, Who who) throws ActRefused {
    who.require(true);
    StateStore state = deployment.stores().state(book);
    Connections connections = new Connections(state, deployment.secrets());
    Optional<Connection> found = connections.find(name);
    if (found.isEmpty()) {
      throw new ActRefused("Book '" + book + "' has no connection '" + name + "'.");
    }
    Connection live = found.get();
    if (!live.isLive()) {
      throw new ActRefused(
          "The connection '"
              + name
              + "' is disconnected since "
              + live.disconnectedAt().orElseThrow()
              + ".");
    }
    Instant now = deployment.clock().instant();
    // Told first: who dies in between does it again, and two lines are better than none.
    List<?> _ =
        desk.tell(
            List.of(
                new Told(
                    Bookkeeper.own(book),
                    new Reference("disconnected " + name + " " + now),
                    "disconnected " + live,
                    who.by(),
                    who.reason(),
                    now)));
    connections.save(
        new Connection(
            live.name(),
            live.source(),
            live.origin(),
            live.base(),
            live.connectedAt(),
            List.of(),
            Map.of(),
            live.hook(),
            Optional.of(now)));
    return live;
  }
}
