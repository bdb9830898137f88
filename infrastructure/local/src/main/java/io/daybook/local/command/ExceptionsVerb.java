package io.daybook.local.command;

import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.ledger.StateStore;
import io.daybook.local.hub.Hub;
import io.daybook.reconciliation.Exceptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code exceptions}: what the books cannot explain by themselves. */
@Command(
    name = "exceptions",
    mixinStandardHelpOptions = true,
    description =
        "List what the books cannot explain by themselves, and messages that wait or failed.")
final class ExceptionsVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    StateStore state = hub.deployment().stores().state(meant);
    List<Discrepancy> exceptions = new Exceptions(state).list();
    List<Setback> messages = new Setbacks(state).all();
    return new Report(
        words(exceptions, messages), Map.of("exceptions", exceptions, "messages", messages));
  }

  private static String words(List<Discrepancy> exceptions, List<Setback> messages) {
    if (exceptions.isEmpty() && messages.isEmpty()) {
      return "No exceptions.";
    }
    StringBuilder words = new StringBuilder();
    for (Discrepancy exception : exceptions) {
      String amount =
          exception
              .currency()
              .map(currency -> new Money(exception.minor(), currency).words())
              .orElse("");
      words.append(
          String.format(
              "%-26s %14s  %s%n%44s%s%n",
              exception.kind().code(), amount, exception.subject(), "", exception.reason()));
    }
    for (Setback message : messages) {
      words.append(
          String.format(
              "%-26s %14s  %s%n%44s%s%n",
              message.kind() == Setback.Kind.PARKED ? "message-parked" : "message-failed",
              "",
              message.message(),
              "",
              message.topic() + ": " + message.reason()));
    }
    return words.toString().stripTrailing();
  }
}
