package io.daybook.local.command;

import io.daybook.books.acts.Who;
import io.daybook.books.bill.BillIntake;
import io.daybook.books.bill.BillRefused;
import io.daybook.books.bill.BillRequest;
import io.daybook.books.bill.ImportedBills;
import io.daybook.events.Bill;
import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import io.daybook.local.hub.Hub;
import io.daybook.sources.bill.BillMapping;
import io.daybook.sources.bill.BillReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import bill}: a carrier's, supplier's or forwarder's bill. */
@Command(
    name = "bill",
    mixinStandardHelpOptions = true,
    description = {
      "Import bills: a UBL 2.1 or Peppol invoice or credit note, or CSV with a mapping ('./daybook mapping --bill').",
      "All of it or nothing; the same bill again tells nothing."
    })
final class ImportBillVerb extends Verb {
  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("bill.xml");

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "NAME",
      description =
          "Your name for who bills, such as ups: what is owed stands on account 2000:ups.")
  String biller = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "What is billed: carriage, duty, goods, landed-cost or expense (default: ${DEFAULT-VALUE}).",
      defaultValue = "expense")
  String kind = "expense";

  @Option(
      names = "--tax-is-cost",
      description = "Tax on the bill cannot be claimed back: it belongs to what was bought.")
  boolean taxIsCost;

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "How CSV is read (default: the mapping that is named as the biller).")
  @Nullable String mapping;

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who imports it.")
  String by = "";

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Why (default: ${DEFAULT-VALUE}).",
      defaultValue = "a bill came in")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    Bill.Kind billed =
        BillMapping.kind(kind)
            .orElseThrow(() ->
                new Complaint(
                    "'"
                        + kind
                        + "' is no kind of bill; there are "
                        + BillMapping.kindWords()
                        + "."));
    try {
      ImportedBills imported =
          new BillIntake(
                  hub.deployment(),
                  meant,
                  message -> {
                    InboxStore.Put _ = hub.tell(meant, message);
                  })
              .take(
                  file.toString(),
                  InputFile.read(file),
                  new BillRequest(
                      biller,
                      billed,
                      taxIsCost ? BillReading.Tax.COST : BillReading.Tax.CLAIMED_BACK,
                      Optional.ofNullable(mapping)),
                  new Who(by, reason));
      return new Report(imported.words(), imported);
    } catch (BillRefused refused) {
      throw new Complaint(refused.words());
    }
  }
}
