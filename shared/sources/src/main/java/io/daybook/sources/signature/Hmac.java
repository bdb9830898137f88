package io.daybook.sources.signature;

import io.daybook.sources.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over parts in their order. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** Whether the signature is one of the secrets'. Looks at all, so that the time it takes says nothing of which one fits. */
  public static boolean isByAny(List<Secret> secrets, byte[] signature, byte[]... parts) {
    boolean found = false;
    for (Secret secret : secrets) {
      found |= MessageDigest.isEqual(sign(secret.bytes(), parts), signature);
    }
    return found;
  }

  /** The signature. */
  public static byte[] sign(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
