package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.sources.json.FieldProblem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads the file of a bulk operation a batch at a time, from where the batch before ended: one object a line, its parts in
 * the lines after it. Never more than a batch is held. The address is the platform's word, so it is not followed anywhere
 * but to the platform's storage, and without the token.
 */
final class BulkFile {
  /** A longer file is no shop's. */
  static final long MOST_BYTES = 16L << 30;

  private static final String STORAGE = "storage.googleapis.com";
  private static final long LONGEST_LINE = 4L << 20;
  private static final long LARGEST_BATCH = 32L << 20;
  private static final int MOST_OBJECTS = 250;
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final int PARTIAL = 206;
  private static final int TOO_FAR = 416;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final OkHttpClient client;
  private final Pause pause;
  private final RandomGenerator jitter;

  BulkFile(OkHttpClient client, Pause pause, RandomGenerator jitter) {
    this.client = client;
    this.pause = pause;
    this.jitter = jitter;
  }

  /** How a file ends. */
  enum Ending {
    /** With the last part of the last object. */
    WHOLE,
    /** Where the operation failed: the last object may lack parts, and the last line its end. */
    CUT
  }

  /** What came of reading. */
  sealed interface Batch {
    /**
     * Objects with all their parts.
     *
     * @param end how many bytes of the file are read now
     * @param isLast whether that is all of it
     */
    record Read(List<ObjectNode> objects, long end, boolean isLast) implements Batch {
      /** Copies the list. */
      public Read {
        objects = List.copyOf(objects);
      }
    }

    /** Not now. */
    record Unavailable(String reason) implements Batch {}

    /** Not at all: it is not there any more, or it is no such file. */
    record Unreadable(String reason) implements Batch {}
  }

  /** Whether an address may be asked: the platform's storage over https, or the very server that stands for the shop. */
  static boolean isTrusted(String address, Endpoint endpoint) {
    try {
      URI uri = URI.create(address);
      URI base = endpoint.base();
      boolean isStorage =
          "https".equals(uri.getScheme()) && STORAGE.equals(uri.getHost()) && uri.getPort() == -1;
      boolean isStandIn =
          String.valueOf(base.getScheme()).equals(uri.getScheme())
              && String.valueOf(base.getHost()).equals(uri.getHost())
              && base.getPort() == uri.getPort();
      return (isStorage || isStandIn) && uri.getUserInfo() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /**
   * The next batch.
   *
   * @param isWhole whether an object is told whole; a batch ends with so many that are not
   * @param most how many
   */
  Batch read(String address, long offset, Ending ending, Predicate<ObjectNode> isWhole, int most) {
    Request request =
        new Request.Builder().url(address).header("Range", "bytes=" + offset + "-").build();
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (attempt > 1 && !backOff(attempt)) {
        return new Batch.Unavailable("interrupted");
      }
      try (Response response = client.newCall(request).execute()) {
        if (response.code() == TOO_FAR) {
          return new Batch.Read(List.of(), offset, true);
        }
        if (response.isSuccessful()) {
          BufferedSource source = response.body().source();
          if (response.code() != PARTIAL) {
            source.skip(offset);
          }
          return batch(source, offset, ending, isWhole, most);
        }
        if (response.code() < SERVER_ERROR && response.code() != TOO_MANY_REQUESTS) {
          return new Batch.Unreadable("HTTP " + response.code());
        }
        reason = "HTTP " + response.code();
      } catch (IOException e) {
        reason = e.getClass().getSimpleName();
      } catch (FieldProblem notJson) {
        return new Batch.Unreadable("a line that is no object");
      }
    }
    return new Batch.Unavailable(
        "the file of a bulk operation: " + reason + ", " + ATTEMPTS + " times");
  }

  private static Batch batch(
      BufferedSource source, long offset, Ending ending, Predicate<ObjectNode> isWhole, int most)
      throws IOException {
    List<ObjectNode> objects = new ArrayList<>();
    Optional<BulkGroup> group = Optional.empty();
    int notWhole = 0;
    long at = offset;
    while (true) {
      Optional<ByteString> line = line(source);
      if (line.isEmpty() || (ending == Ending.CUT && source.exhausted())) {
        group.filter(_ -> ending == Ending.WHOLE).ifPresent(last -> objects.add(last.object()));
        return new Batch.Read(objects, at, true);
      }
      ObjectNode node = BulkGroup.parse(line.get());
      if (BulkGroup.isPart(node)) {
        if (group.isEmpty() || !group.get().add(node)) {
          return new Batch.Unreadable("parts that do not follow what they are part of");
        }
      } else {
        if (group.isPresent()) {
          objects.add(group.get().object());
          notWhole += isWhole.test(group.get().object()) ? 0 : 1;
        }
        if (objects.size() == MOST_OBJECTS || notWhole == most) {
          return new Batch.Read(objects, at, false);
        }
        group = Optional.of(BulkGroup.of(node, at));
      }
      at += line.get().size() + 1;
      if (at - offset > LARGEST_BATCH) {
        return objects.isEmpty()
            ? new Batch.Unreadable("an object of more than " + LARGEST_BATCH + " bytes")
            : new Batch.Read(objects, group.get().begin(), false);
      }
    }
  }

  private static Optional<ByteString> line(BufferedSource source) throws IOException {
    if (source.exhausted()) {
      return Optional.empty();
    }
    long end = source.indexOf((byte) '\n', 0, LONGEST_LINE);
    if (end < 0) {
      // The last line may lack its end, if it is no longer than any other may be.
      if (source.request(LONGEST_LINE)) {
        throw new FieldProblem("$", "a line of at most " + LONGEST_LINE + " bytes");
      }
      return Optional.of(source.readByteString());
    }
    ByteString line = source.readByteString(end);
    source.skip(1);
    return Optional.of(line);
  }

  /** Waits twice as long each time, jittered between half and the whole. */
  private boolean backOff(int attempt) {
    long most = FIRST_BACKOFF.toMillis() << (attempt - 2);
    try {
      pause.pause(Duration.ofMillis(most / 2 + jitter.nextLong(most / 2 + 1)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
