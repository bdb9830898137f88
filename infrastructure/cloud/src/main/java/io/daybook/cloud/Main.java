package io.daybook.cloud;

import io.daybook.cloud.template.CannotSynthesise;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of the cloud, as {@code ./daybook} calls them. */
@Command(
    name = "daybook",
    description = "The same hub in an AWS account.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB",
    subcommands = {SynthVerb.class})
public final class Main {
  private static final int CANNOT = 2;
  private static final int STUMBLED = 1;

  private Main() {}

  /** Runs a verb and exits with its code: 0 on success, 2 if the request cannot be done as asked, 1 if we stumbled. */
  public static void main(String[] arguments) {
    System.exit(run(new CommandLine(new Main()), arguments));
  }

  /** Runs a command line, printing elsewhere. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(new CommandLine(new Main()).setOut(out).setErr(err), arguments);
  }

  private static int run(CommandLine command, String... arguments) {
    command.setExecutionExceptionHandler((failure, failed, _) -> explain(failure, failed.getErr()));
    if (arguments.length == 0) {
      command.usage(command.getOut());
      return CANNOT;
    }
    return command.execute(arguments);
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof CannotSynthesise) {
      err.println(failure.getMessage());
      err.flush();
      return CANNOT;
    }
    err.println(
        "Daybook stumbled: "
            + Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName()));
    failure.printStackTrace(err);
    err.flush();
    return STUMBLED;
  }
}
