package io.daybook.ledger;

import java.util.Set;

/**
 * In which forms a release writes one kind of thing that is stored, and which forms it reads. Declared beside the code
 * that writes and reads, so that an upgrade can be refused before two releases meet that do not understand each other.
 *
 * <p>Forms are numbered from 0. What a release writes, it reads; what was ever written is read for ever.
 *
 * @param name the kind of thing: {@code step}, {@code body}, {@code message}, {@code state}, {@code archive}
 * @param writes the numbers of the forms that it writes
 * @param reads the numbers of the forms that it reads
 */
public record StoredFormat(String name, Set<Integer> writes, Set<Integer> reads) {
  /** Checks and copies. */
  public StoredFormat {
    writes = Set.copyOf(writes);
    reads = Set.copyOf(reads);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a stored format has no name");
    }
    if (writes.isEmpty() || !reads.containsAll(writes)) {
      throw new IllegalArgumentException(
          "format "
              + name
              + " writes "
              + writes
              + " and reads "
              + reads
              + ", expected what it writes and more");
    }
  }
}
