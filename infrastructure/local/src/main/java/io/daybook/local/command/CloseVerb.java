package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Checklist;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code close}: a month is inspected, fenced, counted and locked. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = {
      "Close a month: show its checklist, fence it, wait until nothing begun before can land, count and lock.",
      "There is nothing to wait for if no other process has the folder open.",
      "With --check only the checklist is shown. Open items need --despite and a reason."
    })
final class CloseVerb extends Verb {
  @Parameters(paramLabel = "PERIOD", description = "The month, such as 2026-10.")
  String period = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--by", paramLabel = "WHO", description = "Who closes it.", defaultValue = "")
  String by = "";

  @Option(
      names = "--despite",
      paramLabel = "REASON",
      description = "Why it is closed although items are open.",
      defaultValue = "")
  String despite = "";

  @Option(names = "--check", description = "Only show the checklist.")
  boolean check;

  @Override
  Report run(Hub hub) throws Complaint, InterruptedException {
    Book meant = book(hub, book);
    YearMonth month = ActWords.month(period);
    hub.catchUp();
    Closing closing = new Closing(hub.deployment(), meant, message -> hub.tell(meant, message));
    Checklist checklist = closing.checklist(month);
    if (check) {
      return new Report(ActWords.of(checklist), checklist);
    }
    Who who = new Who(by, despite);
    try {
      if (!QuietClose.run(hub, closing, month, who, hub::catchUp)) {
        Instant holds = closing.fence(month, who);
        waitUntil(hub, month, holds);
        closing.lock(month, who);
      }
    } catch (ActRefused refused) {
      throw new Complaint(
          ActWords.of(checklist)
              + System.lineSeparator()
              + System.lineSeparator()
              + refused.words());
    }
    return new Report(
        ActWords.of(checklist)
            + System.lineSeparator()
            + System.lineSeparator()
            + month
            + " is closed. Its trial balance is kept under "
            + meant
            + "/closed/"
            + month
            + "; what comes late counts on the first open day.",
        Map.of("book", meant.name(), "closed", month.toString(), "checklist", checklist));
  }

  /** What another process began before the fence may still land: that process stamped it before. */
  private void waitUntil(Hub hub, YearMonth month, Instant holds) throws InterruptedException {
    Duration left = Duration.between(hub.deployment().clock().instant(), holds);
    if (left.isPositive()) {
      if (audience() == Progress.Audience.PERSON) {
        out()
            .println(
                month
                    + " is fenced. Waiting "
                    + left.toSeconds()
                    + " s until nothing begun before can land…");
        out().flush();
      }
      Thread.sleep(left);
    }
  }
}
