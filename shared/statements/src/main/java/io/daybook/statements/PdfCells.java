package io.daybook.statements;

import java.awt.Color;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Cells of tables on paper: no boxes, thin lines between rows, numbers to the right. */
final class PdfCells {
  static final Color RULE = new Color(0xE5E7EB);
  static final Color STRONG_RULE = new Color(0x9CA3AF);
  static final Color BAND = new Color(0xE5EDF0);
  static final Color ALERT = new Color(0x991B1B);
  static final Color ALERT_FILL = new Color(0xFEE2E2);

  private static final float THIN = 0.5f;

  private PdfCells() {}

  /** A table over the whole width with the given shares of it. */
  static PdfPTable table(float... shares) {
    PdfPTable table = new PdfPTable(shares);
    table.setWidthPercentage(100);
    table.setSplitLate(false);
    return table;
  }

  /** A cell without any line. */
  static PdfPCell plain(String text, Font font, int alignment) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setHorizontalAlignment(alignment);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setUseAscender(true);
    cell.setUseDescender(true);
    cell.setPadding(0);
    return cell;
  }

  /** A cell of a row, with a thin line below. */
  static PdfPCell row(String text, Font font, int alignment, float padding) {
    return padded(ruled(plain(text, font, alignment), Rectangle.BOTTOM, RULE), padding);
  }

  /** A cell of a table's header. */
  static PdfPCell header(String text, Font font, int alignment, float padding) {
    PdfPCell cell = padded(plain(text, font, alignment), padding);
    cell.setBackgroundColor(BAND);
    return cell;
  }

  /** A cell of a total, with a stronger line above. */
  static PdfPCell total(String text, Font font, int alignment, float padding) {
    return padded(ruled(plain(text, font, alignment), Rectangle.TOP, STRONG_RULE), padding);
  }

  /** A cell that calls for attention. */
  static PdfPCell alert(String text, Font font, int alignment, float padding) {
    PdfPCell cell = padded(plain(text, font, alignment), padding);
    cell.setBackgroundColor(ALERT_FILL);
    return cell;
  }

  /** An empty cell over several columns, as space. */
  static PdfPCell gap(int columns, float height) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setColspan(columns);
    cell.setFixedHeight(height);
    return cell;
  }

  private static PdfPCell ruled(PdfPCell cell, int side, Color color) {
    cell.setBorder(side);
    cell.setBorderColor(color);
    cell.setBorderWidth(THIN);
    return cell;
  }

  private static PdfPCell padded(PdfPCell cell, float padding) {
    cell.setPaddingTop(padding);
    cell.setPaddingBottom(padding);
    cell.setPaddingLeft(4);
    cell.setPaddingRight(4);
    return cell;
  }
}
