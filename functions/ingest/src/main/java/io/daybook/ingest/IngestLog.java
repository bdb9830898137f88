package io.daybook.ingest;

import io.daybook.ledger.Book;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Verification;

/** What the door says of what it did: nothing of a message, and nothing of a secret. */
public interface IngestLog {
  /** A message was answered; each is, once. */
  void answered(Answer answer);

  /** A message was not signed as it should be. */
  void refused(HookAddress address, Verification.Reason reason);

  /** A message could not be kept. */
  void notKept(HookAddress address, RuntimeException why);

  /** A counter could not be counted up. */
  void notCounted(Book book, String counter, RuntimeException why);

  /** What was to be ready before a snapshot is not. */
  void notPrimed(RuntimeException why);
}
