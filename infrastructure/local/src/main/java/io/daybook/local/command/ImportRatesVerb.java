package io.daybook.local.command;

import io.daybook.books.Bookkeeper;
import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Telling;
import io.daybook.books.acts.Who;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.sources.daybook.RateFile;
import io.daybook.sources.daybook.RateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import rates}: exchange rates by day. */
@Command(
    name = "rates",
    mixinStandardHelpOptions = true,
    description = {
      "Take exchange rates from a CSV with the columns date, currency, to, rate and, if it has it, source;",
      "or from one as the European Central Bank publishes its reference rates: Date, USD, JPY and so on.",
      "What waited for a rate is posted."
    })
final class ImportRatesVerb extends Verb {
  @Parameters(paramLabel = "FILE", description = "The CSV.")
  Path file = Path.of("rates.csv");

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "Earlier rates are left out.")
  String from = "";

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Only rates of this currency; as many as needed.")
  List<String> currencies = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Who fixed them (default: ${DEFAULT-VALUE}).",
      defaultValue = "ECB")
  String source = "";

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who takes them.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    LocalDate first = ActWords.day("--from", from);
    RateFile read =
        RateFiles.read(
            file.toString(),
            InputFile.read(file),
            Bookkeeper.own(meant),
            first,
            currencies(),
            source);
    List<Fact> rates =
        switch (read) {
          case RateFile.Rates all -> List.copyOf(all.rates());
          case RateFile.Refused refused ->
              throw new Complaint(refused.problem() + ". Nothing was taken.");
        };
    try {
      Telling.Result result =
          new Telling(hub.deployment(), meant, message -> hub.tell(meant, message))
              .tell(rates, new Who(by, reason));
      return new Report(TellVerb.words(result), result);
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private Set<CurrencyCode> currencies() throws Complaint {
    Set<CurrencyCode> codes = new HashSet<>();
    for (String code : currencies) {
      try {
        codes.add(new CurrencyCode(code));
      } catch (IllegalArgumentException wrong) {
        throw new Complaint("--" + wrong.getMessage() + ".");
      }
    }
    return codes;
  }
}
