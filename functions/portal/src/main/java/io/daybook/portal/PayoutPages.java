package io.daybook.portal;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.PayoutView;
import io.daybook.portal.page.PayoutView.Figure;
import io.daybook.portal.page.PayoutView.Group;
import io.daybook.portal.page.PayoutView.Section;
import io.daybook.portal.page.Words;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.reconciliation.PayoutStatement.Line;
import io.daybook.reconciliation.PayoutStatement.Membership;
import io.daybook.statements.PayoutFigure;
import io.daybook.statements.PayoutLines;
import io.daybook.statements.PayoutWords;
import io.daybook.statements.PrintedMoney;
import io.daybook.statements.StatementFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the page of a payout shows: the same figures and words as its statement. */
final class PayoutPages {
  private static final int LINES = 500;

  private final Paths paths;

  PayoutPages(Book book) {
    this.paths = new Paths(book);
  }

  PayoutView view(PayoutStatement statement) {
    String id = statement.payout().value();
    return new PayoutView(
        Link.to(paths.overview(), "All payouts of " + statement.book()),
        id,
        PayoutWords.processor(statement),
        Words.money(statement.amountMinor(), statement.currency()),
        Words.day(statement.issuedOn()) + " (" + statement.zone().getId() + ")",
        Badge.of(statement.status()),
        PayoutWords.verdict(statement),
        Arrays.stream(PayoutFigure.Section.values())
            .map(section -> section(statement, section))
            .filter(section -> !section.figures().isEmpty())
            .toList(),
        Stream.of(Membership.values())
            .map(membership -> group(statement, membership))
            .filter(group -> !group.rows().isEmpty())
            .toList(),
        Arrays.stream(StatementFormat.values())
            .map(format ->
                Link.to(
                    paths.payoutFile(id, format.extension()),
                    "Statement as " + format.extension().toUpperCase(Locale.ROOT)))
            .toList());
  }

  private static Section section(PayoutStatement statement, PayoutFigure.Section section) {
    String title =
        switch (section) {
          case PROOF -> "What it consists of";
          case CLEARING -> "The balance at " + PayoutWords.processor(statement);
          case BANK -> "At the bank";
          case REPORT -> "As " + PayoutWords.processor(statement) + " reports it";
        };
    return new Section(
        title,
        PayoutFigure.of(statement, section).stream()
            .map(figure -> figure(figure, statement.currency()))
            .toList());
  }

  private static Figure figure(PayoutFigure figure, CurrencyCode currency) {
    String detail =
        Stream.concat(figure.day().map(Words::day).stream(), figure.reference().stream())
            .reduce((day, reference) -> day + ", " + reference)
            .orElse("");
    return new Figure(
        figure.label(),
        detail,
        Words.money(figure.minor(), currency),
        switch (figure.weight()) {
          case PART -> "part";
          case TOTAL -> "total";
          case DIFFERENCE -> "difference";
        });
  }

  private static Group group(PayoutStatement statement, Membership membership) {
    List<Line> lines = PayoutLines.of(statement, membership);
    PayoutLines.Sums sums = PayoutLines.sums(lines);
    CurrencyCode currency = statement.currency();
    return new Group(
        switch (membership) {
              case THIS_PAYOUT -> "In this payout";
              case NOT_IN_THIS_PAYOUT -> "On the same days, not in this payout";
            }
            + ", in "
            + currency,
        lines.stream().limit(LINES).map(line -> row(statement, line)).toList(),
        PrintedMoney.number(sums.amountMinor(), currency),
        PrintedMoney.number(sums.feeMinor(), currency),
        PrintedMoney.number(sums.netMinor(), currency),
        Math.max(0, lines.size() - LINES));
  }

  private static PayoutView.Row row(PayoutStatement statement, Line line) {
    CurrencyCode currency = statement.currency();
    return new PayoutView.Row(
        line.at().map(at -> Words.minute(at, statement.zone())).orElse("not told"),
        PayoutLines.words(line.movement()),
        line.id().value(),
        line.reference().map(Reference::value).orElse(""),
        PrintedMoney.number(line.amountMinor(), currency),
        PrintedMoney.number(line.feeMinor(), currency),
        PrintedMoney.number(line.netMinor(), currency));
  }
}
