package io.daybook.storage.secrets;

/** The key file is not one to trust; nothing was done with it. */
public final class UnsafeKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsafeKey(String message) {
    super(message);
  }
}
