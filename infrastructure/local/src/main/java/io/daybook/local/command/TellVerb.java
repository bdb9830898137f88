package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Telling;
import io.daybook.books.acts.Who;
import io.daybook.events.Fact;
import io.daybook.intake.Setback;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.local.hub.Hub;
import io.daybook.sources.daybook.FactFile;
import io.daybook.sources.daybook.FactFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tell}: facts that no connector brings yet. */
@Command(
    name = "tell",
    mixinStandardHelpOptions = true,
    description = {
      "Tell facts that no connector brings: bills, labels, stock counts, cash movements, loans, tax returns and others.",
      "The file is JSON, a list of facts or {\"facts\":[...]}, each as its schema in events/ says. All of it or nothing."
    })
final class TellVerb extends Verb {
  @Parameters(paramLabel = "FILE", description = "The JSON.")
  Path file = Path.of("facts.json");

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who tells them.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    List<Fact> facts =
        switch (FactFiles.read(file.toString(), InputFile.read(file))) {
          case FactFile.Facts read -> read.facts();
          case FactFile.Refused refused ->
              throw new Complaint(refused.problem() + ". Nothing was told.");
        };
    try {
      Telling.Result result =
          new Telling(hub.deployment(), meant, message -> hub.tell(meant, message))
              .tell(facts, new Who(by, reason));
      return new Report(words(result), result);
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  static String words(Telling.Result result) {
    return "Told " + ActWords.count(result.facts(), "fact") + "." + posted(result);
  }

  /** What was posted of it, what was not, and what is on the exceptions list since. */
  static String posted(Telling.Result result) {
    StringBuilder words =
        new StringBuilder(
            switch (result.entries()) {
              case 0 -> " No entry was posted.";
              case 1 -> " 1 entry was posted.";
              default -> " " + result.entries() + " entries were posted.";
            });
    for (Setback setback : result.setbacks()) {
      words
          .append(System.lineSeparator())
          .append(setback.kind() == Setback.Kind.PARKED ? "Parked: " : "Failed: ")
          .append(setback.reason());
    }
    for (Discrepancy found : result.discrepancies()) {
      words
          .append(System.lineSeparator())
          .append("New on the exceptions list: ")
          .append(found.kind().code())
          .append(' ')
          .append(found.subject())
          .append(": ")
          .append(found.reason());
    }
    return words.toString();
  }
}
