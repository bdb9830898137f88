package io.daybook.statements;

import io.daybook.statements.TableReport.Cell;
import io.daybook.statements.TableReport.Column;
import io.daybook.statements.TableReport.Side;
import io.daybook.statements.TableReport.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfPTable;

/** A table on paper, section by section, each with the columns of which it has something. */
final class TablePdf {
  private static final float TEXT = 8f;
  private static final float PADDING = 3.5f;
  private static final float WORDS = 1.4f;

  private final TableReport report;
  private final PdfPaper paper;

  private TablePdf(TableReport report, PdfPaper paper) {
    this.report = report;
    this.paper = paper;
  }

  static void write(TableReport report, OutputStream out) throws IOException {
    ByteArrayOutputStream says = new ByteArrayOutputStream();
    report.write(StatementFormat.CSV, says);
    String said = String.join("\n", report.said());
    says.write(said.getBytes(StandardCharsets.UTF_8));
    String footer = "Daybook \u00b7 " + report.title() + " \u00b7 " + report.said().getFirst();
    PdfPaper.write(
        out,
        report.title(),
        footer,
        says.toByteArray(),
        paper -> new TablePdf(report, paper).write());
  }

  private void write() {
    PdfPTable heading = PdfCells.table(1);
    heading.addCell(
        PdfCells.plain(
            report.title(), paper.fonts().bold(20, PdfFonts.ACCENT), Element.ALIGN_LEFT));
    heading.addCell(PdfCells.gap(1, 8));
    for (String line : report.said()) {
      heading.addCell(
          PdfCells.plain(line, paper.fonts().regular(TEXT + 1, PdfFonts.INK), Element.ALIGN_LEFT));
      heading.addCell(PdfCells.gap(1, 3));
    }
    heading.addCell(PdfCells.gap(1, 10));
    paper.add(heading);
    report.sections().forEach(this::section);
  }

  private void section(TableReport.Section section) {
    PdfPTable heading = PdfCells.table(1);
    heading.addCell(
        PdfCells.plain(
            section.heading(), paper.fonts().bold(11, PdfFonts.INK), Element.ALIGN_LEFT));
    heading.addCell(PdfCells.gap(1, 4));
    if (section.rows().isEmpty()) {
      heading.addCell(
          PdfCells.plain("None.", paper.fonts().regular(TEXT, PdfFonts.MUTED), Element.ALIGN_LEFT));
    }
    paper.add(heading);
    if (!section.rows().isEmpty()) {
      paper.add(table(section));
    }
    PdfPTable gap = PdfCells.table(1);
    gap.addCell(PdfCells.gap(1, 12));
    paper.add(gap);
  }

  private PdfPTable table(TableReport.Section section) {
    List<Integer> shown = report.shown(section);
    PdfPTable table = PdfCells.table(widths(shown));
    Font bold = paper.fonts().bold(TEXT, PdfFonts.INK);
    for (int place : shown) {
      Column column = report.columns().get(place);
      table.addCell(PdfCells.header(column.name(), bold, alignment(column), PADDING + 1));
    }
    table.setHeaderRows(1);
    for (TableReport.Row row : section.rows()) {
      for (int place : shown) {
        cell(table, row.standing(), row.cells().get(place), report.columns().get(place));
      }
    }
    return table;
  }

  private float[] widths(List<Integer> shown) {
    float[] widths = new float[shown.size()];
    for (int index = 0; index < widths.length; index++) {
      widths[index] = report.columns().get(shown.get(index)).side() == Side.LEFT ? WORDS : 1;
    }
    return widths;
  }

  private void cell(PdfPTable table, Standing standing, Cell cell, Column column) {
    table.addCell(
        switch (standing) {
          case ITEM ->
              PdfCells.row(
                  cell.printed(),
                  paper.fonts().regular(TEXT, PdfFonts.INK),
                  alignment(column),
                  PADDING);
          case TOTAL ->
              PdfCells.total(
                  cell.printed(),
                  paper.fonts().bold(TEXT, PdfFonts.INK),
                  alignment(column),
                  PADDING + 1);
        });
  }

  private static int alignment(Column column) {
    return switch (column.side()) {
      case LEFT -> Element.ALIGN_LEFT;
      case RIGHT -> Element.ALIGN_RIGHT;
    };
  }
}
