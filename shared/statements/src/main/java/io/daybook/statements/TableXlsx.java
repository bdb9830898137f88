package io.daybook.statements;

import io.daybook.statements.TableReport.Cell;
import io.daybook.statements.TableReport.Column;
import io.daybook.statements.TableReport.Side;
import io.daybook.statements.TableReport.Standing;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook of one sheet: its sections one below the other, amounts as numbers. */
final class TableXlsx {
  private static final int WORDS = 26;
  private static final int FIGURES = 16;
  private static final int MAX_SHEET_NAME = 31;

  private final TableReport report;
  private final Worksheet sheet;
  private int row;

  private TableXlsx(TableReport report, Worksheet sheet) {
    this.report = report;
    this.sheet = sheet;
  }

  static void write(TableReport report, OutputStream out) throws IOException {
    String name = report.title().substring(0, Math.min(MAX_SHEET_NAME, report.title().length()));
    Xlsx.write(
        out, report.title(), workbook -> new TableXlsx(report, workbook.newWorksheet(name)).fill());
  }

  private void fill() {
    for (int column = 0; column < report.columns().size(); column++) {
      sheet.width(column, report.columns().get(column).side() == Side.LEFT ? WORDS : FIGURES);
    }
    sheet.value(0, 0, report.title());
    sheet.style(0, 0).bold().fontSize(16).fontColor(Xlsx.INK).set();
    sheet.rowHeight(0, 26);
    row = 1;
    for (String line : report.said()) {
      sheet.value(row, 0, line);
      row++;
    }
    report.sections().forEach(this::section);
    Xlsx.page(sheet, "landscape", "Daybook, " + report.title() + ", " + report.said().getFirst());
  }

  private void section(TableReport.Section section) {
    row++;
    sheet.value(row, 0, section.heading());
    sheet.style(row, 0).bold().fontSize(12).fontColor(Xlsx.INK).set();
    row++;
    if (section.rows().isEmpty()) {
      sheet.value(row, 0, "None.");
      row++;
      return;
    }
    for (int place = 0; place < report.columns().size(); place++) {
      Column column = report.columns().get(place);
      Xlsx.header(sheet, row, place, column.name(), column.side() == Side.LEFT ? "left" : "right");
    }
    row++;
    section.rows().forEach(this::row);
  }

  private void row(TableReport.Row one) {
    for (int place = 0; place < one.cells().size(); place++) {
      cell(place, one.cells().get(place));
    }
    if (one.standing() == Standing.TOTAL) {
      sheet
          .range(row, 0, row, report.columns().size() - 1)
          .style()
          .bold()
          .borderStyle(BorderSide.TOP, BorderStyle.THIN)
          .borderColor(BorderSide.TOP, Xlsx.RULE)
          .set();
    }
    row++;
  }

  private void cell(int place, Cell cell) {
    switch (cell) {
      case Cell.Text(String words) -> sheet.value(row, place, words);
      case Cell.Amount amount -> {
        sheet.value(row, place, amount.money().major());
        sheet.style(row, place).format(Xlsx.amount(amount.money().currency())).set();
      }
      case Cell.Blank _ -> {}
    }
  }
}
