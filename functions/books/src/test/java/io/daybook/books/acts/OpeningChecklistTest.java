package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.Bookkeeper;
import io.daybook.books.acts.Checklist.Item;
import io.daybook.books.acts.Checklist.Standing;
import io.daybook.events.Opening;
import io.daybook.events.Reference;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class OpeningChecklistTest {
  @Test
  @Tag("accounting-72")
  void whatWasTakenOverIsInOrderAndWhatIsUsuallyThereAndMissingIsAskedFor() {
    Rules rules =
        new Rules(
            1,
            ActsBook.USD,
            ZoneOffset.UTC,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(ActsBook.BANK, "main"),
            Policy.standard());
    Opening opening =
        new Opening(
            Bookkeeper.own(ActsBook.BOOK),
            new Reference("cut-over"),
            LocalDate.of(2026, 10, 1),
            "jane",
            List.of(
                new Opening.Balance("1000:main", ActsBook.USD, 120000, Optional.empty()),
                new Opening.Balance("2100", ActsBook.USD, -30000, Optional.empty())));

    List<Item> items = OpeningChecklist.of(opening, rules);

    assertThat(items)
        .filteredOn(item -> item.standing() == Standing.DONE)
        .extracting(Item::what)
        .containsExactly("1000 Bank: main", "2100 Deferred revenue");
    assertThat(items)
        .filteredOn(item -> item.standing() == Standing.OPEN)
        .extracting(Item::words)
        .contains("Nothing as of 2026-10-01. Was there tax that was collected and not paid yet?");
  }
}
