package io.daybook.notices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of what the state keeps of a place. Not the place itself: a store that fails names ids in the log, and a mail
 * address is a person's, a webhook's address often a secret.
 */
final class PlaceKey {
  private static final int DIGITS = 32;

  private PlaceKey() {}

  static String of(Destination place) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(place.text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
