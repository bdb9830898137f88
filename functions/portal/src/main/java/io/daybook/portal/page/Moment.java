package io.daybook.portal.page;

import java.time.Instant;

/**
 * A time as people read it.
 *
 * @param words with its zone
 * @param machine the same in ISO 8601
 */
public record Moment(String words, String machine) {
  /** In a zone of choice. */
  static Moment of(Instant at, String words) {
    return new Moment(words, at.toString());
  }
}
