package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.ChartDesk;
import io.daybook.books.acts.Reposting;
import io.daybook.books.acts.Who;
import io.daybook.events.ChartChange;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.local.hub.Hub;
import io.daybook.sources.FileProblem;
import io.daybook.sources.daybook.MappingFile;
import io.daybook.sources.daybook.MappingFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code map}: where a book's accounts stand in the accountant's own chart. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Print the mapping of the default chart to the accountant's own accounts, as the CSV that --file reads.",
      "With --file, check a mapping; everything that is wrong with it is said at once, by line and column.",
      "With --by and --reason too, set it: it counts for what is first posted from then on; 'repost' takes an open range along.",
      "With --dry-run, --from and --to, show what the mapping would post otherwise for a range; nothing is changed."
    })
final class MapVerb extends Verb {
  private static final int MOST_NAMED = 8;

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "CSV with a header: account, location, product-type, channel, connection, tender, jurisdiction, number, name, type (docs/chart.md).")
  @Nullable Path file;

  @Option(names = "--dry-run", description = "Only show what it would post otherwise.")
  boolean dryRun;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day of a dry run.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day of a dry run.")
  @Nullable String to;

  @Option(names = "--by", paramLabel = "WHO", description = "Who sets it.")
  @Nullable String by;

  @Option(names = "--reason", paramLabel = "REASON", description = "Why.", defaultValue = "")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    ChartDesk desk = new ChartDesk(hub.deployment(), meant, message -> hub.tell(meant, message));
    try {
      if (file == null) {
        List<ChartChange.Line> lines = desk.lines();
        return new Report(MappingFiles.write(lines).stripTrailing(), Map.of("lines", lines));
      }
      List<ChartChange.Line> lines = read(desk, file);
      if (dryRun) {
        return tried(desk, lines);
      }
      if (by == null) {
        return new Report(
            checked(lines) + " Nothing was changed; --by and --reason set it.",
            Map.of("lines", lines.size()));
      }
      if (from != null || to != null) {
        throw new Complaint(
            "A mapping has no day of its own: it counts for what is first posted after it is set, and 'repost' takes an open range along. --from and --to are for --dry-run. Nothing was changed.");
      }
      int version = desk.map(lines, new Who(by, reason));
      return new Report(
          checked(lines)
              + System.lineSeparator()
              + "These are rules "
              + version
              + ". They count for what is first posted from now on; 'repost' takes an open range along.",
          Map.of("book", meant.name(), "rules", version, "lines", lines.size()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private static List<ChartChange.Line> read(ChartDesk desk, Path file)
      throws Complaint, IOException, ActRefused {
    return switch (desk.read(file.toString(), InputFile.read(file))) {
      case MappingFile.Lines read -> read.lines();
      case MappingFile.Refused refused ->
          throw new Complaint(
              refused.problems().stream()
                      .map(FileProblem::toString)
                      .collect(Collectors.joining(System.lineSeparator()))
                  + System.lineSeparator()
                  + refused.problems().size()
                  + (refused.problems().size() == 1 ? " problem" : " problems")
                  + ". Nothing was changed.");
    };
  }

  private Report tried(ChartDesk desk, List<ChartChange.Line> lines) throws Complaint, ActRefused {
    if (from == null || to == null) {
      throw new Complaint("A dry run needs a range: --from DATE --to DATE.");
    }
    Reposting.Preview preview =
        desk.wouldPost(lines, ActWords.day("--from", from), ActWords.day("--to", to));
    String posted =
        preview.entries().isEmpty()
            ? "Subjects with entries in the range would be posted the same."
            : ActWords.of(preview)
                + "This would be posted for "
                + preview.entries().size()
                + " subjects, if the range were posted again.";
    return new Report(
        checked(lines) + System.lineSeparator() + posted + " Nothing was changed.",
        Map.of("lines", lines.size(), "entries", preview.entries()));
  }

  private static String checked(List<ChartChange.Line> lines) {
    List<ChartOfAccounts.Account> unmapped = ChartDesk.unmapped(lines);
    String rest =
        unmapped.isEmpty()
            ? ""
            : " "
                + unmapped.size()
                + " accounts that the book has not used have none and keep their numbers: "
                + unmapped.stream()
                    .limit(MOST_NAMED)
                    .map(account -> account.number() + " " + account.name())
                    .collect(Collectors.joining(", "))
                + (unmapped.size() > MOST_NAMED ? ", …" : "")
                + ".";
    return "The mapping has " + lines.size() + " lines." + rest;
  }
}
