package io.daybook.local.command;

import io.daybook.export.BookExport;
import io.daybook.ledger.Money;
import io.daybook.local.hub.Hub;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.statements.StatementFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code statement payout}: the reconciled statement of a payout, or the list of payouts. */
@Command(
    name = "payout",
    mixinStandardHelpOptions = true,
    description = "Write the reconciled statement of a payout; without PAYOUT, list them.")
final class StatementPayoutVerb extends Verb {
  @Parameters(
      paramLabel = "PAYOUT",
      arity = "0..1",
      description = "The processor's id of the payout.")
  @Nullable String payout;

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv, xlsx or pdf (default: ${DEFAULT-VALUE}).",
      defaultValue = "pdf")
  String format = "pdf";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file (default: payout-<id>.<format>).")
  @Nullable Path out;

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    BookExport export = new BookExport(hub.deployment(), book(hub, book));
    if (payout == null) {
      return list(export.payouts());
    }
    StatementFormat wanted = format();
    Optional<PayoutStatement> statement = export.payout(payout);
    if (statement.isEmpty()) {
      throw new Complaint(
          "There is no payout '"
              + payout
              + "'. './daybook statement payout' lists those there are.");
    }
    Path file =
        Optional.ofNullable(out).orElse(Path.of("payout-" + payout + "." + wanted.extension()));
    OutputFile.write(file, export.payout(statement.get(), wanted));
    return new Report(
        "Payout " + payout + " (" + statement.get().status().words() + ") is in " + file + ".",
        Map.of("file", file.toString(), "status", statement.get().status().words()));
  }

  private StatementFormat format() throws Complaint {
    try {
      return StatementFormat.parse(format);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  private static Report list(List<PayoutStatement> payouts) {
    StringBuilder words = new StringBuilder();
    for (PayoutStatement one : payouts) {
      words.append(
          String.format(
              "%-30s %s %16s  %s%s%n",
              one.payout(),
              one.issuedOn(),
              new Money(one.amountMinor(), one.currency()).words(),
              one.status().words(),
              one.differenceMinor() == 0
                  ? ""
                  : " of " + new Money(one.differenceMinor(), one.currency()).words()));
    }
    return new Report(
        payouts.isEmpty() ? "No payouts." : words.toString().stripTrailing(),
        Map.of(
            "payouts",
            payouts.stream()
                .map(one ->
                    Map.of(
                        "id", one.payout().value(),
                        "issuedOn", one.issuedOn().toString(),
                        "minor", one.amountMinor(),
                        "currency", one.currency().value(),
                        "status", one.status().words(),
                        "differenceMinor", one.differenceMinor()))
                .toList()));
  }
}
