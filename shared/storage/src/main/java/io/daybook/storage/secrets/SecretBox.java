package io.daybook.storage.secrets;

/** Seals and opens the secrets of one connection. */
public interface SecretBox {
  /** The most bytes that can be sealed: KMS takes no more. */
  int MAX_BYTES = 4096;

  /** The secret as text that can be stored. Sealing the same twice gives two texts. */
  String seal(byte[] secret);

  /**
   * The inverse of {@link #seal}.
   *
   * @throws IllegalArgumentException if the text was altered, or sealed with another key, for another connection, or in a
   *     form that this box does not know
   */
  byte[] open(String sealed);

  /** Refuses more than can be sealed. */
  static void requireSealable(byte[] secret) {
    if (secret.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a secret has " + secret.length + " bytes, at most " + MAX_BYTES);
    }
  }
}
