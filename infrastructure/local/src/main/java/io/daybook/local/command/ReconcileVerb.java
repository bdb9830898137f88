package io.daybook.local.command;

import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.local.hub.Hub;
import io.daybook.reconciliation.Exceptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reconcile}: proves payouts, matches the bank, finds what nobody claimed. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = "Prove payouts, match them with the bank, and find what nobody claimed.")
final class ReconcileVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    hub.catchUp();
    int told =
        hub.reconcile(meant)
            .orElseThrow(() ->
                new Complaint(
                    "Another run is reconciling book '" + meant + "'. Try again in a minute."));
    List<Discrepancy> open = new Exceptions(hub.deployment().stores().state(meant)).list();
    return new Report(
        "Reconciled book "
            + meant
            + ": "
            + told
            + (told == 1 ? " finding, " : " findings, ")
            + (open.isEmpty() ? "no exceptions." : open.size() + " on the exceptions list."),
        Map.of("book", meant.name(), "findings", told, "exceptions", open.size()));
  }
}
