package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Estimate;
import io.daybook.books.acts.MonthEnds;
import io.daybook.books.acts.Who;
import io.daybook.events.EnteredLeg;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Money;
import io.daybook.local.hub.Hub;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code month-end}: what a month's end values and estimates. */
@Command(
    name = "month-end",
    mixinStandardHelpOptions = true,
    description = {
      "Value foreign balances at the closing rate and post what the policy estimates: expected returns, the allowance for",
      "disputes (these reverse themselves on the first day of the next month) and gift-card breakage.",
      "Shows the figures first. Run again after late facts it posts the difference. With --dry-run nothing is posted."
    })
final class MonthEndVerb extends Verb {
  @Parameters(paramLabel = "PERIOD", description = "The month, such as 2026-10.")
  String period = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--dry-run", description = "Only show what would be posted.")
  boolean dryRun;

  @Option(names = "--by", paramLabel = "WHO", description = "Who runs it.", defaultValue = "")
  String by = "";

  @Option(names = "--reason", paramLabel = "REASON", description = "Why.", defaultValue = "")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    YearMonth month = ActWords.month(period);
    hub.catchUp();
    MonthEnds ends = new MonthEnds(hub.deployment(), meant, message -> hub.tell(meant, message));
    try {
      MonthEnds.Computation computed =
          dryRun ? ends.compute(month) : ends.run(month, new Who(by, reason));
      return new Report(words(computed), computed);
    } catch (ActRefused refused) {
      throw new Complaint(words(ends.compute(month)) + System.lineSeparator() + refused.words());
    }
  }

  private String words(MonthEnds.Computation computed) {
    List<String> lines = new ArrayList<>();
    lines.add("Month end of " + computed.period());
    for (Estimate estimate : computed.estimates()) {
      lines.add("  " + standing(estimate.standing()) + "  " + estimate.id());
      lines.add("    " + estimate.basis());
      estimate.legs().forEach(leg -> lines.add(words(leg)));
    }
    computed.missing().forEach(missing -> lines.add("  missing  " + missing));
    int open = computed.open().size();
    if (computed.estimates().isEmpty() && computed.missing().isEmpty()) {
      lines.add("Nothing to value and nothing to estimate.");
    } else if (open == 0) {
      lines.add("All of it is posted as it is.");
    } else {
      lines.add(
          dryRun || !computed.missing().isEmpty()
              ? open + " would be posted; nothing was."
              : open + " posted on " + computed.period().atEndOfMonth() + ".");
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String standing(Estimate.Standing standing) {
    return switch (standing) {
      case NEW -> "new    ";
      case CHANGED -> "changed";
      case POSTED -> "posted ";
    };
  }

  private static String words(EnteredLeg leg) {
    AccountCode account = AccountCode.parse(leg.account());
    return String.format(
        "    %-24s %-36s %18s",
        account, ChartOfAccounts.name(account), new Money(leg.minor(), leg.currency()).words());
  }
}
