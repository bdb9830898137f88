package io.daybook.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * A log whose leaf hashes are all at hand: gives heads of any size and proofs between them. Complete subtrees are kept,
 * so an append costs two hashes on average and a proof a few for each level. Not for use by several threads.
 */
public final class MerkleLog {
  /** {@code levels.get(k).get(i)} is the root of the leaves from {@code i·2^k} to before {@code (i+1)·2^k}. */
  private final List<List<Hash>> levels = new ArrayList<>();

  private Frontier frontier = Frontier.empty();

  /** How many leaves. */
  public int size() {
    return (int) frontier.size();
  }

  /** Appends a leaf and returns its number, from 0. */
  public int append(Hash leaf) {
    int number = size();
    Hash root = leaf;
    for (int level = 0; ; level++) {
      if (levels.size() == level) {
        levels.add(new ArrayList<>());
      }
      List<Hash> row = levels.get(level);
      row.add(root);
      if (row.size() % 2 == 1) {
        break;
      }
      root = Merkle.node(row.get(row.size() - 2), root);
    }
    frontier = frontier.append(leaf);
    return number;
  }

  /** The leaf at a number, from 0. */
  public Hash leaf(int number) {
    return levels.getFirst().get(number);
  }

  /** What the log needs to grow. */
  public Frontier frontier() {
    return frontier;
  }

  /** The head of the log as it is. */
  public TreeHead head() {
    return frontier.head();
  }

  /** The head as it was at a size. */
  public TreeHead head(int size) {
    requireWithin(size, size());
    return new TreeHead(size, size == 0 ? Merkle.empty() : root(0, size));
  }

  /** The proof that a leaf is in the log of a size (RFC 9162 §2.1.3.1). */
  public InclusionProof inclusion(int number, int size) {
    requireWithin(size, size());
    if (number < 0 || number >= size) {
      throw new IllegalArgumentException("leaf " + number + " is not in a log of " + size);
    }
    List<Hash> path = new ArrayList<>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + split(to - from);
      if (number < middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(number, size, path);
  }

  /** The proof that the log of a size is that of an earlier size continued (RFC 9162 §2.1.4.1). */
  public ConsistencyProof consistency(int earlier, int later) {
    requireWithin(later, size());
    requireWithin(earlier, later);
    List<Hash> path = new ArrayList<>();
    if (earlier > 0 && earlier < later) {
      boolean known = true;
      int from = 0;
      int to = later;
      int rest = earlier;
      while (rest != to - from) {
        int middle = split(to - from);
        if (rest <= middle) {
          path.addFirst(root(from + middle, to));
          to = from + middle;
        } else {
          path.addFirst(root(from, from + middle));
          from += middle;
          rest -= middle;
          known = false;
        }
      }
      if (!known) {
        path.addFirst(root(from, to));
      }
    }
    return new ConsistencyProof(earlier, later, path);
  }

  /** The root over leaves {@code from} to before {@code to}, where {@code from} is where RFC 9162 would split. */
  private Hash root(int from, int to) {
    int count = to - from;
    if (Integer.bitCount(count) == 1) {
      int level = Integer.numberOfTrailingZeros(count);
      return levels.get(level).get(from >> level);
    }
    int middle = split(count);
    return Merkle.node(root(from, from + middle), root(from + middle, to));
  }

  /** The largest power of two below a count. */
  private static int split(int count) {
    return Integer.highestOneBit(count - 1);
  }

  private static void requireWithin(int size, int limit) {
    if (size < 0 || size > limit) {
      throw new IllegalArgumentException("size is " + size + ", expected 0 to " + limit);
    }
  }
}
