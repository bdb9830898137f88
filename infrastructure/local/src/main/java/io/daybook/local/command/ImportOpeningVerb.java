package io.daybook.local.command;

import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.OpeningImport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import opening}: balances taken over at the cut-over. */
@Command(
    name = "opening",
    mixinStandardHelpOptions = true,
    description = {
      "Take over opening balances from a CSV with the columns account, currency, amount, reference;",
      "or from another system's trial balance with the columns account, debit, credit. Prints a checklist.",
      "Amounts are in major units, debit positive; account 3000 takes the rest. One open item a line."
    })
final class ImportOpeningVerb extends Verb {
  @Parameters(paramLabel = "FILE", description = "The CSV.")
  Path file = Path.of("opening.csv");

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DATE",
      description = "The cut-over date, on which they count.")
  String day = "";

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who takes them over.")
  String by = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    byte[] bytes = InputFile.read(file);
    try {
      OpeningImport.Imported imported =
          new OpeningImport(hub).run(meant, file, bytes, LocalDate.parse(day), by);
      return new Report(imported.words(), imported);
    } catch (DateTimeException wrong) {
      throw new Complaint("--day is '" + day + "', expected a date such as 2026-10-01.");
    } catch (OpeningImport.Refused refused) {
      throw new Complaint(refused.words());
    }
  }
}
