package io.daybook.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a standing notice is told to a place: a function of what stands, of what was told there, of the preferences and of
 * the time, so that every run decides alike.
 */
final class Timing {
  /** What flickers for two runs is not over. */
  static final Duration OVER_AFTER = Duration.ofMinutes(10);

  private record Ready(Reason reason, Instant at) {}

  private Timing() {}

  /** Why the place is to be told now, if it is. */
  static Optional<Reason> due(
      Standing standing, Destination place, Preferences wish, Instant now, ZoneId zone) {
    if (!wish.on() || wish.quiet().filter(quiet -> quiet.holdAt(now)).isPresent()) {
      return Optional.empty();
    }
    Optional<Standing.Told> told = Optional.ofNullable(standing.told().get(place.text()));
    Optional<Ready> ready =
        standing.goneSince().isPresent()
            ? over(standing.goneSince().get(), standing, told, wish)
            : wish.matters(standing.amount()) ? open(standing, told, wish) : Optional.empty();
    return ready.filter(one -> !now.isBefore(wish.pace().tells(one.at(), zone))).map(Ready::reason);
  }

  /** Whether nothing is left to be told to a place of something that is over. */
  static boolean isDone(Standing standing, Destination place, Preferences wish) {
    return !wish.on()
        || over(
                standing.goneSince().orElse(standing.changedAt()),
                standing,
                Optional.ofNullable(standing.told().get(place.text())),
                wish)
            .isEmpty();
  }

  private static Optional<Ready> over(
      Instant gone, Standing standing, Optional<Standing.Told> told, Preferences wish) {
    return wish.settled()
            && standing.kind().canSettle()
            && told.filter(Standing.Told::arrived).isPresent()
        ? Optional.of(new Ready(Reason.SETTLED, gone.plus(OVER_AFTER)))
        : Optional.empty();
  }

  private static Optional<Ready> open(
      Standing standing, Optional<Standing.Told> told, Preferences wish) {
    if (told.isEmpty()) {
      Instant lasted = standing.since().plus(wish.after());
      return Optional.of(new Ready(Reason.NEW, later(standing.firstSeen(), lasted)));
    }
    if (!told.get().measure().equals(standing.measure())) {
      return Optional.of(new Ready(Reason.CHANGED, standing.changedAt()));
    }
    return wish.again().map(time -> new Ready(Reason.REMINDER, told.get().at().plus(time)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
