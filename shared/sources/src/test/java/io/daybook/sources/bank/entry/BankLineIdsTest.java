package io.daybook.sources.bank.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("failure-44")
class BankLineIdsTest {
  private static final List<String> REFERENCES =
      List.of("", "", "CONSTANT", "R1", "R2", "R3", "R4");

  /** Few values, so that lines repeat: amounts, references, texts and days. */
  private static List<BankEntry> month(Random random) {
    List<BankEntry> entries = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      for (int n = random.nextInt(8); n > 0; n--) {
        String reference = REFERENCES.get(random.nextInt(REFERENCES.size()));
        entries.add(
            new BankEntry(
                1,
                new Money(random.nextInt(1, 4), new CurrencyCode("EUR")),
                LocalDate.of(2026, 10, day),
                reference.isEmpty() ? Optional.empty() : Optional.of(reference),
                "",
                List.of(),
                "text" + random.nextInt(2)));
      }
    }
    return entries;
  }

  @Test
  void everyLineHasAnIdOfItsOwnHoweverTheMonthIsCutIntoFiles() {
    for (long seed = 0; seed < 200; seed++) {
      List<BankEntry> month = month(new Random(seed));
      List<BankLineId> whole = BankLineIds.of(month);

      List<BankLineId> byDay = new ArrayList<>();
      Map<LocalDate, List<BankEntry>> days =
          month.stream()
              .collect(
                  Collectors.groupingBy(BankEntry::bookedOn, TreeMap::new, Collectors.toList()));
      days.values().forEach(day -> byDay.addAll(BankLineIds.of(day)));

      assertThat(whole).as("seed " + seed).doesNotHaveDuplicates().isEqualTo(byDay);
    }
  }

  @Test
  void theOrderOfADayDoesNotChangeWhichIdsThereAre() {
    for (long seed = 0; seed < 200; seed++) {
      List<BankEntry> month = month(new Random(seed));
      List<BankEntry> shuffled = new ArrayList<>(month);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(BankLineIds.of(shuffled))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(BankLineIds.of(month));
    }
  }
}
