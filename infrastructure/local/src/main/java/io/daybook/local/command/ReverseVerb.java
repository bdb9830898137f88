package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Corrections;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.ledger.SubjectId;
import io.daybook.local.hub.Hub;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reverse}: an entry is reversed, once. */
@Command(
    name = "reverse",
    mixinStandardHelpOptions = true,
    description =
        "Reverse an entry on a day. What is posted stays; there can be one reversal of an entry.")
final class ReverseVerb extends Verb {
  @Parameters(
      index = "0",
      paramLabel = "SUBJECT",
      description = "Whose entry, such as order/shopify:blue-cup.myshopify.com/450789469.")
  String subject = "";

  @Parameters(index = "1", paramLabel = "STEP", description = "The step of its log, 1, 2, 3 ….")
  int step;

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DATE",
      description = "On which it counts.")
  String day = "";

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who reverses it.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    try {
      SubjectId reversal =
          new Corrections(hub.deployment(), meant, message -> hub.tell(meant, message))
              .reverse(
                  SubjectId.parse(subject), step, ActWords.day("--day", day), new Who(by, reason));
      return new Report(
          "Reversed: " + reversal + ".",
          Map.of("book", meant.name(), "subject", reversal.toString()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }
}
