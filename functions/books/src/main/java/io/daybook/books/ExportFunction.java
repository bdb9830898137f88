package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.export.BookExport;
import io.daybook.export.StatementFiles;
import io.daybook.ledger.Book;
import io.daybook.ledger.RulesVersions;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes all statements and journals of the book that the event names, or of all books, as of the day that it names
 * ({@code asOf}), or of yesterday in the book's zone, under {@code book/day/}.
 */
public final class ExportFunction implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Answer(List<String> written) {}

  private final Deployment deployment;

  /** As Lambda creates it: from its environment. */
  public ExportFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public ExportFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    List<String> written = new ArrayList<>();
    for (Book book : books(event)) {
      if (new RulesVersions(deployment.stores().state(book)).current().isPresent()) {
        LocalDate asOf = asOf(event, book);
        StatementFiles.of(new BookExport(deployment, book), asOf)
            .forEach((name, bytes) -> {
              String key = book + "/" + asOf + "/" + name;
              deployment.statements().put(key, bytes);
              written.add(key);
            });
      }
    }
    MAPPER.writeValue(output, new Answer(written));
  }

  private Collection<Book> books(JsonNode event) {
    return event.path("book").isTextual()
        ? List.of(new Book(event.path("book").asText()))
        : deployment.stores().books();
  }

  private LocalDate asOf(JsonNode event, Book book) {
    if (event.path("asOf").isTextual()) {
      return LocalDate.parse(event.path("asOf").asText());
    }
    return new RulesVersions(deployment.stores().state(book))
        .current()
        .map(rules -> rules.day(deployment.clock().instant()).minusDays(1))
        .orElseThrow();
  }
}
