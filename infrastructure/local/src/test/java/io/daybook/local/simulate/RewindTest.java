package io.daybook.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.export.BookExport;
import io.daybook.simulation.history.Names;
import io.daybook.simulation.history.Operation;
import io.daybook.statements.StatementFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past can be asked: whoever asks again for what was printed gets the same bytes (DESIGN promises 5 and 8). */
final class RewindTest {
  private static final long SEED = 20_261_121;
  private static final int INSTANTS = 50;

  /** A known-at of this age is final. */
  private static final Duration SETTLED = Duration.ofMinutes(3);

  @TempDir Path folder;

  /** What was printed: the balances as of a day in two forms, and the tax of a month. */
  private record Printed(LocalDate asOf, Instant knownAt, String csv, String paper, String tax) {}

  private static String print(
      BookExport export, LocalDate asOf, Instant known, StatementFormat as) {
    byte[] bytes = export.trialBalance(asOf, Optional.of(known), as);
    // One character for each byte: compared byte for byte, and shown as text if it differs.
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Printed print(BookExport export, LocalDate asOf, Instant known) {
    YearMonth month = YearMonth.from(asOf);
    byte[] tax =
        export.table(
            export.tax(month.atDay(1), month.atEndOfMonth(), Optional.of(known)),
            StatementFormat.CSV);
    return new Printed(
        asOf,
        known,
        print(export, asOf, known, StatementFormat.CSV),
        print(export, asOf, known, StatementFormat.PDF),
        new String(tax, StandardCharsets.ISO_8859_1));
  }

  @Test
  void aYearIsRewoundToFiftyInstantsAndTheBooksAreThoseThatWereThenPrinted() {
    List<Operation> year = YearOfAShop.of(SEED);
    Random random = new Random(SEED);
    Set<Integer> stops = new HashSet<>();
    while (stops.size() < INSTANTS) {
      stops.add(20 + random.nextInt(year.size() - 20));
    }
    Play play = new Play(folder, SEED, Play.Balances.LEFT_OUT);
    BookExport export = new BookExport(play.machine.sound(), Machine.BOOK);
    List<Printed> printed = new ArrayList<>();
    for (int place = 0; place < year.size(); place++) {
      play.run(List.of(year.get(place)));
      if (stops.contains(place)) {
        play.hand.pass(SETTLED);
        Instant known = play.hand.instant().minus(SETTLED);
        printed.add(print(export, anyDay(random, Names.day(known)), known));
        // And of any day until now, as it was known at an instant that was past already.
        long seconds = Math.max(1, ChronoUnit.SECONDS.between(Names.START, known));
        Instant before = Names.START.plusSeconds(random.nextLong(seconds));
        printed.add(print(export, anyDay(random, Names.day(known)), before));
      }
    }
    assertThat(play.wrong).as("seed %d", SEED).isEmpty();
    assertThat(play.calendar.locks()).hasSizeGreaterThan(9);

    for (Printed then : printed) {
      assertThat(print(export, then.asOf(), then.knownAt()))
          .as("seed %d, as of %s known at %s", SEED, then.asOf(), then.knownAt())
          .isEqualTo(then);
    }
    // The question is not idle: what is known now of those days is another matter.
    Instant now = play.hand.instant();
    assertThat(printed).hasSize(2 * INSTANTS);
    assertThat(printed.stream().map(Printed::csv).distinct()).hasSizeGreaterThan(INSTANTS);
    assertThat(
            printed.stream()
                .filter(then ->
                    !print(export, then.asOf(), now, StatementFormat.CSV).equals(then.csv())))
        .hasSizeGreaterThan(INSTANTS / 5);
  }

  private static LocalDate anyDay(Random random, LocalDate last) {
    LocalDate first = Names.day(Names.START);
    return first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, last) + 1));
  }
}
