package io.daybook.ledger;

import io.daybook.events.Dimensions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** By what figures can be split beside their account. An entry has one value of each, so each value's figures balance. */
public enum Dimension {
  /** Whose account on a platform told of it. */
  STORE,
  /** Through what it was sold. */
  CHANNEL,
  /** Where it was sold. */
  LOCATION;

  /** What the value is called of an entry that has none. */
  public static final String NONE = "";

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What comes after {@code by} in words for people. */
  public static String words() {
    return Arrays.stream(values()).map(Dimension::word).collect(Collectors.joining(", "));
  }

  /**
   * The dimension of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Dimension parse(String word) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "dimension is '" + word + "', expected one of " + words()));
  }

  /** An entry's value; {@link #NONE} if it has none. */
  public String of(SubjectId subject, Optional<Dimensions> of) {
    Dimensions known = of.orElse(Dimensions.NONE);
    return switch (this) {
      case STORE -> known.store().orElseGet(() -> subject.origin().toString());
      case CHANNEL -> known.channel().orElse(NONE);
      case LOCATION -> known.location().orElse(NONE);
    };
  }
}
