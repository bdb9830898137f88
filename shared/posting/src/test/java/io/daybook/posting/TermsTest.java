package io.daybook.posting;

import static io.daybook.posting.Sample.act;
import static io.daybook.posting.Sample.order;
import static io.daybook.posting.Sample.paid;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.LineId;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines that time earns. The simulator found what these hold. */
final class TermsTest {
  private static TestBooks cash() {
    return TestBooks.under(
        policy -> policy.with(RecognitionPolicy.standard().with(RecognitionPolicy.Basis.CASH)));
  }

  /** Sixty-one days of 2026, of which September is over. */
  private static OrderState plan() {
    OrderLine line =
        new OrderLine(
            new LineId("plan"),
            Optional.empty(),
            OrderLine.Kind.SERVICE,
            1,
            6100,
            0,
            List.of(),
            Optional.of(
                new OrderLine.Term(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-31"))),
            Optional.empty(),
            Optional.empty());
    return order(List.of(line), List.of());
  }

  @Test
  @Tag("accounting-17")
  @Tag("accounting-A17")
  void noMonthsEndDefersWhatWasPaid() {
    TestBooks books = cash().tell(plan(), paid("1", 6100, "2026-09-01"));

    assertThat(books.on("2026-09-30")).isEmpty();
    assertThat(books.on("2026-10-01")).isEmpty();
    assertThat(books.net()).isEqualTo(entry("Dr 1100 61.00; Cr 4000 61.00"));
  }

  @Test
  @Tag("accounting-17")
  @Tag("accounting-A17")
  void timeEarnsNothingThatNobodyPaid() {
    TestBooks books = cash().tell(plan(), act("a1", "2026-10-05", OrderAct.Act.WRITE_OFF));

    assertThat(books.net()).isEmpty();
  }

  /** It is the evening of 31 October in the book's zone. */
  @Test
  @Tag("accounting-17")
  void aTermsLastMonthCountsOnceItIsOverLikeAnyOther() {
    TestBooks books = TestBooks.under(policy -> policy).tell(plan(), paid("1", 6100, "2026-09-01"));

    assertThat(books.on("2026-10-31")).isEmpty();
    assertThat(books.net()).isEqualTo(entry("Dr 1100 61.00; Cr 4000 30.00; Cr 2100 31.00"));
  }
}
