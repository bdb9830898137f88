package io.daybook.retrieval;

import io.daybook.ledger.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a platform answered. */
public sealed interface Fetched {
  /**
   * A page.
   *
   * @param objects what it holds
   * @param next where the next page begins; absent after the last
   */
  record Page(List<PulledObject> objects, Optional<String> next) implements Fetched {
    /** Copies the list. */
    public Page {
      objects = List.copyOf(objects);
    }
  }

  /**
   * An object as the platform gave it.
   *
   * @param topic what {@code Source.translate} knows it by, such as {@code pull/orders}
   * @param id the platform's id, for messages to people
   * @param json one JSON object, as it came
   */
  record PulledObject(String topic, String id, Bytes json) {}

  /**
   * The platform is at it and has nothing yet: the same is asked again later, and other things meanwhile.
   *
   * @param words how far it is, for people, such as {@code Stripe is making the report}
   * @param pause how long until it is worth asking again
   */
  record Preparing(String words, Duration pause) implements Fetched {}

  /** The platform asks to wait. */
  record Throttled(Duration pause) implements Fetched {}

  /** The token or the request is refused: asking again does not help. The reason holds no secret. */
  record Refused(int status, String reason) implements Fetched {}

  /** A time-out, a broken connection or a 5xx, after bounded retries with jitter. */
  record Unavailable(String reason) implements Fetched {}
}
