package io.daybook.local.command;

import io.daybook.ledger.Book;
import io.daybook.local.hub.BankImport;
import io.daybook.local.hub.Connecting;
import io.daybook.local.hub.Hub;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import bank}: a bank's statement file. */
@Command(
    name = "bank",
    mixinStandardHelpOptions = true,
    description =
        "Import a bank statement (CAMT.053). All of it or nothing; the same file again gives nothing new.")
final class ImportBankVerb extends Verb {
  @Parameters(paramLabel = "FILE", description = "The bank's file.")
  Path file = Path.of("statement.xml");

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--account",
      required = true,
      paramLabel = "A",
      description = "Your name for the bank account, such as main: it becomes account 1000:main.")
  String account = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    byte[] bytes = InputFile.read(file);
    try {
      BankImport.Imported imported = new BankImport(hub).run(meant, account, file, bytes);
      return new Report(imported.words(), imported);
    } catch (BankImport.Refused refused) {
      throw new Complaint(refused.words());
    } catch (Connecting.CannotConnect cannot) {
      throw new Complaint(cannot.words());
    }
  }
}
