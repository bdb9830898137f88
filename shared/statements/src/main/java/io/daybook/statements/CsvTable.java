package io.daybook.statements;

import io.daybook.ledger.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV that people open in a spreadsheet: RFC 4180, UTF-8 without a byte order mark. Each cell says what it is, so that
 * text is guarded and numbers are left alone.
 */
final class CsvTable {
  /** What spreadsheets take for the beginning of a formula, full-width forms included. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final CSVPrinter printer;
  private final int columns;
  private final List<String> row = new ArrayList<>();

  /** Writes the header; the stream stays the caller's. */
  CsvTable(OutputStream out, String... header) throws IOException {
    columns = header.length;
    BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord((Object[]) header);
  }

  /** Text for people: an apostrophe goes before what a spreadsheet would compute. */
  CsvTable text(String text) {
    row.add(!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
    return this;
  }

  /** Text, or nothing. */
  CsvTable text(Optional<?> text) {
    return text(text.map(Object::toString).orElse(""));
  }

  /** An amount with the decimals of its currency, never guarded: a leading minus is a number's. */
  CsvTable amount(Money money) {
    row.add(money.major().toPlainString());
    return this;
  }

  /** An empty cell. */
  CsvTable blank() {
    row.add("");
    return this;
  }

  /** Ends the row, which must be as wide as the header. */
  void endRow() throws IOException {
    if (row.size() != columns) {
      throw new IllegalStateException(
          "a row has " + row.size() + " cells, expected " + columns + ": " + row);
    }
    printer.printRecord(row);
    row.clear();
  }

  /** Hands everything to the stream. */
  void flush() throws IOException {
    printer.flush();
  }
}
