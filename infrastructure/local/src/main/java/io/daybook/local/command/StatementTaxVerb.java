package io.daybook.local.command;

import io.daybook.export.BookExport;
import io.daybook.local.hub.Hub;
import io.daybook.statements.TableReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code statement tax}: the tax of a period by jurisdiction and rate. */
@Command(
    name = "tax",
    mixinStandardHelpOptions = true,
    description = {
      "The tax of a month, quarter or year by jurisdiction and rate, by its tax point: as the platforms told it.",
      "Exempt sales with their evidence, what marketplaces owe, input tax, returns filed and paid, and the bridge to the",
      "balance of account 2010. On the screen, or with --out as a file."
    })
final class StatementTaxVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      description = "A month (2026-10), quarter (2026-Q4) or year (2026).")
  String period = "";

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "Only what was known then, such as 2026-11-12T09:00:00Z (default: all).")
  @Nullable String knownAt;

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
    Days days = Days.of(period);
    TableReport report = export.tax(days.from(), days.to(), ActWords.known(knownAt));
    return TableWords.report(export, report, format, out);
  }
}
