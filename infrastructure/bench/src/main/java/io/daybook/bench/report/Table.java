package io.daybook.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table.
 *
 * @param title what it shows
 * @param columns the heads
 * @param rows as wide as the head
 * @param notes what a reader must know to read it rightly
 */
public record Table(String title, List<String> columns, List<List<Cell>> rows, List<String> notes) {
  /** Copies the lists; refuses a row of another width. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            title + ": a row of " + row.size() + " cells under " + columns.size() + " columns");
      }
    }
  }

  /** The table for a terminal, or for a page in a fixed-width block. */
  public String text() {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      int width = columns.get(column).length();
      for (List<Cell> row : rows) {
        width = Math.max(width, row.get(column).text().length());
      }
      widths.add(width);
    }
    StringBuilder text = new StringBuilder(title).append('\n');
    line(text, columns.stream().map(Cell::of).toList(), widths);
    for (List<Cell> row : rows) {
      line(text, row, widths);
    }
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString();
  }

  /** The first column to the left, numbers to the right, a last column of words as it comes. */
  private static void line(StringBuilder text, List<Cell> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column).text();
      String space = " ".repeat(widths.get(column) - cell.length());
      boolean left = column == 0;
      line.append(left ? cell + space : space + cell).append("  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  /** The table for scripts. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put(
        "rows",
        rows.stream()
            .map(row -> {
              Map<String, Object> named = new LinkedHashMap<>();
              for (int column = 0; column < columns.size(); column++) {
                named.put(columns.get(column), row.get(column).value());
              }
              return named;
            })
            .toList());
    json.put("notes", notes);
    return json;
  }
}
