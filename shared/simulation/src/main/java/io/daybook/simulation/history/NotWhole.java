package io.daybook.simulation.history;

/** A part of a life is missing: paper cannot tell what the books must hold. */
final class NotWhole extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotWhole(String why) {
    super(why);
  }

  static void unless(boolean whole, String why) {
    if (!whole) {
      throw new NotWhole(why);
    }
  }
}
