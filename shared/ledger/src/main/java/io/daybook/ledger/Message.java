package io.daybook.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * What a platform or a person sent, as it was sent: verified, kept, not yet understood (DESIGN promise 1).
 *
 * @param connection through which it came
 * @param receivedAt when
 * @param via how it came
 * @param topic what the sender calls it, such as {@code orders/create}
 * @param body the raw bytes
 */
public record Message(
    ConnectionName connection, Instant receivedAt, Via via, String topic, Bytes body) {
  /** How a message came. What a sweep finds that no webhook told counts as missed. */
  public enum Via {
    /** The platform called. */
    WEBHOOK,
    /** We asked the platform. */
    PULL,
    /** A person's file or act. */
    PERSON,
    /** Reconciliation's finding. */
    RECONCILE
  }

  /** Its place in the inbox. */
  public MessageId id() {
    return new MessageId(connection, receivedAt.atZone(ZoneOffset.UTC).toLocalDate(), digest());
  }

  private String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(topic.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return HexFormat.of().formatHex(sha256.digest(body.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Names the message; never shows its body. */
  @Override
  public String toString() {
    return id() + " " + topic + " (" + body + ")";
  }
}
