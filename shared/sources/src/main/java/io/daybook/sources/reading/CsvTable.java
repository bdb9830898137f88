package io.daybook.sources.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file as rows; gathers everything that is wrong with it until {@link #requireSound}. */
public final class CsvTable {
  /** More than a person reads at once. */
  private static final int MOST_PROBLEMS = 50;

  /** A row and the line of the file on which it begins. */
  public record Row(int line, List<String> values) {
    /** Copies the list. */
    public Row {
      values = List.copyOf(values);
    }
  }

  private final CsvShape shape;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Misread> problems = new ArrayList<>();
  private int headerLine = 1;

  private CsvTable(CsvShape shape) {
    this.shape = shape;
  }

  /**
   * Reads a file.
   *
   * @throws Misread if it is no CSV
   */
  public static CsvTable read(byte[] bytes, CsvShape shape) {
    String text =
        shape.charset().map(set -> TextFile.text(bytes, set)).orElseGet(() -> TextFile.text(bytes));
    CsvTable table = new CsvTable(shape);
    table.read(text);
    return table;
  }

  private void read(String text) {
    List<String> lines = TextFile.lines(text);
    int skipped = Math.min(shape.skippedLines(), lines.size());
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(shape.delimiter())
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    int line = skipped;
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(String.join("\n", lines.subList(skipped, lines.size()))), format)) {
      boolean named = shape.naming() == CsvShape.Naming.BY_NUMBER;
      for (CSVRecord told : parser) {
        // The parser counts up to a row's last line.
        line = skipped + (int) parser.getCurrentLineNumber();
        if (named) {
          rows.add(new Row(begin(told, line), told.toList()));
        } else {
          headerLine = line;
          name(told);
          named = true;
        }
      }
      if (!named) {
        throw new Misread(skipped + 1, "the file", "a line with the columns' names");
      }
    } catch (UncheckedIOException | IOException | IllegalStateException e) {
      throw new Misread(
          line + 1, "a quoted text", "closing quotes, and nothing between them and the delimiter");
    }
  }

  private static int begin(CSVRecord told, int lastLine) {
    int breaks = 0;
    for (String value : told) {
      breaks += (int) value.chars().filter(sign -> sign == '\n').count();
    }
    return Math.max(1, lastLine - breaks);
  }

  private void name(CSVRecord names) {
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(key(names.get(i)), i);
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The rows, in the file's order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Says what is wrong; what comes after the first {@value #MOST_PROBLEMS} is left out. */
  public void problem(int line, String field, String expected) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Misread(line, field, expected));
    }
  }

  /** The place of a column by its name, or by its number from 1; a problem if there is none. */
  public int column(String name) {
    Optional<Integer> found = find(name);
    if (found.isEmpty()) {
      problem(
          headerLine,
          "column " + name,
          shape.naming() == CsvShape.Naming.BY_NAME
              ? "a column of that name among those of the file; see 'skip' and 'delimiter' of the mapping"
              : "a column by its number, from 1");
    }
    return found.orElse(0);
  }

  private Optional<Integer> find(String name) {
    if (shape.naming() == CsvShape.Naming.BY_NAME) {
      return Optional.ofNullable(columns.get(key(name)));
    }
    return name.matches("[0-9]{1,3}") && !name.matches("0+")
        ? Optional.of(Integer.parseInt(name) - 1)
        : Optional.empty();
  }

  /** What stands in a column; empty if the row is shorter. */
  public static String at(Row row, int column) {
    return column < row.values().size() ? row.values().get(column).strip() : "";
  }

  /**
   * Refuses the file if anything was wrong.
   *
   * @throws Misreadings with all of it
   */
  public void requireSound() {
    if (!problems.isEmpty()) {
      throw new Misreadings(problems);
    }
  }
}
