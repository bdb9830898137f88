package io.daybook.simulation.month;

import java.time.Instant;
import java.util.List;

/**
 * A parcel that left.
 *
 * @param id the shop's id of the fulfilment
 * @param at when it left
 * @param contents what is in it
 * @param tracking the carrier's number
 */
public record Parcel(long id, Instant at, List<Packed> contents, String tracking) {
  /** A quantity of a line in a parcel, and the shop's id of this line of the fulfilment. */
  public record Packed(long id, Line line, int quantity) {}

  /** Copies the contents. */
  public Parcel {
    contents = List.copyOf(contents);
  }
}
