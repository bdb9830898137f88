package io.daybook.statements;

import io.daybook.statements.TableReport.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** A table as one tidy CSV: its section before each row, and no totals, which a machine would count. */
final class TableCsv {
  private TableCsv() {}

  static void write(TableReport report, OutputStream out) throws IOException {
    CsvTable table =
        new CsvTable(
            out,
            Stream.concat(
                    Stream.of("Section"), report.columns().stream().map(TableReport.Column::name))
                .toArray(String[]::new));
    for (TableReport.Section section : report.sections()) {
      for (TableReport.Row row : section.rows()) {
        if (row.standing() == TableReport.Standing.ITEM) {
          table.text(section.heading());
          row.cells().forEach(cell -> cell(table, cell));
          table.endRow();
        }
      }
    }
    table.flush();
  }

  private static void cell(CsvTable table, Cell cell) {
    CsvTable _ =
        switch (cell) {
          case Cell.Text(String words) -> table.text(words);
          case Cell.Amount amount -> table.amount(amount.money());
          case Cell.Blank _ -> table.blank();
        };
  }
}
