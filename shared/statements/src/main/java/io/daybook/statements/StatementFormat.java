package io.daybook.statements;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A file format in which a statement is written for people. */
public enum StatementFormat {
  /** One tidy table, for scripts and for those who build their own. */
  CSV("csv", "text/csv; charset=utf-8"),
  /** A workbook with real numbers and dates. */
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** A paper to file. */
  PDF("pdf", "application/pdf");

  private final String extension;
  private final String mediaType;

  StatementFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** How the name of such a file ends, without the dot. It is also the name that {@link #parse} reads. */
  public String extension() {
    return extension;
  }

  /** The media type, for an HTTP answer. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The format of a name, in any case: the inverse of {@link #extension}.
   *
   * @throws IllegalArgumentException if there is none of that name; the message lists those there are
   */
  public static StatementFormat parse(String name) {
    for (StatementFormat format : values()) {
      if (format.extension.equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "statement format is '" + name + "', expected one of " + names());
  }

  private static String names() {
    return Arrays.stream(values())
        .map(StatementFormat::extension)
        .collect(Collectors.joining(", "));
  }
}
