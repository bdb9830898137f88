package io.daybook.storage.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a fresh random nonce each time and the connection as associated data. Format {@value #FORMAT}: Base64 of
 * nonce, ciphertext and tag.
 */
public final class KeyFileBox implements SecretBox {
  private static final String FORMAT = "file-1:";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final String owner;

  KeyFileBox(SecretKey key, String owner) {
    this.key = key;
    this.owner = owner;
  }

  @Override
  public String seal(byte[] secret) {
    SecretBox.requireSealable(secret);
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] enciphered = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret);
      byte[] sealed =
          ByteBuffer.allocate(nonce.length + enciphered.length).put(nonce).put(enciphered).array();
      return FORMAT + Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  @Override
  public byte[] open(String sealed) {
    if (!sealed.startsWith(FORMAT)) {
      throw new IllegalArgumentException("a secret of " + owner + " is not of format " + FORMAT);
    }
    byte[] bytes = Base64.getDecoder().decode(sealed.substring(FORMAT.length()));
    if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new IllegalArgumentException("a secret of " + owner + " is too short");
    }
    try {
      byte[] nonce = new byte[NONCE_BYTES];
      ByteBuffer.wrap(bytes).get(nonce);
      return cipher(Cipher.DECRYPT_MODE, nonce)
          .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "a secret of " + owner + " was altered, or sealed with another key", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
