package io.daybook.catalogue;

import java.time.Duration;
import java.util.List;

/** What wakes a function. */
public sealed interface Trigger {
  /**
   * An HTTP request, as a function-URL event (payload format 2.0).
   *
   * @param method {@code GET}, {@code POST}
   * @param path with {@code {parts}} that vary; {@code /{page+}} is every path that no other trigger names
   */
  record Http(String method, String path) implements Trigger {}

  /**
   * Changes of a table, as a DynamoDB stream event. Starts at TRIM_HORIZON, answers partial batch responses, bisects, and
   * gives what still fails to the failure bucket. Changes that are filtered out cost nothing.
   *
   * @param changes which changes wake it
   * @param batchSize items at most in one event
   * @param window how long a batch may wait to fill
   * @param retries of a failing batch before it goes to the failure bucket
   * @param maxAge of an item that is still tried
   * @param subjects only steps of these kinds of subject, as the item's attribute {@value #KIND} says; all if empty
   */
  record Stream(
      Table table,
      Changes changes,
      int batchSize,
      Duration window,
      int retries,
      Duration maxAge,
      List<String> subjects)
      implements Trigger {
    /** The attribute of a ledger item that names the kind of its subject; only kinds that wake somebody carry it. */
    public static final String KIND = "k";

    /** Which changes. */
    public enum Changes {
      /** New items: all that ever happens to a table that is put only. */
      NEW,
      /** Items changed or removed: what never happens to a ledger. */
      ALTERED
    }

    /** Copies the list. */
    public Stream {
      subjects = List.copyOf(subjects);
    }
  }

  /** The clock. */
  record Schedule(Duration every) implements Trigger {}

  /**
   * An event that a platform puts on a bus of its own in the account (EventBridge). The rule that hands it over says whose
   * connection the bus is.
   */
  record PartnerEvent() implements Trigger {}

  /** A new object of a bucket whose key begins with a prefix (S3's events of EventBridge). */
  record Dropped(Bucket bucket, String prefix) implements Trigger {}

  /** A person or another program calls it by name. */
  record Invoked() implements Trigger {}
}
