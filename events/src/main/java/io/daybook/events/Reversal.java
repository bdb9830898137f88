package io.daybook.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry was reversed by a person. Its identity is that of the entry reversed, so that there can be only one (DESIGN
 * promise 4).
 *
 * @param origin {@code daybook:} and the book
 * @param subject whose entry, such as {@code order/shopify:blue-cup.myshopify.com/450789469}
 * @param step which step of its log holds the entry
 * @param day on which the reversal counts
 * @param legs the entry's, each with the other sign
 * @param by who reversed it
 * @param reason why
 * @param at when
 * @param dimensions of the entry reversed, if it has any
 */
public record Reversal(
    Origin origin,
    String subject,
    int step,
    LocalDate day,
    List<EnteredLeg> legs,
    String by,
    String reason,
    Instant at,
    Optional<Dimensions> dimensions)
    implements Happening, Act {
  /** A reversal of an entry without dimensions. */
  public Reversal(
      Origin origin,
      String subject,
      int step,
      LocalDate day,
      List<EnteredLeg> legs,
      String by,
      String reason,
      Instant at) {
    this(origin, subject, step, day, legs, by, reason, at, Optional.empty());
  }

  /** Copies the list; refuses a reversal without a name on it. */
  public Reversal {
    legs = List.copyOf(legs);
    Text.requireId(by, "by");
  }

  /** The id of the one reversal that an entry can have. */
  public static String id(String subject, int step) {
    return subject + "#" + step;
  }

  @Override
  public FactKey key() {
    return new FactKey("reversal", origin, id(subject, step));
  }

  @Override
  public Fact money() {
    return new Reversal(origin, subject, step, day, legs, "-", "", Instant.EPOCH, dimensions);
  }
}
