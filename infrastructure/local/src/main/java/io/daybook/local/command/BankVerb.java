package io.daybook.local.command;

import io.daybook.books.bank.BankAccounts;
import io.daybook.books.bank.PendingShelf;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.sources.bank.entry.PendingLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bank}: the bank accounts, and what the banks have announced and not booked. */
@Command(
    name = "bank",
    mixinStandardHelpOptions = true,
    description = "Show the bank accounts and what their banks have not booked yet.")
final class BankVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  /** An account as scripts get it. */
  private record Shown(String name, String account, List<PendingLine> pending) {}

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    PendingShelf shelf = new PendingShelf(hub.deployment().stores().state(meant));
    Map<String, Origin> accounts = new TreeMap<>();
    new BankAccounts(hub.deployment(), meant)
        .known()
        .forEach((origin, name) -> accounts.put(name, origin));
    List<Shown> shown = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    accounts.forEach((name, origin) -> {
      List<PendingLine> pending = shelf.of(origin);
      shown.add(new Shown(name, origin.account(), pending));
      words.append("1000:" + name + "  " + origin.account() + System.lineSeparator());
      pending.forEach(line -> words.append("  " + words(line) + System.lineSeparator()));
    });
    return new Report(
        shown.isEmpty() ? "There is no bank account yet." : words.toString().stripTrailing(),
        shown);
  }

  private static String words(PendingLine line) {
    return "not booked yet  "
        + line.expectedOn().map(LocalDate::toString).orElse("no day")
        + "  "
        + line.amount()
        + "  "
        + line.references().stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
