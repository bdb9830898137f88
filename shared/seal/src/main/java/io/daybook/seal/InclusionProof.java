package io.daybook.seal;

import java.util.List;

/**
 * The proof that a leaf is in the log of a size.
 *
 * @param number the leaf's number, from 0
 * @param size of the log
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long number, long size, List<Hash> path) {
  /** Refuses a leaf that the log cannot have. */
  public InclusionProof {
    path = List.copyOf(path);
    if (number < 0 || number >= size) {
      throw new IllegalArgumentException("leaf " + number + " is not in a log of " + size);
    }
  }

  /** Whether it proves that the leaf is in the log with that head (RFC 9162 §2.1.3.2). */
  public boolean verifies(Hash leaf, TreeHead head) {
    if (head.size() != size) {
      return false;
    }
    long at = number;
    long last = size - 1;
    Hash root = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        root = Merkle.node(beside, root);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        root = Merkle.node(root, beside);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && root.equals(head.root());
  }
}
