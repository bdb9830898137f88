package io.daybook.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person changed switches of a book's policy: a new version of its rules, which counts for subjects that are first
 * posted after it (DESIGN promise 12), and of those for what happened from a day on (decision 30).
 *
 * @param origin {@code daybook:} and the book
 * @param id names the act
 * @param settings the switches as they stand from then on
 * @param from the day, in the book's zone, from which they stand so; absent: from the beginning
 * @param by who changed them
 * @param reason why
 * @param at when
 */
public record PolicyChange(
    Origin origin,
    Reference id,
    List<Setting> settings,
    Optional<LocalDate> from,
    String by,
    String reason,
    Instant at)
    implements Happening, Act {
  /**
   * A switch and where it stands.
   *
   * @param name theme and switch, such as {@code recognition.trigger}
   * @param value a word such as {@code DELIVERY}, a number, or JSON
   */
  public record Setting(String name, String value) {}

  /** Copies the list; refuses an act without a name on it, and one that changes nothing. */
  public PolicyChange {
    settings = List.copyOf(settings);
    Text.requireId(by, "by");
    if (settings.isEmpty()) {
      throw new IllegalArgumentException("settings are none, expected at least one");
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("policy-change", origin, id.value());
  }
}
