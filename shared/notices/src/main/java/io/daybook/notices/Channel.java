package io.daybook.notices;

/** A way to send letters. */
@FunctionalInterface
public interface Channel {
  /**
   * Sends a letter to a place, in seconds rather than minutes.
   *
   * @param place of the kind that this channel serves
   */
  Delivery send(Destination place, Letter letter);

  /** A channel that this hub does not have. */
  static Channel missing(String reason) {
    return (_, _) -> new Delivery.Refused(reason);
  }
}
