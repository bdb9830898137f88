package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Who;
import io.daybook.local.hub.Hub;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes a month without waiting for its fence, where that is safe: nobody else has the folder open, and this process has
 * posted all that it began. Then whatever was stamped before the fence is in the ledger already.
 */
final class QuietClose {
  private QuietClose() {}

  /**
   * Fences, drains and locks.
   *
   * @param drain posts all that is still to be posted here, and returns when nothing is under way
   * @return whether it was done: not if somebody else has the folder open, and then nothing was
   */
  static boolean run(Hub hub, Closing closing, YearMonth month, Who who, Runnable drain)
      throws ActRefused {
    List<ActRefused> refused = new ArrayList<>();
    boolean done =
        hub.alone(() -> {
          try {
            var _ = closing.fence(month, who);
            drain.run();
            var _ = closing.lock(month, who, hub.deployment().clock().instant());
          } catch (ActRefused no) {
            refused.add(no);
          }
        });
    if (!refused.isEmpty()) {
      throw refused.getFirst();
    }
    return done;
  }
}
