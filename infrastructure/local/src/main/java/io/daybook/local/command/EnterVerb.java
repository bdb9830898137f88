package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Corrections;
import io.daybook.books.acts.Who;
import io.daybook.events.CurrencyCode;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.Money;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SubjectId;
import io.daybook.local.hub.Hub;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enter}: an entry that a person makes. */
@Command(
    name = "enter",
    mixinStandardHelpOptions = true,
    description = {
      "Make an entry by hand, in the book's currency, such as",
      "  daybook enter --day 2026-10-31 --memo 'Bank fee' --debit 6080=12.00 --credit 2900=12.00 --by 'A. Keeper' --reason 'the bank bills it monthly'"
    })
final class EnterVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Names the entry, so that it is made once (default: from day and memo).")
  @Nullable String id;

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DATE",
      description = "The accounting day.")
  String day = "";

  @Option(
      names = "--memo",
      required = true,
      paramLabel = "TEXT",
      description = "What a reader of the journal sees; nothing that identifies a person.")
  String memo = "";

  @Option(
      names = "--debit",
      required = true,
      paramLabel = "ACCOUNT[/REFERENCE]=AMOUNT",
      description = "A debit; as many as needed.")
  List<String> debits = new ArrayList<>();

  @Option(
      names = "--credit",
      required = true,
      paramLabel = "ACCOUNT[/REFERENCE]=AMOUNT",
      description = "A credit; as many as needed.")
  List<String> credits = new ArrayList<>();

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who makes it.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    CurrencyCode currency =
        new RulesVersions(hub.deployment().stores().state(meant))
            .current()
            .orElseThrow(() -> new Complaint("Nothing is connected to book '" + meant + "' yet."))
            .currency();
    List<EnteredLeg> legs = new ArrayList<>();
    for (String debit : debits) {
      legs.add(leg("--debit", debit, currency, 1));
    }
    for (String credit : credits) {
      legs.add(leg("--credit", credit, currency, -1));
    }
    String name = id == null ? day + " " + memo : id;
    try {
      SubjectId entered =
          new Corrections(hub.deployment(), meant, message -> hub.tell(meant, message))
              .enter(name, ActWords.day("--day", day), memo, legs, new Who(by, reason));
      return new Report(
          "Entered as " + entered + ".",
          Map.of("book", meant.name(), "subject", entered.toString()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private static EnteredLeg leg(String option, String text, CurrencyCode currency, int sign)
      throws Complaint {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new Complaint(option + " is '" + text + "', expected ACCOUNT=AMOUNT.");
    }
    String account = text.substring(0, equals);
    int slash = account.indexOf('/');
    long minor = minor(option, text.substring(equals + 1), currency);
    try {
      return new EnteredLeg(
          slash < 0 ? account : account.substring(0, slash),
          currency,
          sign * minor,
          sign * minor,
          slash < 0 ? Optional.empty() : Optional.of(new Reference(account.substring(slash + 1))));
    } catch (IllegalArgumentException wrong) {
      throw new Complaint(option + " is '" + text + "': the " + wrong.getMessage() + ".");
    }
  }

  private static long minor(String option, String amount, CurrencyCode currency) throws Complaint {
    try {
      Money money = Money.ofMajor(new BigDecimal(amount), currency);
      if (money.minor() > 0) {
        return money.minor();
      }
    } catch (ArithmeticException | IllegalArgumentException wrong) {
      throw new Complaint(
          option
              + " has the amount '"
              + amount
              + "', expected one in "
              + currency
              + " such as 12.00.");
    }
    throw new Complaint(option + " has the amount '" + amount + "', expected one above zero.");
  }
}
