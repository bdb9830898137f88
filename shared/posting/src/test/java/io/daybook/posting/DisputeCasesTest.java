package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Dispute;
import io.daybook.events.DisputeId;
import io.daybook.events.Fulfilment;
import io.daybook.events.Movement;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Policy;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.TaxRelief;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 5 of ACCOUNTING.md. */
class DisputeCasesTest {
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));
  private static final String FRAUD = "fraudulent";
  private static final String NOT_RECEIVED = "product_not_received";

  private static TestBooks paidOrder(Policy policy) {
    return TestBooks.with(rules -> TestBooks.withPolicy(rules, policy))
        .tell(plain(), paid("1", 10584, "2026-10-01"));
  }

  private static Policy policy(DisputePolicy.Lost shown, TaxRelief relief) {
    return Policy.standard().with(new DisputePolicy(shown, relief));
  }

  @Test
  @Tag("accounting-37")
  void openingADisputeMovesNothing() {
    assertThat(
            paidOrder(Policy.standard())
                .effectOf(
                    dispute("dp_1", FRAUD, 10584, Dispute.Status.NEEDS_RESPONSE, Optional.empty())))
        .isEmpty();
  }

  @Test
  @Tag("accounting-38")
  @Tag("failure-30")
  void withdrawnFundsAreReceivableAndTheFeeIsToldByItsTag() {
    assertThat(
            TestBooks.standard()
                .effectOf(
                    moved(
                        "txn_d",
                        Movement.DISPUTE,
                        -10584,
                        "dp_1",
                        "dp_1",
                        "2026-10-10",
                        new Fee(Fee.Kind.DISPUTE, 1500))))
        .isEqualTo(entry("Dr 1200 105.84; Dr 6020 15.00; Cr 1010 120.84"));
    assertThat(
            TestBooks.standard()
                .effectOf(
                    moved(
                        "txn_d",
                        Movement.DISPUTE,
                        -999,
                        "dp_1",
                        "dp_1",
                        "2026-10-10",
                        new Fee(Fee.Kind.DISPUTE, 1500))))
        .isEqualTo(entry("Dr 1200 9.99; Dr 6020 15.00; Cr 1010 24.99"));
  }

  @Test
  @Tag("accounting-38")
  @Tag("accounting-39b")
  void theFeeForEvidenceIsChargedWhenItIsSentAndComesBackOnAWin() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                moved(
                    "txn_c",
                    Movement.DISPUTE,
                    0,
                    "dp_1",
                    "dp_1",
                    "2026-10-12",
                    new Fee(Fee.Kind.DISPUTE, 1500))))
        .isEqualTo(entry("Dr 6020 15.00; Cr 1010 15.00"));
    assertThat(
            books.effectOf(
                moved(
                    "txn_b",
                    Movement.DISPUTE_REVERSAL,
                    0,
                    "dp_1",
                    "dp_1",
                    "2026-10-20",
                    new Fee(Fee.Kind.DISPUTE, -1500))))
        .isEqualTo(entry("Dr 1010 15.00; Cr 6020 15.00"));
    assertThat(books.balance(6020)).isZero();
  }

  @Test
  @Tag("accounting-39")
  @Tag("accounting-39a")
  @Tag("accounting-39b")
  void aDisputeWonGivesTheMoneyBackAndTheFeeOnlyIfShown() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                moved(
                    "txn_d",
                    Movement.DISPUTE,
                    -10584,
                    "dp_1",
                    "",
                    "2026-10-10",
                    new Fee(Fee.Kind.DISPUTE, 1500)));

    assertThat(
            books.effectOf(
                moved("txn_w", Movement.DISPUTE_REVERSAL, 10584, "dp_1", "dp_1", "2026-10-20")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 1200 105.84"));
    assertThat(books.open(1200, "dp_1")).isZero();
    assertThat(
            books.effectOf(
                moved(
                    "txn_f",
                    Movement.DISPUTE_REVERSAL,
                    0,
                    "dp_1",
                    "dp_1",
                    "2026-10-20",
                    new Fee(Fee.Kind.DISPUTE, -1500))))
        .isEqualTo(entry("Dr 1010 15.00; Cr 6020 15.00"));
  }

  @Test
  @Tag("accounting-40")
  @Tag("accounting-40a")
  @Tag("failure-46")
  void aDisputeLostBeforeShipmentEmptiesDeferredRevenueAndInventsNoExpense() {
    TestBooks books = paidOrder(Policy.standard());

    assertThat(books.effectOf(lost("dp_1", "2026-10-20", FRAUD, 10584)))
        .isEqualTo(entry("Dr 2100 98.00; Dr 2010 7.84; Cr 1200 105.84"));
    assertThat(books.open(1200, "dp_1")).isEqualTo(-10584);
  }

  @Test
  @Tag("accounting-40")
  @Tag("accounting-40b")
  void aDisputeLostAfterShipmentIsContraRevenueWithTaxRelief() {
    TestBooks books =
        paidOrder(policy(DisputePolicy.Lost.CONTRA_REVENUE, TaxRelief.CLAIMED)).tell(PARCEL);

    assertThat(books.effectOf(lost("dp_1", "2026-10-20", FRAUD, 10584)))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1200 105.84"));
  }

  @Test
  @Tag("accounting-40")
  @Tag("accounting-40c")
  void withoutReliefTheTaxStaysOwed() {
    assertThat(
            paidOrder(Policy.standard())
                .tell(PARCEL)
                .effectOf(lost("dp_1", "2026-10-20", NOT_RECEIVED, 10584)))
        .isEqualTo(entry("Dr 4900 97.84; Dr 4910 8.00; Cr 1200 105.84"));
  }

  @Test
  @Tag("accounting-40")
  void fraudIsALossByDefault() {
    assertThat(
            paidOrder(Policy.standard())
                .tell(PARCEL)
                .effectOf(lost("dp_1", "2026-10-20", FRAUD, 10584)))
        .isEqualTo(entry("Dr 6010 105.84; Cr 1200 105.84"));
    assertThat(
            paidOrder(policy(DisputePolicy.Lost.EXPENSE, TaxRelief.CLAIMED))
                .tell(PARCEL)
                .effectOf(lost("dp_1", "2026-10-20", NOT_RECEIVED, 10584)))
        .isEqualTo(entry("Dr 6010 98.00; Dr 2010 7.84; Cr 1200 105.84"));
  }

  @Test
  @Tag("accounting-40")
  void aPartIsTakenFromTheGoodsBeforeTheShipping() {
    assertThat(
            paidOrder(Policy.standard())
                .tell(PARCEL)
                .effectOf(lost("dp_1", "2026-10-20", NOT_RECEIVED, 5292)))
        .isEqualTo(entry("Dr 4900 52.92; Cr 1200 52.92"));
  }

  @Test
  @Tag("accounting-40")
  void aGiftCardTipAndDutiesAreUnwoundToo() {
    TestBooks books = TestBooks.standard().tell(full(), paid("1", 13884, "2026-10-01"));

    assertThat(books.effectOf(lost("dp_1", "2026-10-20", FRAUD, 13884)))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 2010 7.84; Dr 2220 5.00; Dr 2030 3.00; Dr 2200 25.00; Cr 1200 138.84"));
  }

  @Test
  @Tag("accounting-40")
  void aDisputeLostAfterARefundIsAnOverRefund() {
    TestBooks books = paidOrder(Policy.standard()).tell(PARCEL, amount("r1", "2026-10-08", 10584));

    assertThat(books.effectOf(lost("dp_1", "2026-10-20", NOT_RECEIVED, 10584)))
        .isEqualTo(entry("Dr 6010 105.84; Cr 1200 105.84"));
    assertThat(books.only(Discrepancy.Kind.OVER_REFUNDED))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(10584));
  }

  @Test
  void aLostDisputeWithoutAnOrderIsReportedUntilItsOrderIsFound() {
    Dispute found = lost("dp_1", "2026-10-20", FRAUD, 10584);
    Dispute alone =
        new Dispute(
            STRIPE,
            new DisputeId("dp_1"),
            found.status(),
            FRAUD,
            found.currency(),
            found.amountMinor(),
            found.openedAt(),
            found.closedAt(),
            Optional.empty(),
            Optional.empty());
    TestBooks books = paidOrder(Policy.standard()).tell(alone);
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.DISPUTE_WITHOUT_ORDER);

    books.tell(found);
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.balance(1200)).isEqualTo(-10584);

    SubjectId subject = new SubjectId(SubjectId.Kind.DISPUTE, STRIPE, "dp_1");
    assertThat(books.learn(subject, List.of(alone))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(books.log(new SubjectId(SubjectId.Kind.ORDER, SHOP, "1001"))).isNotEmpty();
  }
}
