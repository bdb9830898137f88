package io.daybook.notices;

import java.util.List;

/**
 * What a run came to, in one book.
 *
 * @param told what arrived
 * @param unsent what should have been sent and was not
 */
public record Telling(List<Arrived> told, List<Unsent> unsent) {
  /** Copies the lists. */
  public Telling {
    told = List.copyOf(told);
    unsent = List.copyOf(unsent);
  }

  /**
   * A notice that arrived.
   *
   * @param state {@code new}, {@code changed}, {@code reminder} or {@code settled}
   */
  public record Arrived(String kind, String subject, String state, String place) {}

  /**
   * A notice that did not.
   *
   * @param reason why
   * @param again whether it is tried again by itself
   */
  public record Unsent(String kind, String subject, String place, String reason, boolean again) {}
}
