package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.ledger.MappingLine.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the default accounts are shown in an accountant's own chart. Of the lines that mean a leg, the one that says most
 * decides; what no line means is shown on its default account.
 */
public final class Mapping {
  private static final Mapping NONE = new Mapping(List.of());

  private final List<MappingLine> lines;

  /** By number of the default account, then by location: those that say most first. */
  private final Map<Integer, Map<String, List<MappingLine>>> index = new HashMap<>();

  private Mapping(List<MappingLine> lines) {
    this.lines = List.copyOf(lines);
    for (MappingLine line : lines) {
      index
          .computeIfAbsent(line.account().number(), _ -> new HashMap<>())
          .computeIfAbsent(line.only().location().orElse(""), _ -> new ArrayList<>())
          .add(line);
    }
    index
        .values()
        .forEach(places ->
            places
                .values()
                .forEach(
                    list -> list.sort(Comparator.comparingInt(MappingLine::weight).reversed())));
  }

  /** The mapping that maps nothing. */
  public static Mapping none() {
    return NONE;
  }

  /** A mapping of lines; two that mean the same and say as much are for the reader of the file to refuse. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Mapping of(List<MappingLine> lines) {
    return lines.isEmpty() ? NONE : new Mapping(lines);
  }

  /** The lines, as they came. */
  @JsonValue
  public List<MappingLine> lines() {
    return lines;
  }

  /** Whether it maps nothing. */
  public boolean isNone() {
    return lines.isEmpty();
  }

  /** The line that decides for a leg, if one means it. */
  public Optional<MappingLine> line(AccountCode account, Place place) {
    Map<String, List<MappingLine>> places = index.getOrDefault(account.number(), Map.of());
    Optional<MappingLine> here =
        place.location().isEmpty()
            ? Optional.empty()
            : first(places.get(place.location().get()), account, place);
    Optional<MappingLine> anywhere = first(places.get(""), account, place);
    if (here.isPresent() && anywhere.isPresent()) {
      return here.get().weight() >= anywhere.get().weight() ? here : anywhere;
    }
    return here.or(() -> anywhere);
  }

  private static Optional<MappingLine> first(
      @Nullable List<MappingLine> ordered, AccountCode account, Place place) {
    return ordered == null
        ? Optional.empty()
        : ordered.stream().filter(line -> line.means(account, place)).findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping mapping && lines.equals(mapping.lines);
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public String toString() {
    return lines.size() == 1 ? "1 line" : lines.size() + " lines";
  }
}
