package io.daybook.statements;

import java.util.ArrayList;
import java.util.List;

/** Text in columns for a terminal. */
final class TextColumns {
  private TextColumns() {}

  /** On which side of its column a cell stands. */
  enum Side {
    /** Words. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  /** One line for each row, columns two blanks apart, nothing behind the last word. */
  static List<String> align(List<List<String>> rows, List<Side> sides) {
    int[] widths = new int[sides.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String space = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "" : "  ");
        line.append(sides.get(i) == Side.RIGHT ? space + row.get(i) : row.get(i) + space);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The text, its middle left out if it is too long: both ends of an id tell more than its middle. */
  static String shortened(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int end = (width - 1) / 2;
    return text.substring(0, width - 1 - end) + "\u2026" + text.substring(text.length() - end);
  }

  /** The text in lines, broken at blanks; a word that is too long is broken where the line ends. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
