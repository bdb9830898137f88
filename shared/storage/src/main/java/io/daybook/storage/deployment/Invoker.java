package io.daybook.storage.deployment;

import java.util.Optional;

/** Calls other functions. */
@FunctionalInterface
public interface Invoker {
  /**
   * Has a function run with an event, soon.
   *
   * @param function its name in the catalogue
   * @param event JSON
   * @throws io.daybook.ledger.StoreFailure if it could not be handed over
   */
  void invoke(String function, String event);

  /**
   * Has a function run with an event now, and waits for its answer, for less time than a page may take.
   *
   * @param function its name in the catalogue
   * @param event JSON
   * @return its answer, JSON; empty if none came in time, and then it may be done all the same
   * @throws io.daybook.ledger.StoreFailure if it could not be handed over, or failed
   */
  default Optional<String> ask(String function, String event) {
    throw new IllegalStateException("nobody here waits for " + function);
  }
}
