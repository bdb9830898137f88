package io.daybook.storage;

/**
 * Where bodies lie that are too large for an item: S3 in the cloud, a folder on one machine. A body is put before the
 * item that points at it, so that no item points at nothing.
 */
public interface LargeBodies {
  /**
   * Keeps a body, durably, in place of what was under the key. Putting the same again changes nothing; an empty one erases.
   *
   * @param key letters, digits, {@code -} and {@code /} only
   */
  void put(String key, byte[] body);

  /**
   * A body.
   *
   * @throws io.daybook.ledger.StoreFailure if it cannot be read, or is not there though an item says so
   */
  byte[] get(String key);
}
