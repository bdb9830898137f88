package io.daybook.sources.reading;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a CSV file is written.
 *
 * @param charset as a person named it; absent to tell by the bytes
 * @param delimiter between columns
 * @param skippedLines before the names of the columns, or before the first row if there are none
 * @param naming how columns are told apart
 * @param decimal the decimal sign, point or comma
 */
public record CsvShape(
    Optional<Charset> charset, char delimiter, int skippedLines, Naming naming, char decimal) {
  /** How columns are told apart. */
  public enum Naming {
    /** By the names in the line before the first row. */
    BY_NAME,
    /** By their number, from 1. */
    BY_NUMBER
  }

  private static final int MOST_SKIPPED = 1_000;

  /** The settings {@code encoding}, {@code delimiter}, {@code skip}, {@code header} and {@code decimal}. */
  public static CsvShape of(MappingSettings settings) {
    return new CsvShape(
        settings.find("encoding").flatMap(name -> charset(settings, name)),
        delimiter(settings, settings.find("delimiter").orElse(",")),
        skipped(settings, settings.find("skip").orElse("0")),
        naming(settings, settings.find("header").orElse("yes")),
        decimal(settings, settings.find("decimal").orElse(".")));
  }

  private static Optional<Charset> charset(MappingSettings settings, String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      settings.problem("encoding", "a charset such as UTF-8 or windows-1252");
      return Optional.empty();
    }
  }

  private static char delimiter(MappingSettings settings, String word) {
    if (word.equals("tab")) {
      return '\t';
    }
    if (word.length() != 1 || "\"\r\n".contains(word)) {
      settings.problem("delimiter", "one sign such as ; or the word tab");
      return ',';
    }
    return word.charAt(0);
  }

  private static int skipped(MappingSettings settings, String number) {
    if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) > MOST_SKIPPED) {
      settings.problem("skip", "a number of lines from 0 to " + MOST_SKIPPED);
      return 0;
    }
    return Integer.parseInt(number);
  }

  private static Naming naming(MappingSettings settings, String word) {
    return switch (word) {
      case "yes" -> Naming.BY_NAME;
      case "no" -> Naming.BY_NUMBER;
      default -> {
        settings.problem("header", "yes or no");
        yield Naming.BY_NAME;
      }
    };
  }

  private static char decimal(MappingSettings settings, String sign) {
    if (!sign.equals(".") && !sign.equals(",")) {
      settings.problem("decimal", "a point or a comma");
      return '.';
    }
    return sign.charAt(0);
  }
}
