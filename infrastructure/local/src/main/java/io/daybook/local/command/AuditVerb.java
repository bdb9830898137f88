package io.daybook.local.command;

import io.daybook.books.acts.AuditTrail;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}: what people did to a book. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "List what people did to a book: when, who, what and why.")
final class AuditVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    List<AuditTrail.Line> lines = new AuditTrail(hub.deployment(), meant).lines();
    String words =
        lines.stream()
            .map(line ->
                String.format(
                    "%-20s  %-16s  %-14s  %s%s",
                    line.at().truncatedTo(ChronoUnit.SECONDS),
                    line.by(),
                    line.act(),
                    line.about(),
                    line.reason().isEmpty() ? "" : ": " + line.reason()))
            .collect(Collectors.joining(System.lineSeparator()));
    return new Report(words.isEmpty() ? "Nobody did anything by hand." : words, lines);
  }
}
