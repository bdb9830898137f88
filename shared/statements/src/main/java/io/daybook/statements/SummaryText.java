package io.daybook.statements;

import io.daybook.ledger.AccountCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A summary as a shopkeeper reads it in a terminal: plain words, columns, at most 100 characters a line. */
public final class SummaryText {
  /** The widest line. */
  public static final int WIDTH = 100;

  private static final int CLEARING = 1010;
  private static final int TRANSIT = 1005;
  private static final int ID_WIDTH = 32;

  private final Appendable out;
  private final Style style;

  /** Whether a terminal shows colour. */
  public enum Style {
    /** Text only, for files and pipes. */
    PLAIN,
    /** With ANSI codes for bold, green and red. */
    ANSI
  }

  private enum Mark {
    HEADING("\u001b[1m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m");

    private final String code;

    Mark(String code) {
      this.code = code;
    }
  }

  private SummaryText(Appendable out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Writes the summary. */
  public static void write(Summary summary, Style style, Appendable out) throws IOException {
    SummaryText text = new SummaryText(out, style);
    text.counts(summary);
    out.append('\n');
    text.payouts(summary.payouts());
    out.append('\n');
    text.accounts(summary.trialBalance());
    out.append('\n');
    text.exceptions(summary.exceptions());
  }

  private void counts(Summary summary) throws IOException {
    Summary.Messages messages = summary.messages();
    heading("Messages");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(count(messages.received()), "received"));
    rows.add(List.of(count(messages.duplicates()), "duplicates, counted once"));
    rows.add(List.of(count(messages.rejected()), "rejected: not signed as they should be"));
    rows.add(List.of(count(messages.parked()), "parked: kept, not posted, for a look"));
    rows.add(List.of(count(summary.entries()), "journal entries came of them"));
    for (String line :
        TextColumns.align(rows, List.of(TextColumns.Side.RIGHT, TextColumns.Side.LEFT))) {
      line(line);
    }
  }

  private void payouts(List<Summary.Payout> payouts) throws IOException {
    heading("Payouts");
    if (payouts.isEmpty()) {
      line("none");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Summary.Payout payout : payouts) {
      rows.add(
          List.of(
              payout.source(),
              TextColumns.shortened(payout.id(), ID_WIDTH),
              PrintedMoney.number(payout.minor(), payout.currency()),
              payout.currency().value(),
              payout.status(),
              difference(payout)));
    }
    TextColumns.Side left = TextColumns.Side.LEFT;
    List<String> lines =
        TextColumns.align(rows, List.of(left, left, TextColumns.Side.RIGHT, left, left, left));
    for (int i = 0; i < lines.size(); i++) {
      line(
          marked(
              TextColumns.shortened(lines.get(i), WIDTH - 2),
              payouts.get(i).differenceMinor() == 0 ? Mark.GOOD : Mark.BAD));
    }
  }

  private static String difference(Summary.Payout payout) {
    return payout.differenceMinor() == 0
        ? ""
        : PrintedMoney.number(payout.differenceMinor(), payout.currency()) + " not explained";
  }

  private void accounts(List<Summary.Account> accounts) throws IOException {
    heading("Clearing accounts (not at the bank yet)");
    List<List<String>> rows = new ArrayList<>();
    for (Summary.Account account : accounts) {
      int number = AccountCode.parse(account.account()).number();
      if (number == CLEARING || number == TRANSIT) {
        rows.add(
            List.of(
                number + " " + account.name(),
                PrintedMoney.number(account.minor(), account.currency()),
                account.currency().value()));
      }
    }
    if (rows.isEmpty()) {
      line("all at zero");
    }
    TextColumns.Side left = TextColumns.Side.LEFT;
    for (String line : TextColumns.align(rows, List.of(left, TextColumns.Side.RIGHT, left))) {
      line(TextColumns.shortened(line, WIDTH - 2));
    }
  }

  private void exceptions(List<Summary.Unexplained> exceptions) throws IOException {
    heading(exceptions.isEmpty() ? "Exceptions" : "Exceptions (" + exceptions.size() + ")");
    if (exceptions.isEmpty()) {
      line(marked("none: everything is explained", Mark.GOOD));
    }
    for (Summary.Unexplained exception : exceptions) {
      String amount =
          exception
              .currency()
              .map(currency -> "  " + PrintedMoney.withCurrency(exception.minor(), currency))
              .orElse("");
      int rest = WIDTH - 4 - exception.kind().length() - amount.length();
      line(
          marked(
              exception.kind()
                  + amount
                  + "  "
                  + TextColumns.shortened(PlainText.line(exception.subject()), rest),
              Mark.BAD));
      for (String part : TextColumns.wrapped(PlainText.line(exception.reason()), WIDTH - 6)) {
        line("    " + part);
      }
    }
  }

  private void heading(String text) throws IOException {
    out.append(marked(text, Mark.HEADING)).append('\n');
  }

  private void line(String text) throws IOException {
    out.append("  ").append(text).append('\n');
  }

  private static String count(long number) {
    return PrintedMoney.grouped(Long.toString(number));
  }

  private String marked(String text, Mark mark) {
    return switch (style) {
      case PLAIN -> text;
      case ANSI -> mark.code + text + "\u001b[0m";
    };
  }
}
