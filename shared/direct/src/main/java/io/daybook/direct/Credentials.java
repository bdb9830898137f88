package io.daybook.direct;

/**
 * By whom a call is made.
 *
 * @param keyId public
 * @param secret never shown
 * @param sessionToken empty for a key without a session
 */
public record Credentials(String keyId, String secret, String sessionToken) {
  @Override
  public String toString() {
    return "Credentials[" + keyId + "]";
  }
}
