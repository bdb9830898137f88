package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static io.daybook.reconciliation.TestBook.PAYMENTS;
import static io.daybook.reconciliation.TestBook.REFUNDS;
import static io.daybook.reconciliation.TestBook.SUSPENSE;
import static io.daybook.reconciliation.TestBook.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Movement;
import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.events.Unclaimed;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Discrepancy.Kind;
import io.daybook.ledger.Leg;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class MeetingsTest {
  private final TestBook book = new TestBook();

  private long balance(io.daybook.ledger.AccountCode account, LocalDate day) {
    return book.balances().minor(account, USD, day);
  }

  @Test
  void aPaymentThatBothSidesToldAlikeIsNoNews() {
    book.paid("1001", "ch_1", 10_584, DAY);
    book.charged("txn_1", "ch_1", 10_584, DAY.plusDays(1));
    book.clock.advance(Duration.ofDays(90));
    Findings findings = book.reconcile();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-54")
  void anOrderIsToldWhatWasReallySettledOnce() {
    book.paid("1001", "ch_1", 10_585, DAY);
    book.charged("txn_1", "ch_1", 10_584, DAY.plusDays(1));
    assertThat(book.reconcile().facts())
        .containsExactly(
            new Settlement(
                TestBook.SHOP,
                new Reference("ch_1"),
                new OrderId("1001"),
                USD,
                10_584,
                TestBook.noon(DAY.plusDays(1))));
    book.settle();
    assertThat(balance(PAYMENTS, DAY.plusDays(1))).isZero();
  }

  @Test
  void aSettlementAboveTheCapIsPostingsToListAndIsNotToldAgain() {
    book.paid("1001", "ch_1", 20_000, DAY);
    book.charged("txn_1", "ch_1", 10_000, DAY);
    Settlement told = (Settlement) book.reconcile().facts().getFirst();
    book.post(TestBook.order("1001"), List.of(told), Optional.empty());
    book.clock.advance(Duration.ofDays(30));
    assertThat(book.reconcile().facts()).isEmpty();
  }

  @Test
  void aSettlementThatChangedAfterItWasToldIsToldAgain() {
    book.paid("1001", "ch_1", 20_000, DAY);
    book.charged("txn_1", "ch_1", 10_000, DAY);
    book.post(TestBook.order("1001"), book.reconcile().facts(), Optional.empty());
    book.charged("txn_2", "ch_1", 300, DAY.plusDays(1));
    Findings findings = book.reconcile();
    assertThat(findings.discrepancies()).isEmpty();
    assertThat(findings.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Settlement.class,
            again -> {
              assertThat(again.settledMinor()).isEqualTo(10_300);
              assertThat(again.version()).isEqualTo(1);
            });
    book.post(TestBook.order("1001"), findings.facts(), Optional.empty());
    assertThat(book.reconcile().facts()).isEmpty();

    book.charged("txn_3", "ch_1", -300, DAY.plusDays(2));
    assertThat(book.reconcile().facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Settlement.class,
            back -> {
              assertThat(back.settledMinor()).isEqualTo(10_000);
              assertThat(back.version()).isEqualTo(2);
            });
  }

  @Test
  @Tag("accounting-50")
  void aPaymentSettledInAnotherCurrencyMeetsUnderItsReference() {
    CurrencyCode eur = new CurrencyCode("EUR");
    book.post(
        TestBook.order("1001"),
        List.of(),
        TestBook.entry(
            "payment/ch_1",
            DAY,
            new Leg(PAYMENTS, eur, 10_000, 10_900, Optional.of(new Reference("ch_1"))),
            new Leg(TestBook.DEFERRED, eur, -10_000, -10_900, Optional.empty())));
    book.charged("txn_1", "ch_1", 10_800, DAY);
    book.clock.advance(Duration.ofDays(30));
    Findings findings = book.reconcile();
    assertThat(findings.facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Settlement.class,
            settled -> {
              assertThat(settled.settledMinor()).isEqualTo(10_800);
              assertThat(settled.currency()).isEqualTo(USD);
            });
    assertThat(findings.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-55")
  @Tag("failure-25")
  void moneyThatNoOrderClaimsWaitsAndThenGoesToSuspense() {
    book.charged("txn_1", "ch_1", 4_000, DAY);
    book.clock.advance(Duration.ofDays(7));
    assertThat(book.reconcile().facts()).isEmpty();
    assertThat(book.exceptions()).isEmpty();
    book.clock.advance(Duration.ofDays(1));
    assertThat(book.reconcile().facts())
        .containsExactly(
            new Unclaimed(
                TestBook.STRIPE, "1100", new Reference("ch_1"), 1, USD, -4_000, DAY.plusDays(8)));
    assertThat(book.settle().discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.kind()).isEqualTo(Kind.PAYMENT_UNCLAIMED);
          assertThat(wrong.subject()).isEqualTo("transaction/stripe:acct_1/txn_1");
          assertThat(wrong.minor()).isEqualTo(4_000);
          assertThat(wrong.reason())
              .isEqualTo(
                  "40.00 USD under ch_1 was received, and no order claims it, since "
                      + DAY
                      + "; it stands open on account 1100");
        });
    assertThat(balance(PAYMENTS, DAY.plusDays(8))).isZero();
    assertThat(balance(SUSPENSE, DAY.plusDays(8))).isEqualTo(-4_000);
    assertThat(balance(SUSPENSE, DAY.plusDays(7))).isZero();
  }

  @Test
  @Tag("accounting-55")
  void moneyThatIsClaimedAfterAllComesBackOutOfSuspense() {
    book.charged("txn_1", "ch_1", 4_000, DAY);
    book.clock.advance(Duration.ofDays(20));
    book.settle();
    book.paid("1001", "ch_1", 4_000, DAY.plusDays(18));
    assertThat(book.reconcile().facts())
        .containsExactly(
            new Unclaimed(
                TestBook.STRIPE, "1100", new Reference("ch_1"), 2, USD, 0, DAY.plusDays(18)));
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(balance(SUSPENSE, DAY.plusDays(30))).isZero();
    assertThat(balance(PAYMENTS, DAY.plusDays(30))).isZero();
  }

  @Test
  @Tag("accounting-55")
  void aClaimOfAnotherAmountFirstComesBackAndThenSettles() {
    book.charged("txn_1", "ch_1", 4_000, DAY);
    book.clock.advance(Duration.ofDays(20));
    book.settle();
    book.paid("1001", "ch_1", 4_001, DAY.plusDays(18));
    assertThat(book.reconcile().facts()).hasSize(2);
    book.settle();
    assertThat(balance(PAYMENTS, DAY.plusDays(30))).isZero();
    assertThat(balance(SUSPENSE, DAY.plusDays(30))).isZero();
  }

  @Test
  void anOrderThatWasPaidAndWhoseMoneyNeverCameIsShown() {
    book.paid("1001", "ch_1", 4_000, DAY);
    book.clock.advance(Duration.ofDays(8));
    assertThat(book.settle().discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.kind()).isEqualTo(Kind.PAYMENT_UNCLAIMED);
          assertThat(wrong.subject()).isEqualTo("order/shopify:blue-cup.myshopify.com/1001");
          assertThat(wrong.reason())
              .startsWith(
                  "an order counts 40.00 USD under ch_1 as paid, and no money was received,");
        });
    assertThat(balance(SUSPENSE, DAY.plusDays(9))).isEqualTo(4_000);
  }

  @Test
  @Tag("accounting-6")
  void whatACustomerOwesForDeliveredGoodsIsNotUnclaimedMoney() {
    book.paid("1001", "order/1001", 10_584, DAY);
    book.clock.advance(Duration.ofDays(90));
    Findings findings = book.reconcile();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.discrepancies()).isEmpty();
  }

  @Test
  void whatACustomerIsOwedBackIsShownAndStaysOnItsAccount() {
    book.refundGranted("1001", "order/1001", 700, DAY);
    book.clock.advance(Duration.ofDays(8));
    Findings findings = book.reconcile();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.discrepancies())
        .singleElement()
        .matches(wrong -> wrong.kind() == Kind.REFUND_UNCLAIMED && wrong.minor() == 700);
    assertThat(balance(REFUNDS, DAY.plusDays(8))).isEqualTo(-700);
  }

  @Test
  void unclaimedMoneyThatGrowsIsToldWithItsNewAmount() {
    book.charged("txn_1", "ch_1", 4_000, DAY);
    book.clock.advance(Duration.ofDays(20));
    book.settle();
    book.charged("txn_2", "ch_1", 500, DAY.plusDays(15));
    book.settle();
    assertThat(balance(SUSPENSE, DAY.plusDays(14))).isEqualTo(-4_000);
    assertThat(balance(SUSPENSE, DAY.plusDays(15))).isEqualTo(-4_500);
    assertThat(balance(PAYMENTS, DAY.plusDays(15))).isZero();
  }

  @Test
  void aRefundWithoutMoneyAndMoneyWithoutARefundAreShown() {
    book.refundGranted("1001", "re_1", 900, DAY);
    book.refunded("txn_2", "re_2", 700, DAY);
    book.clock.advance(Duration.ofDays(8));
    assertThat(book.settle().discrepancies())
        .extracting(Discrepancy::kind, Discrepancy::minor)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Kind.REFUND_UNCLAIMED, 900L),
            org.assertj.core.groups.Tuple.tuple(Kind.REFUND_UNCLAIMED, 700L));
    assertThat(balance(REFUNDS, DAY.plusDays(9))).isZero();
    assertThat(balance(SUSPENSE, DAY.plusDays(9))).isEqualTo(-200);
  }

  @Test
  void aRefundThatBouncesStandsOpenFromTheDayItBounced() {
    book.refundGranted("1001", "re_1", 900, DAY);
    book.refunded("txn_1", "re_1", 900, DAY.plusDays(1));
    book.moved("txn_2", Movement.REFUND_FAILURE, REFUNDS, "re_1", 900, 0, DAY.plusDays(20));
    book.clock.advance(Duration.ofDays(26));
    assertThat(book.reconcile().facts()).isEmpty();
    book.clock.advance(Duration.ofDays(2));
    assertThat(book.reconcile().facts())
        .singleElement()
        .isInstanceOfSatisfying(
            Unclaimed.class,
            open -> {
              assertThat(open.minor()).isEqualTo(-900);
              assertThat(open.day()).isEqualTo(DAY.plusDays(28));
            });
  }
}
