package io.daybook.intake;

/** Another run changed the same item of state meanwhile: doing the work again settles it. */
public final class ConcurrentChange extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was changed. */
  public ConcurrentChange(String what) {
    super(what + " was changed by another run meanwhile");
  }
}
