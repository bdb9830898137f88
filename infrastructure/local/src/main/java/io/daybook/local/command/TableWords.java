package io.daybook.local.command;

import io.daybook.export.BookExport;
import io.daybook.statements.StatementFormat;
import io.daybook.statements.TableReport;
import io.daybook.statements.TableReport.Cell;
import io.daybook.statements.TableReport.Section;
import io.daybook.statements.TableReport.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table on the screen, or where its file is. */
final class TableWords {
  private TableWords() {}

  static Report report(BookExport export, TableReport table, String format, @Nullable Path out)
      throws Complaint, IOException {
    if (out == null) {
      return new Report(words(table), json(table));
    }
    try {
      OutputFile.write(out, export.table(table, StatementFormat.parse(format)));
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
    return new Report("It is in " + out + ".", Map.of("file", out.toString()));
  }

  private static Map<String, Object> json(TableReport table) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Section section : table.sections()) {
      for (TableReport.Row row : section.rows()) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("Section", section.heading());
        one.put("Row", row.standing().name().toLowerCase(java.util.Locale.ROOT));
        for (int place = 0; place < table.columns().size(); place++) {
          one.put(table.columns().get(place).name(), plain(row.cells().get(place)));
        }
        rows.add(one);
      }
    }
    return Map.of("title", table.title(), "said", table.said(), "rows", rows);
  }

  private static String plain(Cell cell) {
    return switch (cell) {
      case Cell.Text(String words) -> words;
      case Cell.Amount amount -> amount.money().major().toPlainString();
      case Cell.Blank _ -> "";
    };
  }

  private static String words(TableReport table) {
    return table.title()
        + System.lineSeparator()
        + String.join(System.lineSeparator(), table.said())
        + table.sections().stream()
            .map(section -> words(table, section))
            .collect(Collectors.joining());
  }

  private static String words(TableReport table, Section section) {
    StringBuilder words =
        new StringBuilder(System.lineSeparator())
            .append(System.lineSeparator())
            .append(section.heading())
            .append(System.lineSeparator());
    if (section.rows().isEmpty()) {
      return words.append("  None.").toString();
    }
    List<Integer> shown =
        java.util.stream.IntStream.range(0, table.columns().size())
            .filter(
                place -> section.rows().stream().anyMatch(row -> !row.cells().get(place).isEmpty()))
            .boxed()
            .toList();
    List<List<String>> lines = new ArrayList<>();
    lines.add(shown.stream().map(place -> table.columns().get(place).name()).toList());
    section
        .rows()
        .forEach(row ->
            lines.add(shown.stream().map(place -> row.cells().get(place).printed()).toList()));
    for (List<String> line : lines) {
      words.append(line(table, shown, lines, line)).append(System.lineSeparator());
    }
    return words.toString().stripTrailing();
  }

  private static String line(
      TableReport table, List<Integer> shown, List<List<String>> lines, List<String> line) {
    StringBuilder words = new StringBuilder(" ");
    for (int index = 0; index < shown.size(); index++) {
      int column = index;
      int width = lines.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
      String text = line.get(index);
      String space = " ".repeat(width - text.length());
      words
          .append(' ')
          .append(
              table.columns().get(shown.get(index)).side() == Side.LEFT
                  ? text + space
                  : space + text)
          .append(' ');
    }
    return words.toString().stripTrailing();
  }
}
