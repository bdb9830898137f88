package io.daybook.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * A busy connection from which no webhook came for longer than usual.
 *
 * <p>The rule. Let the silence be the time since the last quarter hour in which a webhook came, of it at most the first
 * day. Take the same stretch of clock time, in the book's zone, on each of the fourteen days before. A day counts if the
 * connection was heard before its stretch began. The silence is unusual if
 *
 * <ul>
 *   <li>at least seven days count,
 *   <li>on all of them but one at most, something came in at least five quarter hours of the stretch, and
 *   <li>that is so on the same weekday a week ago, and two weeks ago if that day counts.
 * </ul>
 *
 * A shop that sleeps at night slept on the nights before as well, so that its stretch there holds nothing; one that
 * closes on Sundays is compared with its Sundays; one bad day in two weeks teaches nothing wrong. Counting quarter hours
 * and not messages makes a burst one arrival. Where five quarter hours were the second least of two weeks, the usual is
 * about ten, and none at all is an accident less than once in ten thousand such stretches. A connection that brings fewer
 * than five quarter hours a day is never called silent: it is not busy. Once a silence is unusual it stays so until
 * something comes, for a longer stretch holds no less.
 *
 * @param since the end of the last quarter hour in which something came
 * @param usual in how many quarter hours something came, at the least but one, in the same stretch of a day
 * @param days how many days were compared
 */
public record Silence(Instant since, int usual, int days) {
  /** So many quarter hours must usually bring something for their silence to say something. */
  static final int BUSY = 5;

  /** Two weeks hold each weekday twice. */
  static final int HISTORY_DAYS = 14;

  /** Fewer days are no history. */
  static final int MIN_DAYS = 7;

  private static final Duration LONGEST_STRETCH = Duration.ofDays(1);

  /**
   * The silence of a connection, if it is unusual.
   *
   * @param heard the quarter hours in which something came
   * @param zone the book's
   */
  public static Optional<Silence> of(NavigableSet<Quarter> heard, Instant now, ZoneId zone) {
    if (heard.isEmpty() || !heard.last().end().isBefore(now)) {
      return Optional.empty();
    }
    Instant since = heard.last().end();
    Instant until = earlier(now, since.plus(LONGEST_STRETCH));
    List<Integer> counts = new ArrayList<>();
    for (int daysBack = 1; daysBack <= HISTORY_DAYS; daysBack++) {
      Instant from = back(since, daysBack, zone);
      if (heard.first().start().isAfter(from)) {
        break;
      }
      int count = count(heard, from, back(until, daysBack, zone));
      if (daysBack % 7 == 0 && count < BUSY) {
        return Optional.empty();
      }
      counts.add(count);
    }
    if (counts.size() < MIN_DAYS) {
      return Optional.empty();
    }
    int leastButOne = counts.stream().sorted().toList().get(1);
    return leastButOne < BUSY
        ? Optional.empty()
        : Optional.of(new Silence(since, leastButOne, counts.size()));
  }

  /** The quarter hours that lie wholly in a stretch and brought something. */
  private static int count(NavigableSet<Quarter> heard, Instant from, Instant to) {
    Quarter first = Quarter.of(from);
    Quarter end = Quarter.of(to);
    return first.compareTo(end) >= 0 ? 0 : heard.subSet(first, true, end, false).size();
  }

  /** The same time by the clock on the wall, so that a change to summer time moves nothing. */
  private static Instant back(Instant at, int days, ZoneId zone) {
    return ZonedDateTime.ofInstant(at, zone).minusDays(days).toInstant();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
