package io.daybook.statements;

import io.daybook.ledger.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A statement that is a table, perhaps in sections: the tax report, the ageing of payables. Every row has a cell for each
 * column.
 *
 * @param title what it is, such as {@code Tax report}
 * @param said what it is of, a line each: the book, the period, what was known
 * @param columns the same for all sections; on paper a section leaves out those of which it has nothing
 * @param sections in order
 */
public record TableReport(
    String title, List<String> said, List<Column> columns, List<Section> sections)
    implements Report {
  /** A column. */
  public record Column(String name, Side side) {}

  /** On which side of its column a cell stands. */
  public enum Side {
    /** Words. */
    LEFT,
    /** Figures. */
    RIGHT
  }

  /**
   * A part of the table.
   *
   * @param heading what it shows
   * @param rows may be none: then the section says so
   */
  public record Section(String heading, List<Row> rows) {
    /** Copies the list. */
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /** A row; a total is for people and left out of the CSV, where a machine would count it. */
  public record Row(Standing standing, List<Cell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** What a row is. */
  public enum Standing {
    /** One of many. */
    ITEM,
    /** Adds up those above. */
    TOTAL
  }

  /** What stands in a place of the table. */
  public sealed interface Cell {
    /** Words. */
    record Text(String words) implements Cell {}

    /** An amount, debit or credit as the column says. */
    record Amount(Money money) implements Cell {}

    /** Nothing. */
    record Blank() implements Cell {}

    /** Whether there is nothing to show. */
    default boolean isEmpty() {
      return switch (this) {
        case Text(String words) -> words.isEmpty();
        case Amount _ -> false;
        case Blank _ -> true;
      };
    }

    /** As it is printed. */
    default String printed() {
      return switch (this) {
        case Text(String words) -> words;
        case Amount(Money money) -> PrintedMoney.number(money.minor(), money.currency());
        case Blank _ -> "";
      };
    }
  }

  /** Copies the lists; refuses a row that is not as wide as the columns. */
  public TableReport {
    said = List.copyOf(said);
    columns = List.copyOf(columns);
    sections = List.copyOf(sections);
    for (Section section : sections) {
      for (Row row : section.rows()) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row of '" + section.heading() + "' is not " + columns.size() + " cells wide");
        }
      }
    }
  }

  /** The columns of which a section has something, by their place. */
  List<Integer> shown(Section section) {
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(place -> section.rows().stream().anyMatch(row -> !row.cells().get(place).isEmpty()))
        .boxed()
        .toList();
  }

  @Override
  public void write(StatementFormat format, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> TableCsv.write(this, out);
      case XLSX -> TableXlsx.write(this, out);
      case PDF -> TablePdf.write(this, out);
    }
  }
}
