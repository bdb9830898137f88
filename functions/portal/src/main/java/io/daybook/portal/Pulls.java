package io.daybook.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/** Asks for a connection's API to be asked at once, also while the clock leaves it alone. */
final class Pulls {
  private static final Logger LOG = System.getLogger("io.daybook.portal");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DONE = "asked";

  private final Deployment deployment;

  Pulls(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Hands the function the connection; empty if the book has no such connection that lives. */
  Optional<HttpAnswer> ask(Book book, ConnectionName name) {
    return new Connections(deployment.stores().state(book), deployment.secrets())
        .find(name)
        .filter(Connection::isLive)
        .map(connection -> {
          deployment
              .functions()
              .invoke(
                  Catalogue.PULL.name(),
                  write(Map.of("book", book.name(), "connection", connection.name().value())));
          LOG.log(Level.INFO, "pull asked for: {0} of book {1}", connection.name(), book);
          return HttpAnswer.seeOther(new Paths(book).connections() + "?" + DONE + "=pull");
        });
  }

  /** What the page says after it was asked. */
  Optional<String> asked(HttpRequest request) {
    return request
        .query(DONE)
        .filter("pull"::equals)
        .map(_ -> "Asked for: its API is asked now. What comes of it is shown here by itself.");
  }

  private static String write(Map<String, String> event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words cannot fail to be written", e);
    }
  }
}
