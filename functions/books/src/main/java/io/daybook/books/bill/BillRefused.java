package io.daybook.books.bill;

/** A file of bills is not taken, and nothing of it. */
public final class BillRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as a person reads it. */
  public BillRefused(String message) {
    super(message);
  }

  /** What to tell the person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
