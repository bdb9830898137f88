package io.daybook.seal;

/**
 * The archive file: {@code DAYBOOK-ARCHIVE} and a format number, the number of its first leaf (8 bytes), then for each
 * step the letter {@code S} and its frame, then the letter {@code L}, how many leaves (8 bytes) and their hashes, and
 * nothing after. Integers are big-endian. The hashes say nothing that the steps do not; once they are proven by a
 * published head, they tell which step is not what was sealed.
 */
public final class ArchiveFormat {
  static final String MAGIC = "DAYBOOK-ARCHIVE";

  /** The format that is written, and the only one that is read. */
  public static final int FORMAT = 1;

  static final int STEP = 'S';
  static final int LEAVES = 'L';

  private ArchiveFormat() {}
}
