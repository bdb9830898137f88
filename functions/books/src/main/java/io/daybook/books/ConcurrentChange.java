package io.daybook.books;

/** Another run changed the same item of state meanwhile: doing the work again settles it. */
final class ConcurrentChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConcurrentChange(String what) {
    super(what + " was changed by another run meanwhile");
  }
}
