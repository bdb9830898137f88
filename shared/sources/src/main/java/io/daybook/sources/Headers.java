package io.daybook.sources;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP headers by name without regard to case (function URLs and HTTP APIs lower them). */
public record Headers(Map<String, String> values) {
  /** Under this name, which no header can have, stands the query of the address that was called, as it came. */
  public static final String QUERY = ":query";

  /** Lowers the names. */
  public Headers {
    Map<String, String> lowered = new TreeMap<>();
    for (Map.Entry<String, String> header : values.entrySet()) {
      lowered.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    values = Map.copyOf(lowered);
  }

  /** A header's value. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
  }
}
