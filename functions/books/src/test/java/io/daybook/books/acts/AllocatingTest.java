package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.acts.Allocating.Part;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.reconciliation.Exceptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllocatingTest {
  private static final Origin STRIPE = Origin.parse("stripe:acct_1");
  private static final LocalDate THE_20TH = LocalDate.of(2026, 10, 20);
  private static final LocalDate END = LocalDate.of(2026, 10, 31);

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
    book().bankLine("1", THE_20TH, -1200);
    book().bankLine("2", THE_20TH, 9500);
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private static Part part(String account, String reference, long minor) {
    return new Part(
        account,
        reference.isEmpty() ? Optional.empty() : Optional.of(new Reference(reference)),
        new Money(minor, ActsBook.USD));
  }

  private void allocate(String line, Part... parts) throws ActRefused {
    Allocating allocating = book().allocating();
    var _ = allocating.allocate(allocating.line(line), List.of(parts), ActsBook.KEEPER);
  }

  private List<Discrepancy> exceptions() {
    return new Exceptions(book().deployment().stores().state(ActsBook.BOOK)).list();
  }

  @Test
  void moneyThatLeftIsDebitedToWhatItWasForAndItsExceptionIsGone() throws Exception {
    assertThat(exceptions()).hasSize(2);

    allocate("1", part("6080", "", 1200));

    assertThat(book().balance(AccountCode.of(6080), END)).isEqualTo(1200);
    assertThat(book().balance(ActsBook.BOOKS_BANK, END)).isEqualTo(8300);
    assertThat(exceptions())
        .singleElement()
        .satisfies(left -> assertThat(left.subject()).endsWith("/2"));
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("bank-allocation");
          assertThat(line.by()).isEqualTo("A. Keeper");
        });
  }

  @Test
  void moneyThatCameIsCreditedAndAFeeKeptFromItIsDebited() throws Exception {
    allocate("bank-line/bank:483920117406/2", part("1100", "inv-7", 10000), part("6080", "", -500));

    assertThat(book().balance(AccountCode.of(6080), END)).isEqualTo(500);
    assertThat(book().balance(AccountCode.of(1100), END)).isEqualTo(-10000);
    assertThat(book().balance(AccountCode.of(2900), END)).isEqualTo(1200);
  }

  @Test
  void theLatestWordCounts() throws Exception {
    allocate("1", part("6080", "", 1200));
    book().pass(java.time.Duration.ofMinutes(1));
    allocate("1", part("6060", "", 1200));

    assertThat(book().balance(AccountCode.of(6080), END)).isZero();
    assertThat(book().balance(AccountCode.of(6060), END)).isEqualTo(1200);
  }

  @Test
  void whatDoesNotMakeTheLinesAmountOrNamesNoAccountIsRefusedAndNothingIsTold() {
    assertThatThrownBy(() -> allocate("1", part("6080", "", 1199)))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("11.99")
        .hasMessageContaining("12.00");
    assertThatThrownBy(() -> allocate("1", part("1234", "", 1200)))
        .hasMessageContaining("no account 1234");
    assertThatThrownBy(() -> allocate("1", part("1000", "", 1200))).hasMessageContaining("1007");
    assertThatThrownBy(() -> allocate("nowhere", part("6080", "", 1200)))
        .hasMessageContaining("There is no bank line 'nowhere'");
    assertThat(book().trail().lines()).isEmpty();
    assertThat(exceptions()).hasSize(2);
  }

  private static Payout payout(String id, long minor) {
    return new Payout(
        STRIPE,
        new PayoutId(id),
        Payout.Status.PAID,
        ActsBook.USD,
        minor,
        Instant.parse("2026-10-18T00:00:00Z"),
        Optional.empty());
  }

  @Test
  @Tag("accounting-43")
  void aPersonConfirmsThatALineIsAPayoutsArrivalAndTheTrailSaysWho() throws Exception {
    book().tell(payout("po_1", 9500));
    Allocating allocating = book().allocating();

    var _ = allocating.confirm(allocating.line("2"), "po_1", ActsBook.KEEPER);

    assertThat(book().balance(AccountCode.of(1005), END)).isEqualTo(-9500);
    assertThat(book().balance(AccountCode.of(2900), END)).isEqualTo(1200);
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.by()).isEqualTo("A. Keeper");
          assertThat(line.reason()).isEqualTo("it must be");
        });
    assertThatThrownBy(() -> allocating.confirm(allocating.line("2"), "po_1", ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("is payout po_1 already");
  }

  @Test
  void aPayoutThatDoesNotExistOrIsOverAnotherAmountIsNotConfirmed() {
    book().tell(payout("po_2", 9400));
    Allocating allocating = book().allocating();

    assertThatThrownBy(() -> allocating.confirm(allocating.line("2"), "po_9", ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("There is no payout 'po_9'");
    assertThatThrownBy(() -> allocating.confirm(allocating.line("2"), "po_2", ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("94.00")
        .hasMessageContaining("95.00");
    assertThat(book().trail().lines()).isEmpty();
  }
}
