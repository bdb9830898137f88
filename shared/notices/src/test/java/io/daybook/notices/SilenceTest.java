package io.daybook.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SilenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);

  /** Quarter hours from a day on until an instant, those that the shop is awake in. */
  private static NavigableSet<Quarter> heard(
      LocalDate first, Instant until, Predicate<ZonedDateTime> awake) {
    NavigableSet<Quarter> heard = new TreeSet<>();
    Instant at = first.atStartOfDay(BERLIN).toInstant();
    while (at.isBefore(until)) {
      if (awake.test(at.atZone(BERLIN))) {
        heard.add(Quarter.of(at));
      }
      at = at.plus(Quarter.LENGTH);
    }
    return heard;
  }

  private static boolean byDay(ZonedDateTime at) {
    return !at.toLocalTime().isBefore(LocalTime.of(8, 0))
        && at.toLocalTime().isBefore(LocalTime.of(22, 0));
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @Test
  @Tag("failure-4")
  void aBusyShopThatStopsAtNoonIsSilentAfterFiveQuarterHours() {
    NavigableSet<Quarter> heard = heard(FIRST, berlin("2026-10-20T12:00"), SilenceTest::byDay);

    assertThat(Silence.of(heard, berlin("2026-10-20T13:10"), BERLIN)).isEmpty();
    assertThat(Silence.of(heard, berlin("2026-10-20T13:15"), BERLIN))
        .contains(new Silence(berlin("2026-10-20T12:00"), 5, 14));
  }

  @Test
  void aShopThatSleepsIsNotSilentAtFourInTheMorning() {
    NavigableSet<Quarter> heard = heard(FIRST, berlin("2026-10-20T22:00"), SilenceTest::byDay);

    assertThat(Silence.of(heard, berlin("2026-10-21T04:00"), BERLIN)).isEmpty();
    assertThat(Silence.of(heard, berlin("2026-10-21T08:50"), BERLIN)).isEmpty();
    assertThat(Silence.of(heard, berlin("2026-10-21T09:15"), BERLIN)).isPresent();
  }

  @Test
  void aShopThatClosesOnSundaysIsNotSilentOnOneNorOnMondayBeforeItOpens() {
    Predicate<ZonedDateTime> weekdays = at -> byDay(at) && at.getDayOfWeek() != DayOfWeek.SUNDAY;
    NavigableSet<Quarter> heard = heard(FIRST, berlin("2026-10-24T22:00"), weekdays);

    assertThat(Silence.of(heard, berlin("2026-10-25T15:00"), BERLIN)).isEmpty();
    assertThat(Silence.of(heard, berlin("2026-10-25T21:00"), BERLIN)).isEmpty();
  }

  @Test
  void aQuietShopIsNeverSilent() {
    NavigableSet<Quarter> heard =
        heard(
            FIRST, berlin("2026-10-20T12:00"), at -> at.getMinute() == 0 && at.getHour() % 6 == 0);

    for (int hours = 1; hours < 100; hours++) {
      assertThat(
              Silence.of(heard, berlin("2026-10-20T12:00").plus(Duration.ofHours(hours)), BERLIN))
          .isEmpty();
    }
  }

  @Test
  void aWeekIsHistoryAndLessIsNot() {
    Instant stop = berlin("2026-10-20T12:00");
    Instant now = berlin("2026-10-20T15:00");
    NavigableSet<Quarter> week = heard(LocalDate.of(2026, 10, 13), stop, SilenceTest::byDay);
    NavigableSet<Quarter> less = heard(LocalDate.of(2026, 10, 14), stop, SilenceTest::byDay);

    assertThat(Silence.of(week, now, BERLIN)).isPresent();
    assertThat(Silence.of(less, now, BERLIN)).isEmpty();
  }

  @Test
  void oneBadDayInTwoWeeksTeachesNothingWrong() {
    NavigableSet<Quarter> heard =
        heard(
            FIRST,
            berlin("2026-10-20T12:00"),
            at -> byDay(at) && !at.toLocalDate().equals(LocalDate.of(2026, 10, 15)));

    assertThat(Silence.of(heard, berlin("2026-10-20T15:00"), BERLIN)).isPresent();
  }

  @Test
  void theWallsClockCountsAcrossTheEndOfSummerTime() {
    // Berlin's clocks went back on 2026-10-25: 08:00 there is an hour later by UTC.
    NavigableSet<Quarter> heard =
        heard(LocalDate.of(2026, 10, 10), berlin("2026-10-26T22:00"), SilenceTest::byDay);

    assertThat(Silence.of(heard, berlin("2026-10-27T09:00"), BERLIN)).isEmpty();
    assertThat(Silence.of(heard, berlin("2026-10-27T09:15"), BERLIN)).isPresent();
  }

  @Test
  void onceSilentItStaysSilentUntilSomethingComes() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      int oneIn = 1 + random.nextInt(12);
      Instant stop = berlin("2026-10-20T00:00").plus(Duration.ofMinutes(random.nextInt(1440)));
      NavigableSet<Quarter> heard =
          heard(FIRST, stop, at -> byDay(at) && random.nextInt(oneIn) == 0);
      boolean silent = false;
      for (int quarters = 1; quarters < 200; quarters++) {
        Instant now = stop.plus(Quarter.LENGTH.multipliedBy(quarters));
        boolean still = Silence.of(heard, now, BERLIN).isPresent();
        assertThat(silent && !still).as("seed %d, %s after %s", seed, now, stop).isFalse();
        silent = still;
      }
      heard.add(Quarter.of(stop.plus(Duration.ofDays(3))));
      assertThat(Silence.of(heard, stop.plus(Duration.ofDays(3)), BERLIN)).isEmpty();
    }
  }

  @Test
  void chanceAloneHardlyEverMakesAShopSilent() {
    int alarms = 0;
    int looks = 0;
    for (long seed = 1; seed <= 15; seed++) {
      Random random = new Random(seed);
      int oneIn = 1 + random.nextInt(10);
      NavigableSet<Quarter> all =
          heard(FIRST, berlin("2026-11-10T00:00"), at -> byDay(at) && random.nextInt(oneIn) == 0);
      Instant now = berlin("2026-10-20T00:00");
      while (now.isBefore(berlin("2026-11-09T00:00"))) {
        NavigableSet<Quarter> until = all.headSet(Quarter.of(now), false);
        alarms += Silence.of(until, now, BERLIN).isPresent() ? 1 : 0;
        looks++;
        now = now.plus(Duration.ofMinutes(45));
      }
    }
    assertThat(alarms).as("of %d looks", looks).isLessThan(looks / 1_000);
  }
}
