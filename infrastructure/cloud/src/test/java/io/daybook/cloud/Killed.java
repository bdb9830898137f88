package io.daybook.cloud;

/** The process was killed: no handler of the command's runs into this. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed");
  }
}
