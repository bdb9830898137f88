package io.daybook.simulation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a list that fails shorter while it still fails (delta debugging, Zeller 1999: complements only). */
public final class Shrinking {
  private Shrinking() {}

  /**
   * The shortest list found: leaving out any one more of its items makes it pass, unless the tries ran out before.
   *
   * @param failing fails
   * @param fails whether a part of it still fails
   * @param maxTries how often may be asked
   */
  public static <T> List<T> shortest(List<T> failing, Predicate<List<T>> fails, int maxTries) {
    List<T> shortest = List.copyOf(failing);
    int piece = Math.max(1, shortest.size() / 2);
    int tries = 0;
    while (true) {
      boolean shrunk = false;
      int from = 0;
      while (from < shortest.size() && tries < maxTries) {
        List<T> without = new ArrayList<>(shortest);
        without.subList(from, Math.min(from + piece, without.size())).clear();
        tries++;
        if (fails.test(without)) {
          shortest = List.copyOf(without);
          shrunk = true;
        } else {
          from += piece;
        }
      }
      if (tries >= maxTries || (piece == 1 && !shrunk)) {
        return shortest;
      }
      piece = Math.max(1, piece / 2);
    }
  }
}
