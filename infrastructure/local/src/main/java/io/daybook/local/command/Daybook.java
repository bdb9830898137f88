package io.daybook.local.command;

import io.daybook.local.hub.StoreKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: its verbs, and what happens when one of them fails. */
@Command(
    name = "daybook",
    description = "Keeps a merchant's books from the events of commerce.",
    mixinStandardHelpOptions = true,
    version = "Daybook 0.1",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      DemoVerb.class,
      UpVerb.class,
      ConnectVerb.class,
      ConnectionsVerb.class,
      DisconnectVerb.class,
      ShopifyAppVerb.class,
      PrivacyVerb.class,
      PullVerb.class,
      ImportVerb.class,
      MappingVerb.class,
      BankVerb.class,
      ReconcileVerb.class,
      ExceptionsVerb.class,
      NoticesVerb.class,
      StatementVerb.class,
      ExportVerb.class,
      ReplayVerb.class,
      InvokeVerb.class,
      MonthEndVerb.class,
      CloseVerb.class,
      ReopenVerb.class,
      EnterVerb.class,
      TellVerb.class,
      AllocateVerb.class,
      PolicyVerb.class,
      ChartVerb.class,
      MapVerb.class,
      ReverseVerb.class,
      RepostVerb.class,
      AuditVerb.class,
      SimulateVerb.class,
      SignInVerb.class,
      StandInVerb.class
    })
public final class Daybook {
  private static final int CANNOT = 2;
  private static final int STUMBLED = 1;

  private Daybook() {}

  /** Runs a command line and returns its exit code. */
  public static int run(String... arguments) {
    return run(new CommandLine(new Daybook()), arguments);
  }

  /** The same, printing elsewhere. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(new CommandLine(new Daybook()).setOut(out).setErr(err), arguments);
  }

  private static int run(CommandLine command, String... arguments) {
    command.registerConverter(StoreKind.class, Daybook::storeKind);
    command.setExecutionExceptionHandler((failure, failed, parsed) -> explain(failure, failed));
    if (arguments.length == 0) {
      command.usage(command.getOut());
      return CANNOT;
    }
    return command.execute(arguments);
  }

  private static StoreKind storeKind(String word) {
    return Arrays.stream(StoreKind.values())
        .filter(kind -> kind.toString().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new CommandLine.TypeConversionException(
                "'" + word + "' is no store; there are sqlite and dynamodb-local"));
  }

  /** A sentence for the person; the trace, if there is one worth keeping, goes to a file. */
  private static int explain(Exception failure, CommandLine failed) {
    PrintWriter err = failed.getErr();
    if (failure instanceof Complaint) {
      err.println(failure.getMessage());
      err.flush();
      return CANNOT;
    }
    err.println(
        "Daybook stumbled: "
            + Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName()));
    err.println(
        "Doing it again is safe: what is done is not done twice. The details are in "
            + keep(failure)
            + ".");
    err.flush();
    return STUMBLED;
  }

  private static String keep(Exception failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    try {
      Path file = Files.createTempFile("daybook-", ".log");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      return file.toString();
    } catch (IOException cannotKeep) {
      return "no file, for none could be written: " + trace;
    }
  }
}
