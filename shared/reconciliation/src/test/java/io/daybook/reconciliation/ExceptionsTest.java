package io.daybook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.StateStore;
import io.daybook.reconciliation.Exceptions.By;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExceptionsTest {
  private final TestBook book = new TestBook();
  private final Exceptions exceptions = new Exceptions(book.state);

  private static Discrepancy wrong(Discrepancy.Kind kind, String subject, long minor) {
    return new Discrepancy(kind, subject, minor, Optional.of(TestBook.USD), "reason");
  }

  @Test
  void whatIsNoLongerWrongLeavesTheList() {
    Discrepancy cost = wrong(Discrepancy.Kind.COST_UNKNOWN, TestBook.order("1").toString(), 0);
    exceptions.replace(By.POST, TestBook.order("1"), List.of(cost));
    assertThat(exceptions.list()).containsExactly(cost);
    exceptions.replace(By.POST, TestBook.order("1"), List.of());
    assertThat(exceptions.list()).isEmpty();
    assertThat(book.state.list(StateStore.Kind.EXCEPTION)).isEmpty();
  }

  @Test
  void sayingTheSameAgainWritesNothing() {
    Discrepancy one = wrong(Discrepancy.Kind.COST_UNKNOWN, TestBook.order("1").toString(), 0);
    Discrepancy two = wrong(Discrepancy.Kind.OVER_REFUNDED, TestBook.order("1").toString(), 5);
    exceptions.replace(By.POST, TestBook.order("1"), List.of(one, two));
    exceptions.replace(By.POST, TestBook.order("1"), List.of(two, one, two));
    assertThat(book.state.list(StateStore.Kind.EXCEPTION))
        .singleElement()
        .matches(item -> item.version() == 1);
  }

  @Test
  void noFinderTakesAnothersFindingsOff() {
    String subject = TestBook.order("1").toString();
    Discrepancy posts = wrong(Discrepancy.Kind.COST_UNKNOWN, subject, 0);
    Discrepancy reconciles = wrong(Discrepancy.Kind.PAYMENT_UNCLAIMED, subject, 7);
    exceptions.replace(By.POST, TestBook.order("1"), List.of(posts));
    exceptions.replaceAll(By.RECONCILE, List.of(reconciles));
    assertThat(exceptions.list()).containsExactlyInAnyOrder(posts, reconciles);
    exceptions.replaceAll(By.RECONCILE, List.of());
    assertThat(exceptions.list()).containsExactly(posts);
  }

  @Test
  void theListIsSortedWhateverWasFoundFirst() {
    Discrepancy first = wrong(Discrepancy.Kind.PAYOUT_NOT_IN_BANK, "payout/stripe:acct_1/po_2", 1);
    Discrepancy second = wrong(Discrepancy.Kind.BANK_LINE_UNKNOWN, "bank-line/bank:DE89/1", 1);
    Discrepancy third = wrong(Discrepancy.Kind.BANK_LINE_UNKNOWN, "bank-line/bank:DE89/2", 1);
    exceptions.replaceAll(By.RECONCILE, List.of(third, first, second));
    assertThat(exceptions.list()).containsExactly(first, second, third);
  }

  @Test
  void whatReconciliationSaysOfABankLineReplacesWhatPostingSaidOfIt() {
    String subject = TestBook.line("L1").toString();
    Discrepancy posts = wrong(Discrepancy.Kind.BANK_LINE_UNKNOWN, subject, 500);
    Discrepancy reconciles = wrong(Discrepancy.Kind.BANK_LINE_SUGGESTION, subject, 500);
    Discrepancy another =
        wrong(Discrepancy.Kind.BANK_LINE_UNKNOWN, TestBook.line("L2").toString(), 7);
    exceptions.replace(By.POST, TestBook.line("L1"), List.of(posts));
    exceptions.replace(By.POST, TestBook.line("L2"), List.of(another));
    assertThat(exceptions.list()).containsExactly(posts, another);
    exceptions.replaceAll(By.RECONCILE, List.of(reconciles));
    assertThat(exceptions.list()).containsExactly(another, reconciles);
  }

  @Test
  void subjectsThatWaitForACostAreNamed() {
    exceptions.replace(
        By.POST,
        TestBook.order("2"),
        List.of(wrong(Discrepancy.Kind.COST_UNKNOWN, "item/shopify:x/CUP", 0)));
    exceptions.replace(
        By.POST,
        TestBook.order("3"),
        List.of(wrong(Discrepancy.Kind.OVER_REFUNDED, "order/shopify:x/3", 0)));
    assertThat(exceptions.subjects(Discrepancy.Kind.COST_UNKNOWN))
        .containsExactly(TestBook.order("2"));
    assertThat(book.reconcile().touch()).containsExactly(TestBook.order("2"));
  }
}
