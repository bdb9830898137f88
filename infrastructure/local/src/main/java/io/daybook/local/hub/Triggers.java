package io.daybook.local.hub;

import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Trigger;

/** Finds a function's trigger of a kind in the catalogue. */
final class Triggers {
  private Triggers() {}

  /** The stream that wakes a function. */
  static Trigger.Stream stream(FunctionSpec function) {
    return function.triggers().stream()
        .filter(Trigger.Stream.class::isInstance)
        .map(Trigger.Stream.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no stream wakes " + function.name()));
  }
}
