package io.daybook.local;

import io.daybook.local.command.Daybook;

/** The command's entry. */
public final class Main {
  private Main() {}

  /** Runs a verb and exits with its code: 0 on success, 2 if the request cannot be done as asked, 1 if we stumbled. */
  public static void main(String[] arguments) {
    System.exit(Daybook.run(arguments));
  }
}
