package io.daybook.cloud;

import io.daybook.cloud.deployment.AwsRefusal;
import io.daybook.cloud.deployment.Complaint;
import io.daybook.cloud.deployment.DeploymentFailed;
import io.daybook.cloud.template.CannotSynthesise;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs on a stage in the cloud, as one command line. */
@Command(name = "daybook", synopsisSubcommandLabel = "VERB", mixinStandardHelpOptions = true)
final class DeploymentMain {
  private static final int CANNOT = 2;
  private static final int FAILED = 1;

  private DeploymentMain() {}

  /** The verbs under one command line, to be executed. */
  static CommandLine commandLine(CloudSurroundings surroundings) {
    return addTo(new CommandLine(new DeploymentMain()), surroundings);
  }

  /** Adds the verbs, and what happens when one of them fails, to another command. */
  static CommandLine addTo(CommandLine command, CloudSurroundings surroundings) {
    return command
        .addSubcommand(new DeployVerb(surroundings))
        .addSubcommand(new UpgradeVerb(surroundings))
        .addSubcommand(new RollbackVerb(surroundings))
        .addSubcommand(new TriggersVerb(surroundings))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, failed, _) -> explain(failure, failed.getErr()));
  }

  /** A sentence for the person; the trace, if there is one worth keeping, goes to a file. */
  private static int explain(Exception failure, PrintWriter err) {
    String words =
        Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    switch (failure) {
      case Complaint _, AwsRefusal _, CannotSynthesise _ -> {
        err.println(words);
        err.flush();
        return CANNOT;
      }
      case DeploymentFailed _ -> err.println(words);
      default -> {
        err.println("Daybook stumbled: " + words);
        err.println(
            "Doing it again is safe: what is done is not done twice. The details are in "
                + keep(failure)
                + ".");
      }
    }
    err.flush();
    return FAILED;
  }

  private static String keep(Exception failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = Files.createTempFile("daybook-", ".log");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      return file.toString();
    } catch (IOException cannotKeep) {
      return "no file, for none could be written: " + trace;
    }
  }
}
