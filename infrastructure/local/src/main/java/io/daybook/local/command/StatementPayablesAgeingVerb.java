package io.daybook.local.command;

import io.daybook.export.BookExport;
import io.daybook.local.hub.Hub;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code statement payables-ageing}: what is owed, by how long it is overdue. */
@Command(
    name = "payables-ageing",
    mixinStandardHelpOptions = true,
    description = {
      "What is owed to suppliers, carriers and others as of a day, bill by bill, by how long it is overdue.",
      "On the screen, or with --out as a file."
    })
final class StatementPayablesAgeingVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "The last day that counts.")
  String asOf = "";

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv, xlsx or pdf (default: ${DEFAULT-VALUE}).",
      defaultValue = "csv")
  String format = "csv";

  @Option(names = "--out", paramLabel = "FILE", description = "The file (default: the screen).")
  @Nullable Path out;

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    BookExport export = new BookExport(hub.deployment(), book(hub, book));
    return TableWords.report(
        export, export.payablesAgeing(ActWords.day("--as-of", asOf)), format, out);
  }
}
