package io.daybook.statements;

import com.github.rzymek.opczip.OpcOutputStream;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks that are the same bytes each time, and what all our sheets have in common. */
final class Xlsx {
  /** Format of a cell that holds a day. */
  static final String DAY = "yyyy-mm-dd";

  /** Format of a cell that holds a time. */
  static final String TIME = "yyyy-mm-dd hh:mm:ss";

  static final String INK = "1F2937";
  static final String MUTED = "6B7280";
  static final String BAND = "E5EDF0";
  static final String RULE = "9CA3AF";
  static final String ALERT = "991B1B";
  static final String ALERT_FILL = "FEE2E2";

  private static final double SIDE_MARGIN = 0.5;

  private Xlsx() {}

  /** Fills a workbook. */
  interface Content {
    void fill(Workbook workbook) throws IOException;
  }

  /**
   * Writes a workbook without the time of its making. fastexcel stamps {@code docProps/core.xml} with it and offers no
   * way to set it; the element may be absent, so the parts are copied into a new zip without it. The zip itself says no
   * time: opczip, which fastexcel writes with, leaves that field zero.
   */
  static void write(OutputStream out, String title, Content content) throws IOException {
    ByteArrayOutputStream stamped = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(stamped, "Daybook", null)) {
      workbook.properties().setTitle(title);
      content.fill(workbook);
    }
    OpcOutputStream zip = new OpcOutputStream(out);
    for (Map.Entry<String, byte[]> part : ZipParts.read(stamped.toByteArray()).entrySet()) {
      zip.putNextEntry(new ZipEntry(part.getKey()));
      zip.write(unstamped(part.getKey(), part.getValue()));
      zip.closeEntry();
    }
    zip.finish();
  }

  private static byte[] unstamped(String part, byte[] bytes) {
    if (!part.equals("docProps/core.xml")) {
      return bytes;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String without = text.replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "");
    if (without.equals(text)) {
      throw new IllegalStateException(
          "the workbook's properties have no time of creation to take out");
    }
    return without.getBytes(StandardCharsets.UTF_8);
  }

  /** The number format of amounts in a currency: thousands grouped, its decimals, negatives with a minus. */
  static String amount(CurrencyCode currency) {
    int decimals = Decimals.iso(currency);
    return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
  }

  /** Prints on A4, as wide as the page, with the title and the page number below. */
  static void page(Worksheet sheet, String orientation, String footer) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(orientation);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin((float) SIDE_MARGIN);
    sheet.rightMargin((float) SIDE_MARGIN);
    sheet.hideGridLines();
    // An ampersand begins a field in a footer; doubled it is itself.
    sheet.footer(footer.replace("&", "&&"), Position.LEFT, 8);
    sheet.footer("Page &P of &N", Position.RIGHT, 8);
  }

  /** A table's header cell. */
  static void header(Worksheet sheet, int row, int column, String text, String alignment) {
    sheet.value(row, column, text);
    sheet
        .style(row, column)
        .bold()
        .fontColor(INK)
        .fillColor(BAND)
        .horizontalAlignment(alignment)
        .wrapText(true)
        .verticalAlignment("center")
        .set();
  }
}
