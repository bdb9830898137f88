package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What splits the figures of one account: where a thing was sold. It is written as {@code channel|location|store}, what
 * is absent at the end left out, such as {@code web}, {@code pos|655441491} or {@code ||shopify:blue-cup}: a book keeps
 * one for each entry, and pays for every letter.
 *
 * @param store whose sale it was; absent where it is the origin of the subject that holds the entry
 * @param channel through what it was sold
 * @param location the platform's id of the place where it was sold
 */
public record Dimensions(
    Optional<String> store, Optional<String> channel, Optional<String> location) {
  /** No dimension at all. */
  public static final Dimensions NONE =
      new Dimensions(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String BAR = "|";

  /** Refuses what is blank, too long, or has a bar or a control character. */
  public Dimensions {
    require(store, "store");
    require(channel, "channel");
    require(location, "location");
  }

  private static void require(Optional<String> said, String what) {
    said.ifPresent(value -> {
      Text.requireId(value, what);
      if (value.contains(BAR)) {
        throw new IllegalArgumentException(what + " is '" + value + "', expected no bar in it");
      }
    });
  }

  /** A channel and a location of the subject's own store; a bar in a platform's word becomes a dash. */
  public static Dimensions of(Optional<String> channel, Optional<String> location) {
    return new Dimensions(
        Optional.empty(),
        channel.map(said -> said.replace(BAR, "-")),
        location.map(said -> said.replace(BAR, "-")));
  }

  /** The inverse of {@link #toString}. */
  @JsonCreator
  public static Dimensions parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length > 3) {
      throw new IllegalArgumentException(
          "dimensions are '" + text + "', expected channel|location|store");
    }
    return new Dimensions(part(parts, 2), part(parts, 0), part(parts, 1));
  }

  private static Optional<String> part(String[] parts, int index) {
    return index < parts.length && !parts[index].isEmpty()
        ? Optional.of(parts[index])
        : Optional.empty();
  }

  /** Whether nothing is said. */
  public boolean isNone() {
    return equals(NONE);
  }

  @JsonValue
  @Override
  public String toString() {
    String all = channel.orElse("") + BAR + location.orElse("") + BAR + store.orElse("");
    return all.replaceFirst("\\|+$", "");
  }
}
