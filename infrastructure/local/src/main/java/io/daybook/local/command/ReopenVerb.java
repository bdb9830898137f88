package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reopen}: a named person opens a closed month again. */
@Command(
    name = "reopen",
    mixinStandardHelpOptions = true,
    description = "Open a fenced or closed month again; the audit trail keeps who and why.")
final class ReopenVerb extends Verb {
  @Parameters(paramLabel = "PERIOD", description = "The month, such as 2026-10.")
  String period = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who opens it.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    YearMonth month = ActWords.month(period);
    try {
      new Closing(hub.deployment(), meant, message -> hub.tell(meant, message))
          .reopen(month, new Who(by, reason));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
    return new Report(
        month + " is open again. What came late while it was closed stays where it counted.",
        Map.of("book", meant.name(), "reopened", month.toString()));
  }
}
