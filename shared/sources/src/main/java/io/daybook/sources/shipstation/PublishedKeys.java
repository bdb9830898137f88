package io.daybook.sources.shipstation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Secret;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The RSA keys that a platform publishes, as a connection keeps them: a line each of key id, modulus and exponent, the latter
 * two in base64url as in the platform's JSON Web Key Set. Lines, because the door reads them without a JSON library.
 */
public final class PublishedKeys {
  /** No platform publishes more. */
  static final int MOST = 20;

  private static final int LONGEST_LINE = 4096;

  private PublishedKeys() {}

  /** A line for a key of a JSON Web Key Set; empty if it is none that can be used. */
  public static Optional<String> line(String keyId, String modulus, String exponent) {
    String line = keyId + " " + modulus + " " + exponent;
    boolean usable =
        line.length() <= LONGEST_LINE
            && keyId.matches("[A-Za-z0-9._=+/-]{1,200}")
            && key(modulus, exponent).isPresent();
    return usable ? Optional.of(line) : Optional.empty();
  }

  /** The key of an id, in what connections keep. */
  static Optional<PublicKey> find(List<Secret> kept, String keyId) {
    for (Secret secret : kept) {
      for (String line : new String(secret.bytes(), UTF_8).split("\n", MOST)) {
        String[] parts = line.strip().split(" ", 3);
        if (parts.length == 3 && parts[0].equals(keyId)) {
          return key(parts[1], parts[2]);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PublicKey> key(String modulus, String exponent) {
    try {
      return Optional.of(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(number(modulus), number(exponent))));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static BigInteger number(String base64url) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64url));
  }
}
