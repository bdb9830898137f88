package io.daybook.sources.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mapping as a person writes it, setting by setting; gathers everything that is wrong with it. */
public final class MappingSettings {
  private final Map<String, String> settings;
  private final Set<String> read = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** These settings. */
  public MappingSettings(Map<String, String> settings) {
    this.settings = new TreeMap<>(settings);
  }

  /** A setting, if it is there and not empty. */
  public Optional<String> find(String name) {
    read.add(name);
    // A delimiter may be a blank or a tab.
    return Optional.ofNullable(settings.get(name)).filter(value -> !value.isEmpty());
  }

  /** A setting that there must be. */
  public String need(String name, String what) {
    Optional<String> found = find(name);
    if (found.isEmpty()) {
      problem(name, what);
    }
    return found.orElse("");
  }

  /** A list of words, parted by a sign. */
  public List<String> words(String name, String sign) {
    return find(name).stream()
        .flatMap(value -> Stream.of(value.split(Pattern.quote(sign), -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Says what is wrong with a setting. */
  public void problem(String name, String expected) {
    problems.add(name + ": expected " + expected);
  }

  /** Everything that is wrong, settings that nobody reads among it. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    for (String name : settings.keySet()) {
      if (!read.contains(name)) {
        all.add(name + ": expected one of " + String.join(", ", new TreeSet<>(read)));
      }
    }
    return List.copyOf(all);
  }
}
