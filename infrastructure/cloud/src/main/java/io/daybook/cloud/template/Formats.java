package io.daybook.cloud.template;

import io.daybook.ledger.StoredFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which forms this release writes and reads what is stored, as the template's metadata says: an upgrade is refused
 * where the release that runs could not read what the new one writes.
 */
public final class Formats {
  /** The key in the template's metadata. */
  public static final String KEY = io.daybook.cloud.deployment.Formats.METADATA;

  private Formats() {}

  /** {@code {"daybook:formats": {"step": {"reads": [1], "writes": [1]}, …}}}, in an order that is always the same. */
  static Map<String, Object> metadata() {
    Map<String, Object> all = new TreeMap<>();
    for (StoredFormat format : io.daybook.cloud.deployment.Formats.declared().all()) {
      Map<String, Object> form = new TreeMap<>();
      form.put("reads", sorted(format.reads()));
      form.put("writes", sorted(format.writes()));
      all.put(format.name(), form);
    }
    return Map.of(KEY, all);
  }

  private static List<Integer> sorted(Set<Integer> numbers) {
    return List.copyOf(new TreeSet<>(numbers));
  }
}
