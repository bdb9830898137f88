package io.daybook.cloud.deployment;

import io.daybook.ledger.StepCodec;
import io.daybook.ledger.StoredFormat;
import io.daybook.seal.ArchiveFormat;
import io.daybook.items.BodyCodec;
import io.daybook.storage.dynamodb.ItemFormats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a release writes and reads of all that is stored. It goes with the release: in its template's metadata under
 * {@value #METADATA}, and in its record.
 */
public final class Formats {
  /** The key of the template's metadata. */
  public static final String METADATA = "daybook:formats";

  private final SortedMap<String, StoredFormat> byName;

  private Formats(SortedMap<String, StoredFormat> byName) {
    this.byName = byName;
  }

  /** Formats, each of its own name. */
  public static Formats of(List<StoredFormat> formats) {
    return new Formats(
        formats.stream()
            .collect(
                Collectors.toMap(
                    StoredFormat::name,
                    Function.identity(),
                    (one, other) -> {
                      throw new IllegalArgumentException("two formats are named " + one.name());
                    },
                    TreeMap::new)));
  }

  /** Those of the code that runs here, as the codecs declare them. */
  public static Formats declared() {
    return of(
        List.of(
            StepCodec.FORMAT,
            BodyCodec.FORMAT,
            ItemFormats.MESSAGE,
            ItemFormats.STEP_ITEM,
            ItemFormats.STATE,
            new StoredFormat(
                "archive", Set.of(ArchiveFormat.FORMAT), Set.of(ArchiveFormat.FORMAT))));
  }

  /** The format of that name, if the release knows such a thing. */
  Optional<StoredFormat> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All, by name. */
  public List<StoredFormat> all() {
    return List.copyOf(byName.values());
  }

  /** What lies in the store once this release has written. */
  Written written() {
    return Written.NOTHING.and(this);
  }

  /** The JSON of metadata and records: {@code {"step": {"writes": [1], "reads": [1]}}}. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new TreeMap<>();
    byName.forEach((name, format) ->
        json.put(name, new Form(sorted(format.writes()), sorted(format.reads()))));
    return json;
  }

  /** The inverse of {@link #toJson}, as Jackson hands it over. */
  static Formats fromJson(Map<String, Form> json) {
    return of(
        json.entrySet().stream()
            .map(entry ->
                new StoredFormat(
                    entry.getKey(),
                    Set.copyOf(entry.getValue().writes()),
                    Set.copyOf(entry.getValue().reads())))
            .toList());
  }

  private static List<Integer> sorted(Set<Integer> numbers) {
    return List.copyOf(new TreeSet<>(numbers));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Formats formats && byName.equals(formats.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }

  /** One format as JSON. */
  record Form(List<Integer> writes, List<Integer> reads) {
    /** Copies. */
    Form {
      writes = List.copyOf(writes);
      reads = List.copyOf(reads);
    }
  }
}
