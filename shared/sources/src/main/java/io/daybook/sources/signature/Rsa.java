package io.daybook.sources.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** RSA with SHA-256 over parts in their order. */
public final class Rsa {
  private Rsa() {}

  /** Whether the signature is this key's. */
  public static boolean isBy(PublicKey key, byte[] claimed, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.verify(claimed);
    } catch (GeneralSecurityException _) {
      // Of another length than the key's: not by this key.
      return false;
    }
  }
}
