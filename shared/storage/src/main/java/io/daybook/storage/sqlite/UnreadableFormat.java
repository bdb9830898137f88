package io.daybook.storage.sqlite;

/** The file is not one that this version of Daybook can read; it was not touched. */
public final class UnreadableFormat extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableFormat(String message) {
    super(message);
  }
}
