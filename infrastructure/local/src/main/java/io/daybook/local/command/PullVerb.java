package io.daybook.local.command;

import io.daybook.books.PullFunction.Swept;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.RulesVersions;
import io.daybook.local.hub.Hub;
import io.daybook.storage.connection.Connections;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pull}: asks the platforms what no webhook told. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = "Sweep what webhooks did not tell; with --from, sweep again from that day on.")
final class PullVerb extends Verb {
  @Parameters(
      paramLabel = "CONNECTION",
      arity = "0..1",
      description = "Only this connection (default: all of the book).")
  @Nullable String connection;

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--from", paramLabel = "DATE", description = "A backfill's first day.")
  @Nullable String from;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    Optional<ConnectionName> only = connection(hub, meant);
    Optional<Instant> begin = begin(hub, meant);
    List<Swept> swept;
    try (Progress progress = Progress.start("Pulling", audience())) {
      swept = hub.pull(meant, only, begin, progress::advanceTo);
    }
    if (swept.isEmpty()) {
      throw new Complaint("Book '" + meant + "' has no connection that can be pulled.");
    }
    boolean done = swept.stream().allMatch(Swept::endedWell);
    return new Report(words(swept), Map.of("swept", swept), done ? 0 : 1);
  }

  private Optional<ConnectionName> connection(Hub hub, Book meant) throws Complaint {
    if (connection == null) {
      return Optional.empty();
    }
    try {
      ConnectionName name = new ConnectionName(connection);
      if (new Connections(hub.deployment().stores().state(meant), hub.deployment().secrets())
          .find(name)
          .isEmpty()) {
        throw new Complaint("Book '" + meant + "' has no connection '" + connection + "'.");
      }
      return Optional.of(name);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  private Optional<Instant> begin(Hub hub, Book meant) throws Complaint {
    if (from == null) {
      return Optional.empty();
    }
    ZoneId zone =
        new RulesVersions(hub.deployment().stores().state(meant))
            .current()
            .map(rules -> rules.zone())
            .orElse(ZoneOffset.UTC);
    try {
      return Optional.of(LocalDate.parse(from).atStartOfDay(zone).toInstant());
    } catch (DateTimeException wrong) {
      throw new Complaint("--from is '" + from + "', expected a date such as 2026-10-01.");
    }
  }

  private static String words(List<Swept> swept) {
    StringBuilder words = new StringBuilder();
    for (Swept part : swept) {
      words.append(
          String.format(
              "%-20s %-22s %6d seen, %s%n",
              part.connection(),
              part.resource(),
              part.seen(),
              part.status().equals("done")
                  ? (part.kept().isEmpty() ? "nothing new" : "something new, posted")
                      + (part.missed() == 0
                          ? ""
                          : "; " + part.missed() + " of it no webhook had told")
                  : part.status()));
    }
    return words.toString().stripTrailing();
  }
}
