package io.daybook.statements;

import io.daybook.reconciliation.PayoutStatement;
import io.daybook.reconciliation.PayoutStatement.Membership;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/**
 * The transactions of a payout on paper, in two groups with a total each; the header stands on every page. The journal
 * entries of each line are in the CSV and the XLSX: a page is not wide enough for them.
 */
final class PayoutLinesPdf {
  private static final float TEXT = 7;
  private static final float PADDING = 2.8f;
  private static final int LEFT = Element.ALIGN_LEFT;
  private static final int RIGHT = Element.ALIGN_RIGHT;
  private static final int LABELS = 4;
  private static final int COLUMNS = 7;

  private final PayoutStatement statement;
  private final PdfPaper paper;
  private final Font regular;
  private final Font bold;

  PayoutLinesPdf(PayoutStatement statement, PdfPaper paper) {
    this.statement = statement;
    this.paper = paper;
    this.regular = paper.fonts().regular(TEXT, PdfFonts.INK);
    this.bold = paper.fonts().bold(TEXT, PdfFonts.INK);
  }

  void write() {
    PdfPTable title = PdfCells.table(1);
    title.addCell(PdfCells.plain("Transactions", paper.fonts().bold(14, PdfFonts.ACCENT), LEFT));
    title.addCell(PdfCells.gap(1, 8));
    paper.add(title);
    PdfPTable table = PdfCells.table(66, 46, 130, 129, 50, 40, 50);
    header(table);
    for (Membership membership : Membership.values()) {
      List<PayoutStatement.Line> lines = PayoutLines.of(statement, membership);
      if (!lines.isEmpty()) {
        group(table, membership, lines);
      }
    }
    paper.add(table);
  }

  private void header(PdfPTable table) {
    for (String left :
        List.of("Time\n(" + statement.zone().getId() + ")", "What", "Transaction", "Reference")) {
      table.addCell(PdfCells.header(left, bold, LEFT, PADDING + 1));
    }
    for (String right : List.of("Amount", "Fee", "Net")) {
      table.addCell(PdfCells.header(right + "\n" + statement.currency(), bold, RIGHT, PADDING + 1));
    }
    table.setHeaderRows(1);
  }

  private void group(PdfPTable table, Membership membership, List<PayoutStatement.Line> lines) {
    PdfPCell head =
        PdfCells.row(
            heading(membership), paper.fonts().bold(TEXT + 1, PdfFonts.ACCENT), LEFT, PADDING + 2);
    head.setColspan(COLUMNS);
    table.addCell(head);
    for (PayoutStatement.Line line : lines) {
      table.addCell(cell(time(line), LEFT));
      table.addCell(cell(PayoutLines.words(line.movement()), LEFT));
      table.addCell(cell(line.id().value(), LEFT));
      table.addCell(cell(line.reference().map(Object::toString).orElse(""), LEFT));
      table.addCell(cell(number(line.amountMinor()), RIGHT));
      table.addCell(cell(number(line.feeMinor()), RIGHT));
      table.addCell(cell(number(line.netMinor()), RIGHT));
    }
    PayoutLines.Sums sums = PayoutLines.sums(lines);
    String count = lines.size() == 1 ? "1 transaction" : lines.size() + " transactions";
    PdfPCell label = PdfCells.total("Total of " + count, bold, LEFT, PADDING + 1);
    label.setColspan(LABELS);
    table.addCell(label);
    for (long sum : List.of(sums.amountMinor(), sums.feeMinor(), sums.netMinor())) {
      table.addCell(PdfCells.total(number(sum), bold, RIGHT, PADDING + 1));
    }
  }

  private String heading(Membership membership) {
    return switch (membership) {
      case THIS_PAYOUT -> PayoutLines.words(membership);
      case NOT_IN_THIS_PAYOUT ->
          PayoutLines.words(membership)
              + ", but moved the clearing account from "
              + statement.from()
              + " to "
              + statement.issuedOn();
    };
  }

  /** The instant in the book's zone; a line that was never told has none, and may have a day. */
  private String time(PayoutStatement.Line line) {
    return line.at()
        .map(at -> PayoutLines.shortTime(at, statement.zone()))
        .or(() -> line.day().map(Object::toString))
        .orElse("not told");
  }

  private PdfPCell cell(String text, int alignment) {
    return PdfCells.row(text, regular, alignment, PADDING);
  }

  private String number(long minor) {
    return PrintedMoney.number(minor, statement.currency());
  }
}
