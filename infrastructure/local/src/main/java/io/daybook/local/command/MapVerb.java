package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.ChartDesk;
import io.daybook.books.acts.Reposting;
import io.daybook.books.acts.Who;
import io.daybook.events.ChartChange;
import io.daybook.ledger.Book;
import io.daybook.ledger.Chart;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.local.hub.Hub;
import io.daybook.sources.FileProblem;
import io.daybook.sources.daybook.MappingFile;
import io.daybook.sources.daybook.MappingFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      "With --by and --reason too, set it: for what is first posted from then on, or with --from for what begins on that day or",
      "later. 'repost' takes along what is posted.",
      "With --dry-run, show what the mapping would post otherwise, were its range posted again; nothing is changed."
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

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "From which day on it counts; without --file, the mapping of which day is printed (default: today).")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day that a dry run looks at (default: today).")
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
      Optional<LocalDate> day =
          from == null ? Optional.empty() : Optional.of(ActWords.day("--from", from));
      if (file == null) {
        List<ChartChange.Line> lines = desk.lines(day.orElse(desk.today()));
        return new Report(MappingFiles.write(lines).stripTrailing(), Map.of("lines", lines));
      }
      List<ChartChange.Line> lines = read(desk, file);
      if (day.isPresent()) {
        desk.requireOpen(day.get());
      }
      if (dryRun) {
        return tried(desk, lines, day);
      }
      if (by == null) {
        return new Report(
            checked(lines) + " Nothing was changed; --by and --reason set it.",
            Map.of("lines", lines.size()));
      }
      if (to != null) {
        throw new Complaint(
            "A mapping has no last day: it counts until the next. --to is for --dry-run. Nothing was changed.");
      }
      int version = desk.map(lines, day, new Who(by, reason));
      return new Report(
          checked(lines)
              + System.lineSeparator()
              + "These are rules "
              + version
              + ". They count for what "
              + counts(day, desk.chart())
              + "; 'repost' takes an open range along.",
          Map.of(
              "book",
              meant.name(),
              "rules",
              version,
              "lines",
              lines.size(),
              "from",
              day.map(LocalDate::toString).orElse("")));
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
                  + ActWords.count(refused.problems().size(), "problem")
                  + ". Nothing was changed.");
    };
  }

  /** For what it counts, and from when on another does. */
  private static String counts(Optional<LocalDate> from, Chart after) {
    Optional<LocalDate> until =
        from
            .map(day -> after.dated().tailMap(day.plusDays(1)))
            .orElse(after.dated())
            .keySet()
            .stream()
            .findFirst();
    return from.map(day -> "begins on " + day + " or later and is not posted yet")
            .orElse("is first posted from now on")
        + until.map(next -> ", but not for what begins from " + next + " on").orElse("");
  }

  private Report tried(ChartDesk desk, List<ChartChange.Line> lines, Optional<LocalDate> day)
      throws Complaint, ActRefused {
    LocalDate last = to == null ? desk.today() : ActWords.day("--to", to);
    Optional<LocalDate> begin = day.or(desk::firstOpen);
    if (begin.isEmpty() || begin.get().isAfter(last)) {
      return new Report(
          checked(lines)
              + System.lineSeparator()
              + day.map(from ->
                      "It would count for what begins on "
                          + from
                          + " or later; nothing is posted there yet.")
                  .orElse("No open month has an entry that could be posted again.")
              + " Nothing was changed.",
          Map.of("lines", lines.size(), "entries", Map.of()));
    }
    LocalDate first = begin.get();
    Reposting.Preview preview = desk.wouldPost(lines, day, first, last);
    String posted =
        preview.entries().isEmpty()
            ? "What has entries from " + first + " to " + last + " would be posted the same."
            : ActWords.of(preview)
                + "This would be posted for "
                + ActWords.count(preview.entries().size(), "subject")
                + ", if "
                + first
                + " to "
                + last
                + " were posted again.";
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
                + ActWords.count(unmapped.size(), "account")
                + " without a line, not used by the book, "
                + (unmapped.size() == 1 ? "keeps its number: " : "keep their numbers: ")
                + unmapped.stream()
                    .limit(MOST_NAMED)
                    .map(account -> account.number() + " " + account.name())
                    .collect(Collectors.joining(", "))
                + (unmapped.size() > MOST_NAMED ? ", …" : "")
                + ".";
    return "The mapping has " + ActWords.count(lines.size(), "line") + "." + rest;
  }
}
