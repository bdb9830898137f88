package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Reposting;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code repost}: an open range is posted again under today's rules. */
@Command(
    name = "repost",
    mixinStandardHelpOptions = true,
    description = {
      "Show what today's rules would post otherwise for subjects with entries in an open range;",
      "with --by and --reason, post it."
    })
final class RepostVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
  String from = "";

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
  String to = "";

  @Option(names = "--by", paramLabel = "WHO", description = "Who has it done.")
  @Nullable String by;

  @Option(names = "--reason", paramLabel = "REASON", description = "Why.", defaultValue = "")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    LocalDate first = ActWords.day("--from", from);
    LocalDate last = ActWords.day("--to", to);
    Reposting reposting =
        new Reposting(hub.deployment(), meant, message -> hub.tell(meant, message));
    try {
      Reposting.Preview preview =
          by == null
              ? reposting.preview(first, last)
              : reposting.repost(first, last, new Who(by, reason));
      return new Report(words(preview, by != null), preview);
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private static String words(Reposting.Preview preview, boolean done) {
    if (preview.entries().isEmpty()) {
      return "Today's rules would have posted the same.";
    }
    return ActWords.of(preview)
        + (done ? "Posted for " : "This would be posted for ")
        + preview.entries().size()
        + " subjects under rules "
        + preview.rules()
        + (done ? "." : ". Nothing was done; --by and --reason have it done.");
  }
}
