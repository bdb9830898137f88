package io.daybook.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How leaves and nodes are hashed (RFC 9162 §2.1.1). A leaf begins with 0 and a node with 1, so that neither can pass for
 * the other.
 */
public final class Merkle {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /** The root of a log without leaves: the hash of nothing. */
  public static Hash empty() {
    return Hash.of(sha256().digest());
  }

  /** The hash of a leaf's data. */
  public static Hash leaf(byte[] data) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return Hash.of(digest.digest(data));
  }

  /** The hash of two subtrees side by side. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.toArray());
    return Hash.of(digest.digest(right.toArray()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
