package io.daybook.local.command;

import io.daybook.export.BookExport;
import io.daybook.local.hub.Hub;
import io.daybook.statements.JournalFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the journal for another system. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write the journal for another system: hledger, ledger or beancount.")
final class ExportVerb extends Verb {
  @Parameters(paramLabel = "FORMAT", description = "hledger, ledger or beancount")
  String format = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first accounting day.")
  String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "The last accounting day.")
  String to = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
  Path out = Path.of("journal");

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    JournalFormat wanted;
    LocalDate first;
    LocalDate last;
    try {
      wanted = JournalFormat.parse(format);
      first = LocalDate.parse(from);
      last = LocalDate.parse(to);
    } catch (DateTimeException wrong) {
      throw new Complaint(
          "--from and --to are dates such as 2026-10-01: " + wrong.getMessage() + ".");
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
    BookExport export = new BookExport(hub.deployment(), book(hub, book));
    OutputFile.write(out, export.journal(first, last, wanted));
    return new Report(
        "The journal from " + first + " to " + last + " is in " + out + ".",
        Map.of("file", out.toString()));
  }
}
