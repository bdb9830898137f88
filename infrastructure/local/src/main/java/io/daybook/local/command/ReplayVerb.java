package io.daybook.local.command;

import io.daybook.books.Replay;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: posts everything kept again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Post everything that the inbox keeps again, and say that nothing changed, or what.")
final class ReplayVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only what was received from this day on (UTC).")
  @Nullable String from;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    Optional<LocalDate> first = first();
    Replay.Replayed replayed;
    try (Progress progress = Progress.start("Replaying", audience())) {
      replayed = new Replay(hub.deployment(), meant).from(first, progress::advanceTo);
    }
    String words =
        "Replayed "
            + replayed.messages()
            + " messages: "
            + (replayed.entries() == 0
                ? "nothing changed."
                : replayed.entries() + " entries were missing and are posted now.")
            + (replayed.setbacks() == 0
                ? ""
                : " " + replayed.setbacks() + " messages are parked or failed, as before.");
    return new Report(words, replayed);
  }

  private Optional<LocalDate> first() throws Complaint {
    try {
      return Optional.ofNullable(from).map(LocalDate::parse);
    } catch (DateTimeException wrong) {
      throw new Complaint("--from is '" + from + "', expected a date such as 2026-10-01.");
    }
  }
}
