package io.daybook.seal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes what a seal sealed, in the log's order. Same steps, same bytes. A file that was not closed is damaged. */
public final class ArchiveWriter implements AutoCloseable {
  private final DataOutputStream out;
  private final List<Hash> leaves = new ArrayList<>();

  /**
   * Begins an archive.
   *
   * @param to closed by {@link #close}
   * @param first the number of its first leaf in the book's log, from 0
   */
  public ArchiveWriter(OutputStream to, long first) throws IOException {
    if (first < 0) {
      throw new IllegalArgumentException(
          "an archive begins at leaf " + first + ", expected at least 0");
    }
    out = new DataOutputStream(to);
    out.write(ArchiveFormat.MAGIC.getBytes(StandardCharsets.US_ASCII));
    out.writeByte(ArchiveFormat.FORMAT);
    out.writeLong(first);
  }

  /** Adds the next step and returns its leaf, for the log. */
  public Hash add(SealedStep step) throws IOException {
    byte[] frame = step.frame();
    Hash leaf = Merkle.leaf(frame);
    out.writeByte(ArchiveFormat.STEP);
    out.write(frame);
    leaves.add(leaf);
    return leaf;
  }

  /** Writes the hashes and ends the file. */
  @Override
  public void close() throws IOException {
    try (out) {
      out.writeByte(ArchiveFormat.LEAVES);
      out.writeLong(leaves.size());
      for (Hash leaf : leaves) {
        out.write(leaf.toArray());
      }
    }
  }
}
