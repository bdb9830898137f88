package io.daybook.books.bank;

/** A bank's file is not taken, and nothing of it. */
public final class BankRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as a person reads it. */
  public BankRefused(String message) {
    super(message);
  }

  /** What to tell the person. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
