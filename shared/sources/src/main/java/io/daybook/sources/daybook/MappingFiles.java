package io.daybook.sources.daybook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.ChartChange;
import io.daybook.sources.FileProblem;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a mapping of the default chart to an accountant's own accounts, from CSV with a header (docs/chart.md). Of a file
 * with anything wrong in it nothing is taken, and everything that is wrong is said at once, by line and column.
 *
 * <p>Example: {@code 4000,655441491,,,,,,8401,"Sales, Berlin",revenue}.
 */
public final class MappingFiles {
  /** The largest file that is read, in bytes. */
  public static final int MOST_BYTES = 4 * 1024 * 1024;

  private final String fileName;
  private final List<FileProblem> problems = new ArrayList<>();

  private MappingFiles(String fileName) {
    this.fileName = fileName;
  }

  /**
   * A file as one mapping, wholly or not at all.
   *
   * @param fileName for messages to people
   * @param bytes the file, UTF-8
   * @param book what it is held against
   */
  public static MappingFile read(String fileName, byte[] bytes, KnownBook book) {
    MappingFiles reading = new MappingFiles(fileName);
    List<MappingRow> rows = reading.rows(bytes);
    if (!reading.problems.isEmpty() && rows.isEmpty()) {
      return new MappingFile.Refused(reading.problems);
    }
    MappingChecks checks = new MappingChecks(fileName, book);
    List<ChartChange.Line> lines = checks.lines(rows, reading.problems.isEmpty());
    reading.problems.addAll(checks.problems());
    reading.problems.sort(
        java.util.Comparator.comparingInt(
            problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
    return reading.problems.isEmpty()
        ? new MappingFile.Lines(lines)
        : new MappingFile.Refused(reading.problems);
  }

  /** A mapping as the file that {@link #read} reads. */
  public static String write(List<ChartChange.Line> lines) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(
          Arrays.stream(MappingColumn.values()).map(MappingColumn::header).toList());
      for (ChartChange.Line line : lines) {
        printer.printRecord(
            line.account(),
            line.location().orElse(""),
            line.productType().orElse(""),
            line.channel().orElse(""),
            line.connection().map(Object::toString).orElse(""),
            line.tender().orElse(""),
            line.jurisdiction().orElse(""),
            line.own(),
            line.name(),
            line.type());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private void wrong(int line, String field, String expected) {
    problems.add(new FileProblem(fileName, line, field, expected));
  }

  private List<MappingRow> rows(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      wrong(0, "the file", "at most " + MOST_BYTES / (1024 * 1024) + " MB");
      return List.of();
    }
    Optional<String> text = text(bytes);
    return text.isPresent() ? rows(text.get()) : List.of();
  }

  private List<MappingRow> rows(String text) {
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    List<MappingRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      Map<MappingColumn, Integer> columns = Map.of();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        int at = Math.toIntExact(parser.getCurrentLineNumber() - breaksWithin(record));
        if (columns.isEmpty()) {
          columns = header(record, at);
          if (columns.isEmpty()) {
            return List.of();
          }
        } else if (record.stream().anyMatch(value -> !value.isEmpty())) {
          row(record, at, columns).ifPresent(rows::add);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (CSVException
        | IllegalArgumentException
        | IllegalStateException
        | UncheckedIOException e) {
      wrong(Math.toIntExact(line), "the line", "comma-separated values, quotes closed");
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      wrong(2, MappingColumn.ACCOUNT.header(), "at least one line");
    }
    return rows;
  }

  /** The parser stands at a record's end, behind its line break; a quoted value may hold lines of its own. */
  private static long breaksWithin(CSVRecord record) {
    return record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  /** Where each column stands; nothing if the file cannot be read by it. */
  private Map<MappingColumn, Integer> header(CSVRecord record, int line) {
    Map<MappingColumn, Integer> columns = new EnumMap<>(MappingColumn.class);
    for (int index = 0; index < record.size(); index++) {
      Optional<MappingColumn> column = MappingColumn.of(record.get(index));
      if (column.isEmpty() || columns.putIfAbsent(column.get(), index) != null) {
        wrong(
            line,
            "column " + (index + 1),
            "one of " + MappingColumn.headers(Arrays.stream(MappingColumn.values())) + ", once");
      }
    }
    for (MappingColumn column : MappingColumn.values()) {
      if (column.required() && !columns.containsKey(column)) {
        wrong(line, column.header(), "a column of this name in the header");
      }
    }
    return problems.isEmpty() ? columns : Map.of();
  }

  private Optional<MappingRow> row(
      CSVRecord record, int line, Map<MappingColumn, Integer> columns) {
    if (record.size() != columns.size()) {
      wrong(line, "the line", columns.size() + " values, as the header has columns");
      return Optional.empty();
    }
    Map<MappingColumn, String> values = new EnumMap<>(MappingColumn.class);
    columns.forEach((column, index) -> {
      if (!record.get(index).isEmpty()) {
        values.put(column, record.get(index));
      }
    });
    return Optional.of(new MappingRow(line, values));
  }

  /** Without the byte-order mark that spreadsheets write. */
  private Optional<String> text(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      wrong(0, "the file", "text in UTF-8");
      return Optional.empty();
    }
  }
}
