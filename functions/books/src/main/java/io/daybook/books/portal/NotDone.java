package io.daybook.books.portal;

/** What was asked for is not done. */
final class NotDone extends Exception {
  private static final long serialVersionUID = 1L;

  NotDone(String message) {
    super(message);
  }

  /** What to tell the person. */
  String words() {
    return String.valueOf(getMessage());
  }
}
