package io.daybook.posting;

import static io.daybook.posting.Sample.CUP;
import static io.daybook.posting.Sample.SUBJECT;
import static io.daybook.posting.Sample.calledBack;
import static io.daybook.posting.Sample.cost;
import static io.daybook.posting.Sample.paid;
import static io.daybook.posting.Sample.parcel;
import static io.daybook.posting.Sample.plain;
import static io.daybook.posting.Sample.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fulfilment;
import io.daybook.ledger.Discrepancy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Costs that come to be known after their parcel was called back. Whoever waits for a cost is looked at again when it is
 * known, so it must be listed: the simulator found books that depended on whether something else was told since.
 */
final class LateCostsTest {
  private static final Fulfilment BACK =
      calledBack(parcel("p1", "2026-10-02", shipped("cup", 1)), "2026-10-04");

  @Test
  @Tag("accounting-13")
  @Tag("accounting-14")
  void aParcelThatWasCalledBackWaitsForItsCostToo() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"), BACK);
    assertThat(books.only(Discrepancy.Kind.COST_UNKNOWN))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains(CUP.value()));

    books.tell(cost(4000, "2026-01-01"));
    books.learn(SUBJECT, List.of());

    assertThat(books.on("2026-10-02")).containsEntry("5000", 4000L).containsEntry("1300", -4000L);
    assertThat(books.on("2026-10-04")).containsEntry("5000", -4000L).containsEntry("1300", 4000L);
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-14")
  @Tag("accounting-72")
  void goodsThatLeftBeforeTheCutOverAndComeBackAfterItWaitForTheirCost() {
    TestBooks books =
        TestBooks.with(rules -> TestBooks.withCutOver(rules, LocalDate.parse("2026-10-03")))
            .tell(plain(), paid("1", 10584, "2026-10-01"), BACK);

    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.COST_UNKNOWN);
  }

  @Test
  @Tag("accounting-72")
  void whatLeftAndStayedAwayBeforeTheCutOverNeedsNoCost() {
    TestBooks books =
        TestBooks.with(rules -> TestBooks.withCutOver(rules, LocalDate.parse("2026-10-03")))
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("cup", 1)));

    assertThat(books.discrepancies()).isEmpty();
  }
}
