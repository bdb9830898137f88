package io.daybook.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a log needs to grow: the roots of its complete subtrees, largest first, one for each bit of its size. A seal
 * keeps it, so that the next one starts without reading what was sealed before. Immutable.
 *
 * @param size how many leaves
 * @param peaks as many as the size has one-bits
 */
public record Frontier(long size, List<Hash> peaks) {
  /** Refuses peaks that do not belong to the size. */
  public Frontier {
    peaks = List.copyOf(peaks);
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a frontier of " + size + " leaves has " + peaks.size() + " peaks");
    }
  }

  /** The frontier of an empty log. */
  public static Frontier empty() {
    return new Frontier(0, List.of());
  }

  /** The log with one leaf more: at most one hash for each bit of the size. */
  public Frontier append(Hash leaf) {
    List<Hash> grown = new ArrayList<>(peaks);
    Hash carried = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      carried = Merkle.node(grown.removeLast(), carried);
    }
    grown.add(carried);
    return new Frontier(Math.incrementExact(size), grown);
  }

  /** The head of the log. */
  public TreeHead head() {
    if (size == 0) {
      return new TreeHead(0, Merkle.empty());
    }
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = Merkle.node(peaks.get(i), root);
    }
    return new TreeHead(size, root);
  }
}
