package io.daybook.statements;

import io.daybook.ledger.ShownBalance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * A trial balance on paper, in the book's currency, with totals that must be equal. Split by a dimension, its value comes
 * after the name. Where a balance is in another currency, the amount in it stands at the end of its row.
 */
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
    paper.add(table());
  }

  private PdfPTable table() {
    boolean split = report.by().isPresent();
    PdfPTable table = PdfCells.table(shares());
    Font bold = paper.fonts().bold(TEXT, PdfFonts.INK);
    header(table, "Account", bold, LEFT);
    header(table, "Name", bold, LEFT);
    report.by().ifPresent(by -> header(table, by, bold, LEFT));
    header(table, "Type", bold, LEFT);
    header(table, "Debit " + report.currency(), bold, RIGHT);
    header(table, "Credit " + report.currency(), bold, RIGHT);
    if (report.isForeign()) {
      header(table, "In its currency", bold, RIGHT);
    }
    table.setHeaderRows(1);
    report.balance().rows().forEach(row -> row(table, row));
    PdfPCell total = PdfCells.total("Total", bold, LEFT, PADDING + 1);
    total.setColspan(split ? 4 : 3);
    table.addCell(total);
    total(table, money(report.debitValues()), bold);
    total(table, money(report.creditValues()), bold);
    if (report.isForeign()) {
      total(table, "", bold);
    }
    return table;
  }

  /** Of the page's width, by column. */
  private float[] shares() {
    if (report.by().isPresent()) {
      return report.isForeign()
          ? new float[] {1.8f, 2.3f, 1.4f, 1.4f, 1.3f, 1.3f, 1.4f}
          : new float[] {1.9f, 2.5f, 1.5f, 1.4f, 1.3f, 1.3f};
    }
    return report.isForeign()
        ? new float[] {2.0f, 2.6f, 1.4f, 1.3f, 1.3f, 1.4f}
        : new float[] {2.0f, 2.6f, 1.4f, 1.2f, 1.2f};
  }

  private void row(PdfPTable table, ShownBalance.Row row) {
    Font font = paper.fonts().regular(TEXT, PdfFonts.INK);
    Font muted = paper.fonts().regular(TEXT, PdfFonts.MUTED);
    table.addCell(PdfCells.row(row.account().code(), font, LEFT, PADDING));
    table.addCell(PdfCells.row(row.account().name(), font, LEFT, PADDING));
    if (report.by().isPresent()) {
      table.addCell(PdfCells.row(row.of(), font, LEFT, PADDING));
    }
    String type = TrialBalanceReport.words(row.account().type());
    table.addCell(PdfCells.row(type, muted, LEFT, PADDING));
    boolean debit = row.valueMinor() >= 0;
    String value = money(Math.absExact(row.valueMinor()));
    table.addCell(PdfCells.row(debit ? value : "", font, RIGHT, PADDING));
    table.addCell(PdfCells.row(debit ? "" : value, font, RIGHT, PADDING));
    if (report.isForeign()) {
      String amount =
          report.isForeign(row) ? PrintedMoney.withCurrency(row.minor(), row.currency()) : "";
      table.addCell(PdfCells.row(amount, font, RIGHT, PADDING));
    }
  }

  private String money(long minor) {
    return PrintedMoney.number(minor, report.currency());
  }

  private static void header(PdfPTable table, String words, Font font, int alignment) {
    table.addCell(PdfCells.header(words, font, alignment, PADDING + 1));
  }

  private static void total(PdfPTable table, String words, Font font) {
    table.addCell(PdfCells.total(words, font, RIGHT, PADDING + 1));
  }
}
