package io.daybook.sources.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The public keys by which Adobe I/O Events signs, as a connection keeps them: a line each of the recipient's client id, the
 * key's path and the key in base64. Lines, because the door reads them without a JSON library.
 */
public final class EventKeys {
  /** No connection needs more. */
  private static final int MOST = 20;

  private static final int LONGEST_PEM = 8192;

  private EventKeys() {}

  /** Whether a text is the path of a key as Adobe's headers write it. */
  public static boolean isPath(String path) {
    return path.matches("/[A-Za-z0-9_-]{1,40}/keys/[A-Za-z0-9_.-]{1,120}\\.pem");
  }

  /** Whether a text can be a client id. */
  public static boolean isClientId(String id) {
    return id.matches("[A-Za-z0-9_-]{1,100}");
  }

  /** A line for a key that was fetched; empty if it is none that can be used. */
  public static Optional<String> line(String clientId, String path, String pem) {
    if (!isClientId(clientId) || !isPath(path) || pem.length() > LONGEST_PEM) {
      return Optional.empty();
    }
    String encoded =
        pem.replaceFirst("-----BEGIN PUBLIC KEY-----", "")
            .replaceFirst("-----END PUBLIC KEY-----", "")
            .replaceAll("\\s", "");
    return key(encoded).map(_ -> clientId + " " + path + " " + encoded);
  }

  /** The key of a path for one of the recipients, in what a connection keeps. */
  static Optional<PublicKey> find(List<Secret> kept, String path, Envelope envelope) {
    for (Secret secret : kept) {
      for (String line : new String(secret.bytes(), UTF_8).split("\n", MOST)) {
        String[] parts = line.strip().split(" ", 3);
        if (parts.length == 3
            && parts[1].equals(path)
            && envelope.recipients().stream().allMatch(parts[0]::equals)) {
          return key(parts[2]);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PublicKey> key(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      return Optional.of(
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
