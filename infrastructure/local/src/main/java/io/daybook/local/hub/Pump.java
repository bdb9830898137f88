package io.daybook.local.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.storage.dynamodb.StreamImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The stream trigger on one machine: reads the feed from where it stopped, hands the inbox's changes to {@code post} in
 * Lambda's own event form, tries the records that come back again, and puts what no retry could post into the failures
 * folder. Its place is saved after the work, so that a crash repeats and never skips.
 */
final class Pump {
  private static final Logger LOG = System.getLogger("io.daybook.pump");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PLACE = "pump-place";
  private static final int BATCH = 100;
  private static final int TRIES = 10;

  private final HubFolder folder;
  private final ChangeFeed feed;
  private final LocalFunction post;
  private final StreamImages images;
  private final Consumer<Set<Book>> ledgerChanged;

  /**
   * A pump of a hub's feed.
   *
   * @param ledgerChanged gets the books in which something changed that reconciliation looks at
   */
  Pump(
      HubFolder folder,
      ChangeFeed feed,
      LocalFunction post,
      StreamImages images,
      Consumer<Set<Book>> ledgerChanged) {
    this.folder = folder;
    this.feed = feed;
    this.post = post;
    this.images = images;
    this.ledgerChanged = ledgerChanged;
  }

  /** Pumps until the feed is empty; returns how many changes there were. */
  int drain() {
    int changes = 0;
    int last;
    do {
      last = once();
      changes += last;
    } while (last > 0);
    return changes;
  }

  /** Pumps one batch; returns how many changes it had. */
  int once() {
    String place = folder.note(PLACE).orElseGet(feed::start);
    ChangeFeed.Batch batch = feed.read(place, BATCH);
    List<Change> received = new ArrayList<>();
    Set<Book> changed = new HashSet<>();
    for (Change change : batch.changes()) {
      switch (change) {
        case Change.Received message -> received.add(message);
        case Change.Appended step -> {
          switch (step.step().subject().kind()) {
            case PAYOUT, BANK_LINE, BANK_STATEMENT, DISPUTE -> changed.add(step.book());
            case ORDER, TRANSACTION, ITEM, OPENING, UNCLAIMED, STORE_CREDIT -> {
              // Reconciliation finds these by their legs when it is woken by the others or by the
              // clock.
            }
          }
        }
      }
    }
    post(received);
    if (!changed.isEmpty()) {
      ledgerChanged.accept(changed);
    }
    if (!batch.next().equals(place)) {
      folder.note(PLACE, batch.next());
    }
    return batch.changes().size();
  }

  /** Has messages posted, now; what broken storage stops is tried again and at last put aside. */
  void post(List<Change> received) {
    List<Change> rest = received;
    for (int tries = 1; !rest.isEmpty() && tries <= TRIES; tries++) {
      if (tries > 1) {
        pause(tries);
      }
      rest = failures(rest, post.invoke(images.toEvent(rest).getBytes(StandardCharsets.UTF_8)));
    }
    if (!rest.isEmpty()) {
      putAside(rest);
    }
  }

  /** The hub's events number their records from 1. */
  private static List<Change> failures(List<Change> sent, byte[] answer) {
    try {
      JsonNode failures = MAPPER.readTree(answer).path("batchItemFailures");
      Set<String> failed = new HashSet<>();
      failures.forEach(failure -> failed.add(failure.path("itemIdentifier").asText()));
      List<Change> rest = new ArrayList<>();
      for (int index = 0; index < sent.size(); index++) {
        if (failed.contains(Integer.toString(index + 1))) {
          rest.add(sent.get(index));
        }
      }
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException("post answered what is no JSON", e);
    }
  }

  private void putAside(List<Change> rest) {
    try {
      Files.createDirectories(folder.failures());
      Path file = Files.createTempFile(folder.failures(), "post-", ".json");
      Files.writeString(file, images.toEvent(rest));
      LOG.log(Level.ERROR, rest.size() + " messages could not be posted; they are in " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put aside what could not be posted", e);
    }
  }

  private static void pause(int tries) {
    long longest = Math.min(50L << tries, 5_000L);
    try {
      Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting to try again", stopped);
    }
  }
}
