package io.daybook.statements;

import io.daybook.reconciliation.PayoutStatement;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** A payout statement on paper: one page that sums up, then the transactions. */
final class PayoutPdf {
  private static final float TEXT = 9;
  private static final float PADDING = 4.5f;
  private static final int LEFT = Element.ALIGN_LEFT;
  private static final int RIGHT = Element.ALIGN_RIGHT;

  private final PayoutStatement statement;
  private final String clearing;
  private final PdfPaper paper;

  private PayoutPdf(PayoutReport report, PdfPaper paper) {
    this.statement = report.statement();
    this.clearing = report.clearingWords();
    this.paper = paper;
  }

  static void write(PayoutReport report, OutputStream out) throws IOException {
    PayoutStatement statement = report.statement();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    report.write(StatementFormat.CSV, said);
    String title = "Payout statement " + statement.payout();
    String footer = "Daybook \u00b7 " + statement.book() + " \u00b7 payout " + statement.payout();
    PdfPaper.write(
        out,
        title,
        footer,
        said.toByteArray(),
        paper -> {
          new PayoutPdf(report, paper).summary();
          if (!statement.lines().isEmpty()) {
            paper.nextPage();
            new PayoutLinesPdf(statement, paper).write();
          }
        });
  }

  private void summary() {
    paper.add(heading());
    paper.add(facts());
    paper.add(verdict());
    paper.add(sums());
    paper.add(arrival());
  }

  private PdfPTable heading() {
    PdfPTable table = PdfCells.table(3, 1);
    table.addCell(
        PdfCells.plain("Payout statement", paper.fonts().bold(20, PdfFonts.ACCENT), LEFT));
    PdfPCell badge =
        PdfCells.plain(
            statement.status().words().toUpperCase(java.util.Locale.ROOT),
            paper.fonts().bold(TEXT, ink()),
            Element.ALIGN_CENTER);
    badge.setBackgroundColor(fill());
    badge.setPadding(6);
    table.addCell(badge);
    table.addCell(PdfCells.gap(2, 14));
    return table;
  }

  private Color ink() {
    return switch (statement.status()) {
      case RECONCILED -> new Color(0x166534);
      case IN_TRANSIT, UNATTRIBUTED, PENDING -> new Color(0x92400E);
      case DIFFERENCE, FAILED -> PdfCells.ALERT;
    };
  }

  private Color fill() {
    return switch (statement.status()) {
      case RECONCILED -> new Color(0xDCFCE7);
      case IN_TRANSIT, UNATTRIBUTED, PENDING -> new Color(0xFEF3C7);
      case DIFFERENCE, FAILED -> PdfCells.ALERT_FILL;
    };
  }

  private PdfPTable facts() {
    PdfPTable table = PdfCells.table(1, 1.6f, 1.1f, 1.2f);
    fact(table, "Book", statement.book().name());
    fact(table, "Payout", statement.payout().value());
    fact(table, "Issued on (" + statement.zone().getId() + ")", statement.issuedOn().toString());
    fact(table, "Amount", PrintedMoney.withCurrency(statement.amountMinor(), statement.currency()));
    table.addCell(PdfCells.gap(4, 8));
    PdfPTable whose = PdfCells.table(1, 1);
    fact(
        whose,
        "Processor",
        PayoutWords.processor(statement) + " (" + statement.processor().account() + ")");
    fact(whose, "Clearing account", clearing);
    PdfPCell second = new PdfPCell(whose);
    second.setColspan(4);
    second.setBorder(Rectangle.NO_BORDER);
    table.addCell(second);
    table.addCell(PdfCells.gap(4, 12));
    return table;
  }

  private void fact(PdfPTable table, String label, String value) {
    PdfPTable pair = PdfCells.table(1);
    pair.addCell(PdfCells.plain(label, paper.fonts().regular(7.5f, PdfFonts.MUTED), LEFT));
    PdfPCell said = PdfCells.plain(value, paper.fonts().bold(10, PdfFonts.INK), LEFT);
    said.setPaddingTop(3);
    said.setPaddingRight(6);
    pair.addCell(said);
    PdfPCell cell = new PdfPCell(pair);
    cell.setBorder(Rectangle.NO_BORDER);
    table.addCell(cell);
  }

  private PdfPTable verdict() {
    PdfPTable table = PdfCells.table(1);
    PdfPCell cell =
        PdfCells.plain(PayoutWords.verdict(statement), paper.fonts().regular(10, ink()), LEFT);
    cell.setBackgroundColor(fill());
    cell.setPadding(8);
    cell.setLeading(0, 1.3f);
    table.addCell(cell);
    table.addCell(PdfCells.gap(1, 16));
    return table;
  }

  /** Proof and roll forward side by side. */
  private PdfPTable sums() {
    PdfPTable table = PdfCells.table(1, 0.08f, 1);
    table.addCell(
        inner(section("Proof", "What the payout consists of", PayoutFigure.Section.PROOF)));
    table.addCell(PdfCells.gap(1, 1));
    String account =
        "Clearing account, "
            + statement.from()
            + " to "
            + statement.issuedOn()
            + " ("
            + statement.zone().getId()
            + ")";
    table.addCell(inner(section("Roll forward", account, PayoutFigure.Section.CLEARING)));
    table.addCell(PdfCells.gap(3, 18));
    return table;
  }

  private static PdfPCell inner(PdfPTable table) {
    PdfPCell cell = new PdfPCell(table);
    cell.setBorder(Rectangle.NO_BORDER);
    return cell;
  }

  private PdfPTable section(String title, String what, PayoutFigure.Section section) {
    PdfPTable table = PdfCells.table(1.7f, 1);
    title(table, title, what);
    for (PayoutFigure figure : PayoutFigure.of(statement, section)) {
      figure(table, figure);
    }
    // The last row of the shorter table would be stretched to the height of the longer one.
    table.addCell(PdfCells.gap(2, 1));
    return table;
  }

  private void title(PdfPTable table, String title, String what) {
    PdfPCell first = PdfCells.plain(title, paper.fonts().bold(12, PdfFonts.ACCENT), LEFT);
    first.setColspan(table.getNumberOfColumns() - 1);
    table.addCell(first);
    PdfPCell unit =
        PdfCells.plain(
            statement.currency().value(), paper.fonts().regular(7.5f, PdfFonts.MUTED), RIGHT);
    unit.setPaddingRight(4);
    table.addCell(unit);
    PdfPCell second = PdfCells.plain(what, paper.fonts().regular(7.5f, PdfFonts.MUTED), LEFT);
    second.setColspan(table.getNumberOfColumns());
    second.setPaddingTop(3);
    second.setPaddingBottom(5);
    table.addCell(second);
  }

  private void figure(PdfPTable table, PayoutFigure figure) {
    String amount = PrintedMoney.number(figure.minor(), statement.currency());
    Font regular = paper.fonts().regular(TEXT, PdfFonts.INK);
    Font bold = paper.fonts().bold(TEXT, PdfFonts.INK);
    switch (figure.weight()) {
      case PART -> {
        table.addCell(PdfCells.row(figure.label(), regular, LEFT, PADDING));
        table.addCell(PdfCells.row(amount, regular, RIGHT, PADDING));
      }
      case TOTAL -> {
        table.addCell(PdfCells.total(figure.label(), bold, LEFT, PADDING));
        table.addCell(PdfCells.total(amount, bold, RIGHT, PADDING));
      }
      case DIFFERENCE -> difference(table, figure, amount);
    }
  }

  private void difference(PdfPTable table, PayoutFigure figure, String amount) {
    if (figure.minor() == 0) {
      Font bold = paper.fonts().bold(TEXT, PdfFonts.INK);
      table.addCell(PdfCells.total(figure.label(), bold, LEFT, PADDING));
      table.addCell(PdfCells.total(amount, bold, RIGHT, PADDING));
    } else {
      Font alert = paper.fonts().bold(TEXT, PdfCells.ALERT);
      table.addCell(PdfCells.alert(figure.label(), alert, LEFT, PADDING));
      table.addCell(PdfCells.alert(amount, alert, RIGHT, PADDING));
    }
  }

  private PdfPTable arrival() {
    PdfPTable table = PdfCells.table(1.2f, 1.6f, 1);
    title(table, "Arrival at the bank", "Day in " + statement.zone().getId());
    if (statement.bank().isEmpty()) {
      PdfPCell none =
          PdfCells.row(
              "No bank line shows the arrival yet.",
              paper.fonts().regular(TEXT, PdfFonts.MUTED),
              LEFT,
              PADDING);
      none.setColspan(3);
      table.addCell(none);
    }
    statement
        .bank()
        .ifPresent(bank -> {
          Font font = paper.fonts().regular(TEXT, PdfFonts.INK);
          table.addCell(PdfCells.row("Booked on " + bank.bookedOn(), font, LEFT, PADDING));
          table.addCell(PdfCells.row("Bank line " + bank.line(), font, LEFT, PADDING));
          table.addCell(
              PdfCells.row(
                  PrintedMoney.number(bank.amountMinor(), statement.currency()),
                  font,
                  RIGHT,
                  PADDING));
          table.addCell(PdfCells.gap(1, 1));
          PdfPTable difference = PdfCells.table(1.6f, 1);
          for (PayoutFigure figure : PayoutFigure.of(statement, PayoutFigure.Section.BANK)) {
            if (figure.weight() == PayoutFigure.Weight.DIFFERENCE) {
              figure(difference, figure);
            }
          }
          PdfPCell cell = inner(difference);
          cell.setColspan(2);
          table.addCell(cell);
        });
    return table;
  }
}
