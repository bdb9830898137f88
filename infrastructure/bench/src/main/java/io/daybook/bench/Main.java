package io.daybook.bench;

import java.time.Clock;
import picocli.CommandLine;

/** The entry of {@code ./daybook bench}. */
public final class Main {
  private Main() {}

  /** Measures and exits: 0 if no promise broke, 1 if one did, 2 if the request cannot be done as asked. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand(Clock.systemUTC())).execute(arguments));
  }
}
