package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static io.daybook.reconciliation.TestBook.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Dispute;
import io.daybook.events.Dispute.DisputedOrder;
import io.daybook.events.Dispute.Status;
import io.daybook.events.DisputeId;
import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Discrepancy.Kind;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DisputesTest {
  private static final DisputedOrder ORDER = new DisputedOrder(TestBook.SHOP, new OrderId("1001"));

  private final TestBook book = new TestBook();

  private static Dispute dispute(
      Status status, Optional<Reference> payment, Optional<DisputedOrder> order) {
    Optional<Instant> closed =
        status == Status.LOST || status == Status.WON
            ? Optional.of(TestBook.noon(DAY.plusDays(50)))
            : Optional.empty();
    return new Dispute(
        TestBook.STRIPE,
        new DisputeId("dp_1"),
        status,
        "fraudulent",
        USD,
        10_584,
        TestBook.noon(DAY.plusDays(40)),
        closed,
        payment,
        order);
  }

  private static Dispute lost() {
    return dispute(Status.LOST, Optional.of(new Reference("ch_1")), Optional.empty());
  }

  private void tell(Dispute dispute) {
    SubjectId subject = new SubjectId(SubjectId.Kind.DISPUTE, TestBook.STRIPE, "dp_1");
    book.open(subject);
    book.post(subject, List.of(dispute), Optional.empty());
  }

  private boolean open() {
    return !book.state.list(StateStore.Kind.OPEN_ITEM).isEmpty();
  }

  @Test
  @Tag("accounting-40")
  void aLostDisputeIsBroughtToTheOrderThatPostedItsPayment() {
    book.paid("1000", "ch_0", 10_584, DAY);
    book.paid("1001", "ch_1", 10_584, DAY);
    book.charged("txn_0", "ch_0", 10_584, DAY);
    book.charged("txn_1", "ch_1", 10_584, DAY.plusDays(1));
    tell(lost());
    assertThat(book.reconcile().facts()).containsExactly(lost().of(ORDER));
    assertThat(open()).isTrue();
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(open()).isFalse();
  }

  @Test
  void aDisputeThatIsNotDecidedWaits() {
    book.paid("1001", "ch_1", 10_584, DAY);
    book.charged("txn_1", "ch_1", 10_584, DAY);
    tell(dispute(Status.NEEDS_RESPONSE, Optional.of(new Reference("ch_1")), Optional.empty()));
    assertThat(book.settle().facts()).isEmpty();
    assertThat(open()).isTrue();
    tell(lost());
    assertThat(book.reconcile().facts()).hasSize(1);
  }

  @Test
  void aDisputeWhoseOrderWasToldNeedsNothing() {
    tell(dispute(Status.LOST, Optional.of(new Reference("ch_1")), Optional.of(ORDER)));
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(open()).isFalse();
  }

  @Test
  void aLostDisputeWithoutAnOrderIsShownUntilTheOrderComesLate() {
    book.charged("txn_1", "ch_1", 10_584, DAY);
    tell(lost());
    assertThat(book.settle().discrepancies())
        .containsExactly(
            new Discrepancy(
                Kind.DISPUTE_WITHOUT_ORDER,
                "dispute/stripe:acct_1/dp_1",
                10_584,
                Optional.of(USD),
                "the dispute was lost, and no order is known that was paid by ch_1"));
    book.clock.advance(java.time.Duration.ofHours(5));
    book.settle();
    book.paid("1001", "ch_1", 10_584, DAY);
    assertThat(book.reconcile().facts()).containsExactly(lost().of(ORDER));
    assertThat(book.settle().discrepancies()).isEmpty();
  }

  @Test
  void aLostDisputeThatNamesNoPaymentIsShown() {
    tell(dispute(Status.LOST, Optional.empty(), Optional.empty()));
    assertThat(book.settle().discrepancies())
        .singleElement()
        .matches(wrong -> wrong.reason().contains("does not say which payment"));
  }

  @Test
  @Tag("accounting-39")
  void aDisputeThatIsWonAfterItWasLostReachesTheOrderToo() {
    book.paid("1001", "ch_1", 10_584, DAY);
    book.charged("txn_1", "ch_1", 10_584, DAY);
    tell(lost());
    book.settle();
    Dispute won = dispute(Status.WON, Optional.of(new Reference("ch_1")), Optional.empty());
    tell(won);
    assertThat(book.reconcile().facts()).containsExactly(won.of(ORDER));
    book.settle();
    assertThat(open()).isFalse();
  }
}
