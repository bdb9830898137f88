package io.daybook.portal;

import io.daybook.events.CurrencyCode;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.Rules;
import io.daybook.ledger.TrialBalance;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.StatementsView;
import io.daybook.portal.page.StatementsView.Period;
import io.daybook.portal.page.StatementsView.Row;
import io.daybook.portal.page.StatementsView.Total;
import io.daybook.portal.page.Words;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.PrintedMoney;
import io.daybook.statements.StatementFormat;
import io.daybook.statements.TrialBalanceReport;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the statements page of a book shows. */
final class StatementPages {
  private final Book book;
  private final Rules rules;
  private final BookExport export;
  private final PeriodBook periods;
  private final Paths paths;

  StatementPages(Book book, Rules rules, BookExport export, PeriodBook periods) {
    this.book = book;
    this.rules = rules;
    this.export = export;
    this.periods = periods;
    this.paths = new Paths(book);
  }

  StatementsView view(LocalDate asOf, Optional<LocalDate> from) {
    TrialBalance balance = export.trialBalance(asOf, Optional.empty());
    TrialBalanceReport report = new TrialBalanceReport(balance, rules.currency(), rules.zone());
    return new StatementsView(
        book.name(),
        paths.statements(),
        asOf.toString(),
        from.map(LocalDate::toString),
        "At the end of " + Words.day(asOf) + " (" + rules.zone().getId() + "), as known now",
        balance.rows().stream().map(StatementPages::row).toList(),
        report.currencies().stream().map(currency -> total(report, currency)).toList(),
        periods.states().reversed().entrySet().stream().map(this::period).toList(),
        Arrays.stream(StatementFormat.values())
            .map(format ->
                Link.to(
                    paths.file("trial-balance." + format.extension(), asOf, Optional.empty()),
                    "Trial balance as " + format.extension().toUpperCase(Locale.ROOT)))
            .toList(),
        Arrays.stream(JournalFormat.values())
            .map(format ->
                Link.to(
                    paths.file("journal." + format.extension(), asOf, from),
                    "Journal for " + name(format)))
            .toList(),
        List.of(
            Link.to(paths.file("summary.json", asOf, Optional.empty()), "Summary as JSON"),
            Link.to(paths.exceptionsFile(), "Exceptions as CSV")));
  }

  private static String name(JournalFormat format) {
    return switch (format) {
      case HLEDGER -> "hledger";
      case LEDGER -> "Ledger";
      case BEANCOUNT -> "Beancount";
    };
  }

  private Period period(Map.Entry<YearMonth, PeriodState> month) {
    PeriodState state = month.getValue();
    Badge badge =
        switch (state.status()) {
          case OPEN -> new Badge("Opened again", Badge.Tone.WAITING);
          case FENCED -> new Badge("Closing", Badge.Tone.WAITING);
          case CLOSED -> new Badge("Closed", Badge.Tone.GOOD);
        };
    return new Period(
        Words.month(month.getKey()),
        badge,
        Words.minute(state.at(), rules.zone()),
        state.by(),
        Words.sentence(state.reason()));
  }

  private static Row row(TrialBalance.Row row) {
    String amount = PrintedMoney.number(Math.absExact(row.minor()), row.currency());
    return new Row(
        row.account().toString(),
        ChartOfAccounts.name(row.account()),
        row.minor() > 0 ? amount : "",
        row.minor() < 0 ? amount : "",
        row.currency().value());
  }

  private static Total total(TrialBalanceReport report, CurrencyCode currency) {
    return new Total(
        PrintedMoney.number(report.debits(currency), currency),
        PrintedMoney.number(report.credits(currency), currency),
        currency.value());
  }
}
