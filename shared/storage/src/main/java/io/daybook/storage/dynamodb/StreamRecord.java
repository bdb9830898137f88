package io.daybook.storage.dynamodb;

import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.StoreFailure;

/**
 * What a record of a stream's event turned out to be. Its sequence number is what a function answers to have the batch
 * tried again from there.
 */
public sealed interface StreamRecord {
  /** The record's number in its shard, up to 40 digits. */
  String sequenceNumber();

  /** Something was stored. */
  record Stored(Change change, String sequenceNumber) implements StreamRecord {}

  /** The inbox's expiry took a message, as it shall. */
  record Expired(String key, String sequenceNumber) implements StreamRecord {}

  /** Something of the ledger that is no step, such as a seal; or a message that was erased since. */
  record Beside(String key, String sequenceNumber) implements StreamRecord {}

  /** Somebody changed or deleted what is only ever put: an alarm. */
  record Altered(String key, String eventName, String sequenceNumber) implements StreamRecord {}

  /** By its content it can never be read: recorded as failed and passed over. */
  record Unreadable(String reason, String sequenceNumber) implements StreamRecord {}

  /** It points at a body that could not be fetched now: try again. */
  record NotFetched(StoreFailure why, String sequenceNumber) implements StreamRecord {}
}
