package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Attempts;
import io.daybook.sources.json.FieldProblem;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
  private static final int PARTIAL = 206;
  private static final int TOO_FAR = 416;

  private final Attempts attempts;

  BulkFile(Attempts attempts) {
    this.attempts = attempts;
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
    try {
      return attempts.call(
          () -> new Request.Builder().url(address).header("Range", "bytes=" + offset + "-").build(),
          response -> read(response, offset, ending, isWhole, most),
          BulkFile::unavailable);
    } catch (FieldProblem notJson) {
      return new Batch.Unreadable("a line that is no object");
    }
  }

  private static Batch unavailable(Fetched why) {
    String reason =
        why instanceof Fetched.Unavailable(String words) ? words : "an address that is none";
    return new Batch.Unavailable("the file of a bulk operation: " + reason);
  }

  private static Optional<Batch> read(
      Response response, long offset, Ending ending, Predicate<ObjectNode> isWhole, int most)
      throws IOException {
    if (response.code() == TOO_FAR) {
      return Optional.of(new Batch.Read(List.of(), offset, true));
    }
    if (response.isSuccessful()) {
      BufferedSource source = response.body().source();
      if (response.code() != PARTIAL) {
        source.skip(offset);
      }
      return Optional.of(batch(source, offset, ending, isWhole, most));
    }
    return response.code() == Attempts.THROTTLED
        ? Optional.empty()
        : Optional.of(new Batch.Unreadable("HTTP " + response.code()));
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
      if (line.isEmpty()) {
        group.filter(_ -> ending == Ending.WHOLE).ifPresent(last -> objects.add(last.object()));
        return new Batch.Read(objects, at, true);
      }
      ObjectNode node;
      try {
        node = BulkGroup.parse(line.get());
      } catch (FieldProblem notJson) {
        if (ending == Ending.CUT && source.exhausted()) {
          return new Batch.Read(objects, at, true);
        }
        throw notJson;
      }
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
}
