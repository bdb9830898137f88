package io.daybook.sources;

/** Whether a message is from whom it says it is. */
public sealed interface Verification {
  /**
   * It is.
   *
   * @param topic what the platform calls the message, such as {@code orders/create} or {@code charge.succeeded}
   */
  record Genuine(String topic) implements Verification {}

  /** It is not, or nobody can tell. The reason holds nothing of the message. */
  record Refused(Reason reason) implements Verification {}

  /** Why a message is refused; all are answered 401. */
  enum Reason {
    /** A header that carries the signature or the topic is missing. */
    MISSING_HEADER,
    /** The signature header cannot be read. */
    MALFORMED_SIGNATURE,
    /** No secret of the connection gives this signature. */
    WRONG_SIGNATURE,
    /** Signed more than the tolerance ago: a replay. */
    TOO_OLD,
    /** Signed in the future by more than the tolerance. */
    IN_THE_FUTURE
  }
}
