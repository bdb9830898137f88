package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.intake.ConcurrentChange;
import io.daybook.intake.Setback;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreFailure;
import io.daybook.sources.Sources;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Woken by the inbox's stream: takes each message in turn. Answers with the records that are to come again ({@code
 * batchItemFailures}): those that broken storage stopped and those for which no time was left.
 */
public final class PostFunction implements RequestStreamHandler {
  /** With less than this left, the rest of the batch is handed back. */
  static final int MIN_MILLIS_LEFT = 5_000;

  private static final Logger LOG = System.getLogger("io.daybook.post");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record BatchItemFailure(String itemIdentifier) {}

  private record Answer(List<BatchItemFailure> batchItemFailures) {}

  private final Deployment deployment;
  private final Sources sources = new Platforms().sources();
  private final HeardOf heard;

  /** As Lambda creates it: from its environment. */
  public PostFunction() {
    this(Deployment.fromEnvironment(System.getenv()));
  }

  /** On a deployment of one's own. */
  public PostFunction(Deployment deployment) {
    this.deployment = deployment;
    this.heard = new HeardOf(deployment.stores());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    List<BatchItemFailure> failures = new ArrayList<>();
    Batch batch = new Batch();
    Map<Book, Bookkeeper> keepers = new HashMap<>();
    for (StreamRecord change : deployment.images().fromEvent(input.readAllBytes())) {
      if (context.getRemainingTimeInMillis() < MIN_MILLIS_LEFT || !post(change, keepers, batch)) {
        failures.add(new BatchItemFailure(change.sequenceNumber()));
      }
    }
    batch.measure(deployment.telemetry());
    heard.note(batch.arrivals());
    note(batch);
    MAPPER.writeValue(output, new Answer(failures));
  }

  /** Whether the record is done with; if not, it shall come again. */
  private boolean post(StreamRecord record, Map<Book, Bookkeeper> keepers, Batch batch) {
    return switch (record) {
      case StreamRecord.Stored(ChangeFeed.Change.Received(Book book, Message message), _) ->
          take(keepers.computeIfAbsent(book, this::keeper), message, batch);
      case StreamRecord.Stored(ChangeFeed.Change.Appended _, _) -> true;
      case StreamRecord.Expired _, StreamRecord.Beside _ -> true;
      case StreamRecord.Altered altered -> {
        LOG.log(
            Level.ERROR,
            "the inbox is put only, and " + altered.eventName() + " came of " + altered.key());
        yield true;
      }
      case StreamRecord.Unreadable unreadable -> {
        LOG.log(Level.ERROR, "passed over: " + unreadable.reason());
        yield true;
      }
      case StreamRecord.NotFetched notFetched -> {
        LOG.log(Level.WARNING, "will come again", notFetched.why());
        yield false;
      }
    };
  }

  /** For people to look at: that it cannot be written keeps nothing from being posted. */
  private void note(Batch batch) {
    try {
      batch
          .announced()
          .forEach((book, byConnection) -> {
            Announced announced = new Announced(deployment.stores().state(book));
            byConnection.forEach(announced::note);
          });
    } catch (StoreFailure broken) {
      LOG.log(Level.WARNING, "not noted what was announced", broken);
    }
  }

  /** One for each batch: it reads a book's rules and connections anew, but not for every message. */
  private Bookkeeper keeper(Book book) {
    return new Bookkeeper(deployment, sources, book);
  }

  private boolean take(Bookkeeper keeper, Message message, Batch batch) {
    batch.arrived(keeper.book(), message);
    try {
      batch.took(keeper.takeNew(message));
      keeper.announced(message).ifPresent(id -> batch.announced(keeper.book(), message, id));
      return true;
    } catch (StoreFailure | ConcurrentChange broken) {
      LOG.log(Level.WARNING, "will come again: " + keeper.book() + "/" + message.id(), broken);
      return false;
    } catch (RuntimeException poison) {
      LOG.log(Level.ERROR, "passed over: " + keeper.book() + "/" + message.id(), poison);
      Setback setback = keeper.passOver(message, Bookkeeper.fault(poison));
      batch.took(new Bookkeeper.Taken(0, Optional.of(setback)));
      return true;
    }
  }
}
