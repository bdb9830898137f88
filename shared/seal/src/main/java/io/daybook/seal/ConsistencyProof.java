package io.daybook.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that a log is an earlier one continued: nothing before the earlier size was changed, removed or inserted.
 *
 * @param earlier size
 * @param later size, at least the earlier
 * @param path the hashes that both roots are made of
 */
public record ConsistencyProof(long earlier, long later, List<Hash> path) {
  /** Refuses sizes that run backwards. */
  public ConsistencyProof {
    path = List.copyOf(path);
    if (earlier < 0 || earlier > later) {
      throw new IllegalArgumentException(
          "a log of " + later + " does not continue one of " + earlier);
    }
  }

  /** Whether it proves that the log with the later head continues that with the earlier (RFC 9162 §2.1.4.2). */
  public boolean verifies(TreeHead before, TreeHead after) {
    if (before.size() != earlier || after.size() != later) {
      return false;
    }
    if (earlier == 0) {
      return path.isEmpty();
    }
    if (earlier == later) {
      return path.isEmpty() && before.root().equals(after.root());
    }
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(earlier) == 1) {
      // The earlier log is one complete subtree of the later: its root is known and left out of the
      // path.
      hashes.addFirst(before.root());
    }
    return !hashes.isEmpty() && climbs(hashes, before.root(), after.root());
  }

  private boolean climbs(List<Hash> hashes, Hash beforeRoot, Hash afterRoot) {
    int complete = Long.numberOfTrailingZeros(earlier);
    long at = (earlier - 1) >> complete;
    long last = (later - 1) >> complete;
    Hash before = hashes.getFirst();
    Hash after = hashes.getFirst();
    for (Hash beside : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        before = Merkle.node(beside, before);
        after = Merkle.node(beside, after);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        after = Merkle.node(after, beside);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && before.equals(beforeRoot) && after.equals(afterRoot);
  }
}
