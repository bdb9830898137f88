package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.ShownBalance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** A trial balance on paper: a table for each currency, with totals that must be equal. */
final class TrialBalancePdf {
  private static final float TEXT = 8.5f;
  private static final float PADDING = 3.5f;
  private static final int LEFT = Element.ALIGN_LEFT;
  private static final int RIGHT = Element.ALIGN_RIGHT;

  private final TrialBalanceReport report;
  private final PdfPaper paper;

  private TrialBalancePdf(TrialBalanceReport report, PdfPaper paper) {
    this.report = report;
    this.paper = paper;
  }

  static void write(TrialBalanceReport report, OutputStream out) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    report.write(StatementFormat.CSV, said);
    said.write(report.asOf().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String footer =
        "Daybook \u00b7 "
            + report.balance().book()
            + " \u00b7 trial balance as of "
            + report.asOf();
    PdfPaper.write(
        out,
        "Trial balance " + report.balance().book(),
        footer,
        said.toByteArray(),
        paper -> new TrialBalancePdf(report, paper).write());
  }

  private void write() {
    PdfPTable heading = PdfCells.table(1);
    heading.addCell(PdfCells.plain("Trial balance", paper.fonts().bold(20, PdfFonts.ACCENT), LEFT));
    heading.addCell(PdfCells.gap(1, 8));
    heading.addCell(
        PdfCells.plain(report.balance().book().name(), paper.fonts().bold(10, PdfFonts.INK), LEFT));
    heading.addCell(PdfCells.gap(1, 4));
    heading.addCell(
        PdfCells.plain(
            "As of " + report.asOf(), paper.fonts().regular(TEXT, PdfFonts.MUTED), LEFT));
    heading.addCell(PdfCells.gap(1, 14));
    paper.add(heading);
    for (CurrencyCode currency : report.currencies()) {
      paper.add(table(currency));
    }
  }

  private PdfPTable table(CurrencyCode currency) {
    PdfPTable table = PdfCells.table(2.2f, 2.7f, 1.1f, 1.2f, 1.2f);
    Font bold = paper.fonts().bold(TEXT, PdfFonts.INK);
    table.addCell(PdfCells.header("Account", bold, LEFT, PADDING + 1));
    table.addCell(PdfCells.header("Name", bold, LEFT, PADDING + 1));
    table.addCell(PdfCells.header("Type", bold, LEFT, PADDING + 1));
    table.addCell(PdfCells.header("Debit " + currency, bold, RIGHT, PADDING + 1));
    table.addCell(PdfCells.header("Credit " + currency, bold, RIGHT, PADDING + 1));
    table.setHeaderRows(1);
    for (ShownBalance.Row row : report.balance().rows()) {
      if (row.currency().equals(currency)) {
        row(table, row);
      }
    }
    PdfPCell total = PdfCells.total("Total", bold, LEFT, PADDING + 1);
    total.setColspan(3);
    table.addCell(total);
    table.addCell(
        PdfCells.total(
            PrintedMoney.number(report.debits(currency), currency), bold, RIGHT, PADDING + 1));
    table.addCell(
        PdfCells.total(
            PrintedMoney.number(report.credits(currency), currency), bold, RIGHT, PADDING + 1));
    table.addCell(PdfCells.gap(5, 14));
    return table;
  }

  private void row(PdfPTable table, ShownBalance.Row row) {
    Font font = paper.fonts().regular(TEXT, PdfFonts.INK);
    table.addCell(PdfCells.row(row.account().code(), font, LEFT, PADDING));
    table.addCell(PdfCells.row(row.account().name(), font, LEFT, PADDING));
    String type = TrialBalanceReport.words(row.account().type());
    table.addCell(PdfCells.row(type, paper.fonts().regular(TEXT, PdfFonts.MUTED), LEFT, PADDING));
    boolean debit = row.minor() >= 0;
    String amount = PrintedMoney.number(Math.absExact(row.minor()), row.currency());
    table.addCell(PdfCells.row(debit ? amount : "", font, RIGHT, PADDING));
    table.addCell(PdfCells.row(debit ? "" : amount, font, RIGHT, PADDING));
  }
}
