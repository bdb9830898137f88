package io.daybook.storage.objects;

import java.util.List;
import java.util.Optional;

/** A bucket, or a folder that serves as one. */
public interface ObjectStore {
  /**
   * Writes an object whole; who reads it sees all of it or none.
   *
   * @param key parts joined by {@code /}, without {@code ..}
   */
  void put(String key, byte[] bytes);

  /** An object's bytes. */
  Optional<byte[]> get(String key);

  /** The keys that begin with a prefix, in order. */
  List<String> list(String prefix);
}
