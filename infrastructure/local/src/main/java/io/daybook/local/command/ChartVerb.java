package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.ChartDesk;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.ledger.Chart;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Mapping;
import io.daybook.ledger.MappingLine;
import io.daybook.local.hub.Hub;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chart}: the accounts that rules post to, and where a book shows them. */
@Command(
    name = "chart",
    mixinStandardHelpOptions = true,
    description = {
      "Show the default chart of accounts and, where 'map' set them, the accountant's own accounts.",
      "With --preset, show it under the names of US GAAP or of IFRS and EU VAT;",
      "with --by and --reason too, have the book bear these names."
    })
final class ChartVerb extends Verb {
  /**
   * A line of the chart.
   *
   * @param own where it is shown; several if it is split
   */
  private record Line(int account, String name, String type, List<String> own) {}

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--preset", paramLabel = "us-gaap|ifrs-eu", description = "Whose names.")
  @Nullable String preset;

  @Option(names = "--by", paramLabel = "WHO", description = "Who has the book bear these names.")
  @Nullable String by;

  @Option(names = "--reason", paramLabel = "REASON", description = "Why.", defaultValue = "")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    ChartDesk desk = new ChartDesk(hub.deployment(), meant, message -> hub.tell(meant, message));
    try {
      Chart chart = desk.chart();
      ChartPreset names = preset == null ? chart.preset() : preset(preset);
      if (by == null) {
        Mapping mapping = chart.mappingOn(desk.today());
        List<Line> lines =
            ChartOfAccounts.accounts().stream().map(one -> line(one, names, mapping)).toList();
        return new Report(
            words(lines) + dated(chart.dated().keySet()),
            Map.of(
                "preset", names.code(), "accounts", lines, "mappingsFrom", chart.dated().keySet()));
      }
      if (preset == null) {
        throw new Complaint("Which names? Say --preset us-gaap or --preset ifrs-eu.");
      }
      int version = desk.name(names, new Who(by, reason));
      return new Report(
          "The default accounts of book '"
              + meant
              + "' bear the names of "
              + names.code()
              + " from now on. These are rules "
              + version
              + ".",
          Map.of("book", meant.name(), "rules", version, "preset", names.code()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private static ChartPreset preset(String code) throws Complaint {
    try {
      return ChartPreset.parse(code);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  /** That the mapping is another from other days on: shown is that of today. */
  private static String dated(Set<LocalDate> days) {
    return days.stream()
        .map(day ->
            System.lineSeparator()
                + "A mapping was set from "
                + day
                + " on; 'map --from "
                + day
                + "' prints it.")
        .collect(Collectors.joining());
  }

  private static Line line(ChartOfAccounts.Account account, ChartPreset names, Mapping mapping) {
    List<String> own =
        mapping.lines().stream()
            .filter(line -> line.account().number() == account.number())
            .map(ChartVerb::own)
            .distinct()
            .toList();
    return new Line(account.number(), names.name(account), account.type().word(), own);
  }

  private static String own(MappingLine line) {
    return line.own() + " " + line.name();
  }

  private static String words(List<Line> lines) {
    return lines.stream().map(ChartVerb::words).collect(Collectors.joining(System.lineSeparator()));
  }

  private static String words(Line line) {
    String own =
        switch (line.own().size()) {
          case 0 -> "";
          case 1 -> line.own().getFirst();
          default -> line.own().getFirst() + " and " + (line.own().size() - 1) + " more";
        };
    return String.format("%d  %-44s %-15s %s", line.account(), line.name(), line.type(), own)
        .stripTrailing();
  }
}
