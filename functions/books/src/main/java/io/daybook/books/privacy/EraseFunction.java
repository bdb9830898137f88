package io.daybook.books.privacy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Book;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Every night does what people asked under privacy law, and erases raw messages whose time is up: of all books, or of the
 * {@code book} that the event names. Nobody else may change the inbox.
 */
public final class EraseFunction implements RequestStreamHandler {
  private static final int MIN_MILLIS_LEFT = 60_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record Part(String book, int requests, int erased, int aged, boolean goesOn) {}

  private record Answer(List<Part> books) {}

  private final Deployment deployment;

  /** As Lambda creates it: from its environment. */
  public EraseFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public EraseFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode only = MAPPER.readTree(input).path("book");
    List<Part> parts = new ArrayList<>();
    for (Book book : deployment.stores().books()) {
      if (!only.isTextual() || only.asText().equals(book.name())) {
        Erasure.Done done =
            new Erasure(deployment, book)
                .run(() -> context.getRemainingTimeInMillis() > MIN_MILLIS_LEFT);
        parts.add(
            new Part(book.name(), done.requests(), done.erased(), done.aged(), done.goesOn()));
      }
    }
    MAPPER.writeValue(output, new Answer(parts));
  }
}
