package io.daybook.cloud;

import io.daybook.cloud.deployment.Build;
import io.daybook.cloud.deployment.Synthesis;
import io.daybook.cloud.template.Archives;
import io.daybook.cloud.template.NodeJs;
import io.daybook.cloud.template.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private static final String VERSION = "0.1";

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
    CommandLine all =
        DeploymentMain.addTo(command, CloudSurroundings.ofThisMachine(Main::synthesise, build()));
    if (arguments.length == 0) {
      all.usage(all.getOut());
      return CANNOT;
    }
    return all.execute(arguments);
  }

  private static Path synthesise(Synthesis.Order order) {
    Stage stage = Stage.of(order.stage().name(), order.context());
    NodeJs.require();
    try {
      Path folder = Files.createTempDirectory("daybook-" + stage.name() + "-");
      io.daybook.cloud.template.Synthesis _ =
          io.daybook.cloud.template.Synthesis.write(stage, Archives.of(project()), folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder for the template", e);
    }
  }

  /** Where the archives are built; the launcher says. */
  private static Path project() {
    return Path.of(System.getProperty("daybook.root", "."));
  }

  private static Build build() {
    return new Build(VERSION, System.getProperty("daybook.commit", "unknown"));
  }
}
