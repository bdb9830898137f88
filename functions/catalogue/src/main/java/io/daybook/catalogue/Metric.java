package io.daybook.catalogue;

/** What functions measure, in the namespace {@value #NAMESPACE}: counts that alarms and the dashboard read. */
public enum Metric {
  /** Webhooks kept for the first time. */
  RECEIVED("Received"),
  /** Webhooks whose very bytes were kept before on the same day. */
  DUPLICATES("Duplicates"),
  /** Webhooks that were not signed as they should be. */
  REFUSED("Refused"),
  /** Webhooks that could not be kept and were answered 503. */
  NOT_KEPT("NotKept"),
  /** Entries posted. */
  ENTRIES("Entries"),
  /** Messages that failed by their content: kept, not posted. */
  FAILED_MESSAGES("FailedMessages"),
  /** Messages of an unknown kind: kept, not posted. */
  PARKED_MESSAGES("ParkedMessages"),
  /** Facts that a sweep found and no webhook had told. */
  MISSED("Missed"),
  /** Steps of the ledger that somebody changed or removed. Never anything but 0. */
  LEDGER_OVERWRITES("LedgerOverwrites"),
  /** Books whose balances do not add up to zero. Never anything but 0. */
  UNPROVEN_BOOKS("UnprovenBooks"),
  /** Age of the oldest entry that no seal covers, in seconds; the largest of all books. */
  OLDEST_UNSEALED_SECONDS("OldestUnsealedSeconds"),
  /** Busy connections from which nothing came for longer than usual. */
  SILENT_CONNECTIONS("SilentConnections"),
  /** Notices that could not be sent. */
  UNSENT_NOTICES("UnsentNotices");

  /** The CloudWatch namespace. */
  public static final String NAMESPACE = "Daybook";

  private final String title;

  Metric(String title) {
    this.title = title;
  }

  /** The metric's name in CloudWatch. */
  public String title() {
    return title;
  }
}
