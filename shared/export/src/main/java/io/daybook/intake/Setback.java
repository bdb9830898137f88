package io.daybook.intake;

/**
 * Why a kept message is not, or not wholly, posted.
 *
 * @param message its place in the inbox
 * @param kind parked or failed
 * @param topic what the sender called it
 * @param reason what is unknown, or the field and what was expected there; nothing of the message itself
 */
public record Setback(String message, Kind kind, String topic, String reason) {
  /** What became of the message. */
  public enum Kind {
    /** Genuine, but of a kind that this version does not know: waits for one that does. */
    PARKED,
    /** Not what the platform promises. */
    FAILED
  }
}
