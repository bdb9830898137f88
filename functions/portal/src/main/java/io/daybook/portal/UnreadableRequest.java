package io.daybook.portal;

/** A request that is not written as a browser writes one. */
final class UnreadableRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what could not be read; shows nothing of it. */
  UnreadableRequest(String what, Throwable cause) {
    super(what, cause);
  }

  UnreadableRequest(String what) {
    super(what);
  }
}
