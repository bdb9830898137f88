package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.catalogue.Catalogue;
import io.daybook.ledger.Book;
import io.daybook.ledger.MessageId;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Posts again what the inbox keeps: every night the last three days, for a stream wakes and never remembers; after an
 * outage from the day that the event names ({@code from}); or the one {@code message} that it names. Of all books, or of
 * the {@code book} that it names. What the time does not suffice for, it calls itself for.
 */
public final class ReplayFunction implements RequestStreamHandler {
  private static final int NIGHTS = 3;
  private static final int MIN_MILLIS_LEFT = 60_000;
  private static final Logger LOG = System.getLogger("io.daybook.replay");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What came of a book.
   *
   * @param goesOn whether another run does the rest
   */
  private record Part(String book, int messages, int entries, int setbacks, boolean goesOn) {}

  private record Answer(List<Part> replayed) {}

  private final Deployment deployment;

  /** As Lambda creates it: from its environment. */
  public ReplayFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public ReplayFunction(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    List<Part> parts = new ArrayList<>();
    for (Book book : books(event)) {
      parts.add(replay(book, event, context));
    }
    MAPPER.writeValue(output, new Answer(parts));
  }

  private Part replay(Book book, JsonNode event, Context context) {
    Replay replay = new Replay(deployment, book);
    Optional<MessageId> only = text(event, "message").map(MessageId::parse);
    LocalDate from = text(event, "from").map(LocalDate::parse).orElseGet(this::threeDaysAgo);
    Replay.Replayed replayed =
        only.map(replay::one)
            .orElseGet(() ->
                replay.from(
                    Optional.of(from),
                    text(event, "start").map(MessageId::parse),
                    done -> {},
                    () -> context.getRemainingTimeInMillis() > MIN_MILLIS_LEFT));
    if (only.isEmpty() && replayed.entries() > 0) {
      LOG.log(
          Level.WARNING,
          "the stream had dropped something: "
              + replayed.entries()
              + " entries came of the replay of book "
              + book);
    }
    replayed.next().ifPresent(next -> goOn(book, from, next));
    return new Part(
        book.name(),
        replayed.messages(),
        replayed.entries(),
        replayed.setbacks(),
        replayed.next().isPresent());
  }

  private void goOn(Book book, LocalDate from, MessageId next) {
    ObjectNode event = MAPPER.createObjectNode();
    event.put("book", book.name());
    event.put("from", from.toString());
    event.put("start", next.toString());
    deployment.functions().invoke(Catalogue.REPLAY.name(), event.toString());
  }

  private Collection<Book> books(JsonNode event) {
    return text(event, "book")
        .<Collection<Book>>map(name -> List.of(new Book(name)))
        .orElseGet(() -> deployment.stores().books());
  }

  private LocalDate threeDaysAgo() {
    return LocalDate.ofInstant(deployment.clock().instant(), ZoneOffset.UTC).minusDays(NIGHTS);
  }

  private static Optional<String> text(JsonNode event, String field) {
    return event.path(field).isTextual()
        ? Optional.of(event.path(field).asText())
        : Optional.empty();
  }
}
