package io.daybook.sources;

/** A shared secret. Never printed, never compared with {@code equals}. */
public final class Secret {
  private final byte[] bytes;

  /** Copies the bytes; refuses none. */
  public Secret(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a secret is empty");
    }
    this.bytes = bytes.clone();
  }

  /** The secret itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
