package io.daybook.cloud.deployment;

/** What a person asked for cannot be done as asked: says why and what to do instead. Ends the command with 2. */
public final class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  /** A complaint in a sentence or more. */
  public Complaint(String message) {
    super(message);
  }
}
