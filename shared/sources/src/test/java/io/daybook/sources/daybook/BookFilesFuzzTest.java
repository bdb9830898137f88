package io.daybook.sources.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import java.time.LocalDate;
import java.util.Set;

/** Files that a person brings: openings, rates, facts. */
class BookFilesFuzzTest {
  private static final Origin BOOK = Origin.parse("daybook:mine");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    assertThat(OpeningFiles.read("fuzz.csv", bytes, BOOK, new Reference("opening"), DAY, "me"))
        .isNotNull();
    assertThat(RateFiles.read("fuzz.csv", bytes, BOOK, DAY, Set.of(new CurrencyCode("USD")), "me"))
        .isNotNull();
    assertThat(FactFiles.read("fuzz.json", bytes)).isNotNull();
  }
}
