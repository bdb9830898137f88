package io.daybook.sources.daybook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a mapping file as it stands there.
 *
 * @param line its number in the file
 * @param values by column; what is empty is left out
 */
record MappingRow(int line, Map<MappingColumn, String> values) {
  MappingRow {
    values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
  }

  Optional<String> of(MappingColumn column) {
    return Optional.ofNullable(values.get(column));
  }

  String text(MappingColumn column) {
    return values.getOrDefault(column, "");
  }
}
