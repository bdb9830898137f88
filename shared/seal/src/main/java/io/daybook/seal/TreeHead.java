package io.daybook.seal;

/**
 * What a log was at a size: published outside the store, it fixes every leaf before it for ever.
 *
 * @param size how many leaves
 * @param root of the tree over them
 */
public record TreeHead(long size, Hash root) {
  private static final String NAME = "daybook-tree-head-1";

  /** Refuses a negative size, and a root of no leaves that is not that of the empty log. */
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("a tree head has size " + size + ", expected at least 0");
    }
    if (size == 0 && !root.equals(Merkle.empty())) {
      throw new IllegalArgumentException(
          "the root of an empty log is " + root + ", expected " + Merkle.empty());
    }
  }

  /** The inverse of {@link #toString}. */
  public static TreeHead parse(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != 3 || !words[0].equals(NAME)) {
      throw new IllegalArgumentException(
          "a tree head is '" + text.strip() + "', expected '" + NAME + " size root'");
    }
    return new TreeHead(Long.parseLong(words[1]), Hash.parse(words[2]));
  }

  /** As it is published: {@code daybook-tree-head-1}, the size and the root, parted by spaces. */
  @Override
  public String toString() {
    return NAME + " " + size + " " + root;
  }
}
