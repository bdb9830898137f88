package io.daybook.storage.deployment;

/** Calls other functions without waiting for their answer. */
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
}
