package io.daybook.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The platforms that this hub understands, by name. */
public final class Sources {
  private final Map<String, Source> byName;

  private Sources(Map<String, Source> byName) {
    this.byName = byName;
  }

  /** These; two of one name are refused. */
  public static Sources of(List<Source> sources) {
    Map<String, Source> byName = new TreeMap<>();
    for (Source source : sources) {
      if (byName.put(source.name(), source) != null) {
        throw new IllegalArgumentException("two sources are called " + source.name());
      }
    }
    return new Sources(byName);
  }

  /** The platform of that name, if it is understood. */
  public Optional<Source> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names, for messages to people. */
  public SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }
}
