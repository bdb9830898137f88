package io.daybook.sources.daybook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a mapping file. */
enum MappingColumn {
  ACCOUNT("account"),
  LOCATION("location"),
  PRODUCT_TYPE("product-type"),
  CHANNEL("channel"),
  CONNECTION("connection"),
  TENDER("tender"),
  JURISDICTION("jurisdiction"),
  NUMBER("number"),
  NAME("name"),
  TYPE("type");

  private final String header;

  MappingColumn(String header) {
    this.header = header;
  }

  /** As the file writes it. */
  String header() {
    return header;
  }

  /** Whether no file does without it. */
  boolean required() {
    return this == ACCOUNT || this == NUMBER || this == NAME;
  }

  /** The column of a header, in any case, with blanks or dashes. */
  static Optional<MappingColumn> of(String header) {
    String plain = header.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    return Arrays.stream(values()).filter(column -> column.header.equals(plain)).findFirst();
  }

  static String headers(Stream<MappingColumn> columns) {
    return columns.map(MappingColumn::header).collect(Collectors.joining(", "));
  }
}
