package io.daybook.local.command;

import io.daybook.events.CurrencyCode;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.Dimension;
import io.daybook.ledger.Money;
import io.daybook.ledger.ShownBalance;
import io.daybook.local.hub.Hub;
import io.daybook.statements.StatementFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code statement trial-balance}: every account as of a day. */
@Command(
    name = "trial-balance",
    mixinStandardHelpOptions = true,
    description =
        "Every account as of a day, as known at an instant; on the screen, or with --out as a file.")
final class StatementTrialBalanceVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "The last day that counts.")
  String asOf = "";

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "Only what was known then, such as 2026-11-12T09:00:00Z (default: all).")
  @Nullable String knownAt;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv, xlsx or pdf (default: ${DEFAULT-VALUE}).",
      defaultValue = "csv")
  String format = "csv";

  @Option(names = "--out", paramLabel = "FILE", description = "The file (default: the screen).")
  @Nullable Path out;

  @Option(
      names = "--by",
      paramLabel = "D",
      description = "Split every account by store, channel or location.")
  @Nullable String by;

  /** A row for scripts; {@code of} is the value of the dimension, empty without one. */
  private record PrintedRow(
      String account, String name, String of, CurrencyCode currency, long minor, long valueMinor) {}

  /** The balance for scripts. */
  private record Printed(
      Book book,
      LocalDate asOf,
      Optional<Instant> knownAt,
      List<PrintedRow> rows,
      String certainty) {
    static Printed of(ShownBalance balance) {
      return new Printed(
          balance.book(),
          balance.asOf(),
          balance.knownAt(),
          balance.rows().stream()
              .map(row ->
                  new PrintedRow(
                      row.account().code(),
                      row.account().name(),
                      row.of(),
                      row.currency(),
                      row.minor(),
                      row.valueMinor()))
              .toList(),
          balance.certainty().toString());
    }
  }

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    BookExport export = new BookExport(hub.deployment(), book(hub, book));
    LocalDate day = day();
    Optional<Instant> known = ActWords.known(knownAt);
    Optional<Dimension> dimension = dimension();
    if (out == null) {
      ShownBalance balance = export.shownBalance(day, known, dimension);
      return new Report(words(balance), Printed.of(balance));
    }
    try {
      OutputFile.write(
          out, export.trialBalance(day, known, dimension, StatementFormat.parse(format)));
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
    return new Report(
        "The trial balance as of " + day + " is in " + out + ".", Map.of("file", out.toString()));
  }

  private LocalDate day() throws Complaint {
    try {
      return LocalDate.parse(asOf);
    } catch (DateTimeException wrong) {
      throw new Complaint("--as-of is '" + asOf + "', expected a date such as 2026-10-31.");
    }
  }

  private Optional<Dimension> dimension() throws Complaint {
    try {
      return Optional.ofNullable(by).map(Dimension::parse);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  private static String words(ShownBalance balance) {
    StringBuilder words = new StringBuilder();
    for (ShownBalance.Row row : balance.rows()) {
      words.append(
          String.format(
              "%-16s %-40s %s%18s%n",
              row.account().code(),
              row.account().name(),
              balance.by().isPresent()
                  ? String.format("%-36s ", row.of().isEmpty() ? "-" : row.of())
                  : "",
              new Money(row.minor(), row.currency()).words()));
    }
    String table = words.isEmpty() ? "Every account is at zero." : words.toString().stripTrailing();
    return switch (balance.certainty()) {
      case FINAL -> table;
      case PROVISIONAL ->
          table
              + System.lineSeparator()
              + "Provisional: what is being posted now may still be missing.";
    };
  }
}
