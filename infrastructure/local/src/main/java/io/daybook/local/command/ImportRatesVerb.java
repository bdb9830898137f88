package io.daybook.local.command;

import io.daybook.books.Bookkeeper;
import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.RateDesk;
import io.daybook.books.acts.Telling;
import io.daybook.books.acts.Who;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.sources.daybook.RateFile;
import io.daybook.sources.daybook.RateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      "What waited for a rate is posted. A rate that the book has already is passed over; one that differs from the book's is",
      "refused, unless --correct says that it takes its place."
    })
final class ImportRatesVerb extends Verb {
  private static final int MOST_NAMED = 5;

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

  @Option(names = "--correct", description = "Rates that differ from the book's take their place.")
  boolean correct;

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
    RateDesk.Compared rates =
        switch (read) {
          case RateFile.Rates all ->
              new RateDesk(hub.deployment().stores().ledger(meant)).compare(all.rates());
          case RateFile.Refused refused ->
              throw new Complaint(refused.problem() + ". Nothing was taken.");
        };
    if (!correct && !rates.corrections().isEmpty()) {
      throw new Complaint(differing(rates.corrections()));
    }
    if (rates.news().isEmpty()) {
      return new Report(
          "The book has "
              + (rates.known().size() == 1 ? "this rate" : "these rates")
              + " already; nothing was taken.",
          Map.of("taken", 0, "corrected", 0, "known", rates.known().size()));
    }
    try {
      Telling.Result result =
          new Telling(hub.deployment(), meant, message -> hub.tell(meant, message))
              .tell(rates.news(), new Who(by, reason));
      return new Report(
          taken(rates) + TellVerb.posted(result),
          Map.of(
              "taken",
              rates.fresh().size(),
              "corrected",
              rates.corrections().size(),
              "known",
              rates.known().size(),
              "result",
              result));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  /** What differs, the first of it by day, and what to do. */
  private static String differing(List<RateDesk.Correction> corrections) {
    String named =
        corrections.stream()
            .limit(MOST_NAMED)
            .map(one ->
                one.before().on()
                    + ": one "
                    + one.before().currency()
                    + " is "
                    + one.before().rate().toPlainString()
                    + " "
                    + one.before().to()
                    + " in the book ("
                    + one.before().source()
                    + ") and "
                    + one.after().rate().toPlainString()
                    + " in the file"
                    + System.lineSeparator())
            .collect(Collectors.joining());
    return named
        + (corrections.size() > MOST_NAMED
            ? "and " + (corrections.size() - MOST_NAMED) + " more" + System.lineSeparator()
            : "")
        + "Nothing was taken; with --correct the file's take the place of the book's.";
  }

  private static String taken(RateDesk.Compared rates) {
    List<String> parts = new ArrayList<>();
    if (!rates.fresh().isEmpty()) {
      LocalDate first = days(rates.fresh()).min(Comparator.naturalOrder()).orElseThrow();
      LocalDate last = days(rates.fresh()).max(Comparator.naturalOrder()).orElseThrow();
      parts.add(
          "Took "
              + ActWords.count(rates.fresh().size(), "rate")
              + (first.equals(last) ? " of " + first : " from " + first + " to " + last)
              + ".");
    }
    if (!rates.corrections().isEmpty()) {
      parts.add("Corrected " + ActWords.count(rates.corrections().size(), "rate") + ".");
    }
    if (!rates.known().isEmpty()) {
      parts.add("The book had " + rates.known().size() + " already.");
    }
    return String.join(" ", parts);
  }

  private static Stream<LocalDate> days(List<ExchangeRate> rates) {
    return rates.stream().map(ExchangeRate::on);
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
