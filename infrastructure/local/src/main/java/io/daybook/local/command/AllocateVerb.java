package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Allocating;
import io.daybook.books.acts.Who;
import io.daybook.events.BankLine;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import io.daybook.ledger.SubjectId;
import io.daybook.local.hub.Hub;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allocate}: what a bank line was for. */
@Command(
    name = "allocate",
    mixinStandardHelpOptions = true,
    description = {
      "Say what a bank line was for, such as",
      "  daybook allocate LINE --to 6080=12.00 --by 'A. Keeper' --reason 'the bank bills it monthly'",
      "or confirm with --payout that it is a payout's arrival. './daybook exceptions' shows the lines."
    })
final class AllocateVerb extends Verb {
  @Parameters(paramLabel = "LINE", description = "The line as 'exceptions' shows it, or its id.")
  String line = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--to",
      paramLabel = "ACCOUNT[/REFERENCE]=AMOUNT",
      description = "A part of the line; as many as needed. Negative for what was kept from it.")
  List<String> parts = new ArrayList<>();

  @Option(
      names = "--payout",
      paramLabel = "ID",
      description = "The payout whose arrival it is, as the processor calls it.")
  @Nullable String payout;

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who says so.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    if (parts.isEmpty() == (payout == null)) {
      throw new Complaint("Say what the line was for: with --to, or with --payout, not both.");
    }
    Book meant = book(hub, book);
    Allocating allocating =
        new Allocating(hub.deployment(), meant, message -> hub.tell(meant, message));
    Who who = new Who(by, reason);
    try {
      BankLine found = allocating.line(line);
      SubjectId subject =
          payout == null
              ? allocating.allocate(found, parts(found.currency()), who)
              : allocating.confirm(found, payout, who);
      // What reconciliation said of the line is on the list until it looks again.
      OptionalInt _ = hub.reconcile(meant);
      return new Report(
          "Told: " + subject + " is explained.",
          Map.of("book", meant.name(), "subject", subject.toString()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private List<Allocating.Part> parts(CurrencyCode currency) throws Complaint {
    List<Allocating.Part> read = new ArrayList<>();
    for (String part : parts) {
      int equals = part.lastIndexOf('=');
      if (equals < 1) {
        throw new Complaint("--to is '" + part + "', expected ACCOUNT=AMOUNT.");
      }
      String account = part.substring(0, equals);
      int slash = account.indexOf('/');
      try {
        read.add(
            new Allocating.Part(
                slash < 0 ? account : account.substring(0, slash),
                slash < 0
                    ? Optional.empty()
                    : Optional.of(new Reference(account.substring(slash + 1))),
                Money.ofMajor(new BigDecimal(part.substring(equals + 1)), currency)));
      } catch (ArithmeticException | IllegalArgumentException wrong) {
        throw new Complaint(
            "--to is '" + part + "', expected an amount in " + currency + " such as 6080=12.00.");
      }
    }
    return read;
  }
}
