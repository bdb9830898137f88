package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.acts.Checklist.Standing;
import io.daybook.events.PeriodAct;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepProgress;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.reconciliation.Exceptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClosingTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final LocalDate THE_20TH = LocalDate.of(2026, 10, 20);

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private byte[] close() throws ActRefused {
    var _ = book().closing().fence(OCTOBER, ActsBook.KEEPER);
    book().pass(PeriodBook.FENCE_HOLDS_AFTER);
    byte[] balances = book().closing().lock(OCTOBER, ActsBook.KEEPER);
    book().pass(Duration.ofMinutes(1));
    return balances;
  }

  private Entry entry(String line) {
    return book().steps(line).stream()
        .flatMap(step -> step.entry().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("failure-38")
  @Tag("accounting-A12")
  void aMonthClosesInTwoStepsAndWhatComesLateCountsOnTheFirstOpenDayWithBothDays()
      throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] balances = close();

    book().bankLine("2", THE_20TH, -500);

    assertThat(entry("1").day()).isEqualTo(THE_20TH);
    assertThat(entry("2").belongsTo()).isEqualTo(THE_20TH);
    assertThat(entry("2").day()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(book().balance(ActsBook.BOOKS_BANK, OCTOBER.atEndOfMonth())).isEqualTo(-1200);
    assertThat(new String(balances, StandardCharsets.UTF_8)).contains("-12.00");
    assertThat(book().deployment().statements().get("demo/closed/2026-10/trial-balance.csv"))
        .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(balances));
    assertThat(book().closing().behindFence(OCTOBER)).isEmpty();
  }

  @Test
  void theActOfClosingHoldsTheDigestOfTheTrialBalance() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] balances = close();

    PeriodAct closed =
        book()
            .ledger()
            .read(
                new SubjectId(
                    SubjectId.Kind.PERIOD,
                    io.daybook.books.Bookkeeper.own(ActsBook.BOOK),
                    "2026-10"))
            .stream()
            .flatMap(step -> step.facts().stream())
            .map(PeriodAct.class::cast)
            .filter(act -> act.act() == PeriodAct.Kind.CLOSED)
            .findFirst()
            .orElseThrow();
    assertThat(closed.balances())
        .hasValue(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(balances)));
  }

  @Test
  void whatIsPostedBehindTheFenceAlreadyCountsLater() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    var _ = book().closing().fence(OCTOBER, ActsBook.KEEPER);

    book().bankLine("2", THE_20TH, -500);

    assertThat(entry("2").day()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  @Test
  void aFenceHoldsOnlyOnceNothingBegunBeforeItCanLand() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    var _ = book().closing().fence(OCTOBER, ActsBook.KEEPER);
    book().pass(PeriodBook.FENCE_HOLDS_AFTER.minusSeconds(1));

    assertThatThrownBy(() -> book().closing().lock(OCTOBER, ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("holds from");
    assertThatThrownBy(() -> book().closing().lock(YearMonth.of(2026, 9), ActsBook.KEEPER))
        .hasMessageContaining("is not fenced");
  }

  @Test
  void whoeverIsAloneWithTheBookNeedNotWaitIfEverythingEndedAfterTheFenceWasPutUp()
      throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    var before = book().now();
    book().pass(Duration.ofSeconds(1));
    var _ = book().closing().fence(OCTOBER, ActsBook.KEEPER);

    assertThatThrownBy(() -> book().closing().lock(OCTOBER, ActsBook.KEEPER, before))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("holds from");
    byte[] balances = book().closing().lock(OCTOBER, ActsBook.KEEPER, book().now());
    assertThat(new String(balances, StandardCharsets.UTF_8)).contains("-12.00");
  }

  @Test
  void openItemsNeedAReasonAndWhatForbidsCannotBeReasonedAway() {
    book().bankLine("1", THE_20TH, -1200);

    assertThat(book().closing().checklist(OCTOBER).of(Standing.OPEN))
        .extracting(Checklist.Item::what)
        .contains("suspense", "exceptions");
    assertThatThrownBy(() -> book().closing().fence(OCTOBER, new Who("A. Keeper", "")))
        .hasMessageContaining("open");
    assertThatThrownBy(() -> book().closing().fence(YearMonth.of(2026, 11), ActsBook.KEEPER))
        .hasMessageContaining("ends on 2026-11-30");
    assertThatThrownBy(() -> book().closing().fence(OCTOBER, new Who(" ", "because")))
        .hasMessageContaining("Who");
  }

  @Test
  void aNamedPersonOpensItAgainWithAReasonAndThenItsDaysCountAgain() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] _ = close();

    assertThatThrownBy(() -> book().closing().reopen(OCTOBER, new Who("A. Keeper", "")))
        .hasMessageContaining("Why");
    book().closing().reopen(OCTOBER, new Who("A. Keeper", "the bank corrected itself"));
    book().bankLine("2", THE_20TH, -500);

    assertThat(entry("2").day()).isEqualTo(THE_20TH);
    assertThat(book().trail().lines())
        .extracting(AuditTrail.Line::reason)
        .containsExactly("it must be", "it must be", "the bank corrected itself");
    assertThatThrownBy(() -> book().closing().reopen(OCTOBER, new Who("A. Keeper", "again")))
        .hasMessageContaining("is open");
  }

  @Test
  void twoClosedMonthsAreSteppedOver() throws Exception {
    book().pass(Duration.ofDays(30));
    for (YearMonth month = OCTOBER; month.getMonthValue() < 12; month = month.plusMonths(1)) {
      var _ = book().closing().fence(month, ActsBook.KEEPER);
      book().pass(PeriodBook.FENCE_HOLDS_AFTER);
      byte[] _ = book().closing().lock(month, ActsBook.KEEPER);
    }

    book().bankLine("1", THE_20TH, -1200);

    assertThat(entry("1").day()).isEqualTo(LocalDate.of(2026, 12, 1));
  }

  @Test
  void anEntryThatLandedBehindTheFenceAllTheSameIsFound() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] _ = close();
    Step good = book().steps("1").getFirst();
    var _ =
        book()
            .ledger()
            .append(
                new Step(
                    new SubjectId(SubjectId.Kind.BANK_LINE, ActsBook.BANK, "rogue"),
                    1,
                    book().now(),
                    1,
                    good.facts(),
                    good.entry()));

    assertThat(book().closing().behindFence(OCTOBER))
        .singleElement()
        .satisfies(found -> assertThat(found.reason()).contains("after it was closed"));
  }

  @Test
  void theStateOfAPeriodIsMadeFromItsActsWhateverTheOrderInWhichTheyAreLearnt() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] _ = close();
    PeriodAct late =
        new PeriodAct(
            io.daybook.books.Bookkeeper.own(ActsBook.BOOK),
            new io.daybook.events.Reference("late"),
            OCTOBER,
            PeriodAct.Kind.REOPENED,
            "B",
            "told late, done before",
            book().now().minus(Duration.ofDays(1)),
            Optional.empty());
    book().tell(late);

    book().bankLine("2", THE_20TH, -500);

    assertThat(entry("2").day()).isEqualTo(LocalDate.of(2026, 11, 1));
  }

  private void close(YearMonth month) throws ActRefused {
    var _ = book().closing().fence(month, ActsBook.KEEPER);
    book().pass(PeriodBook.FENCE_HOLDS_AFTER);
    byte[] _ = book().closing().lock(month, ActsBook.KEEPER);
    book().pass(Duration.ofMinutes(1));
  }

  @Test
  void monthsCloseInOrderAndARefusalNamesTheOpenOnes() throws Exception {
    book().bankLine("1", LocalDate.of(2026, 8, 3), -100);
    book().bankLine("2", LocalDate.of(2026, 9, 3), -100);
    book().bankLine("3", THE_20TH, -1200);

    assertThatThrownBy(() -> book().closing().fence(OCTOBER, ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("Months close in order")
        .hasMessageContaining("2026-08, 2026-09. Close them first.");

    close(OCTOBER.minusMonths(2));
    close(OCTOBER.minusMonths(1));
    close(OCTOBER);
    assertThat(book().closing().checklist(OCTOBER.plusMonths(1)).of(Standing.DONE))
        .extracting(Checklist.Item::what)
        .contains("earlier months");
  }

  @Test
  void anEarlierMonthWithoutEntriesIsClosedWithALaterOneSoThatItsBalancesCannotMove()
      throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    byte[] balances = close();

    book().bankLine("2", LocalDate.of(2026, 7, 4), -500);

    assertThat(entry("2").belongsTo()).isEqualTo(LocalDate.of(2026, 7, 4));
    assertThat(entry("2").day()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(book().balance(ActsBook.BOOKS_BANK, OCTOBER.atEndOfMonth())).isEqualTo(-1200);
    assertThat(new String(balances, StandardCharsets.UTF_8)).contains("-12.00");
    assertThatThrownBy(() -> book().closing().fence(YearMonth.of(2026, 7), ActsBook.KEEPER))
        .hasMessageContaining("2026-07 is closed already");
  }

  @Test
  void monthsAreOpenedAgainFromTheLastBackwards() throws Exception {
    book().bankLine("1", LocalDate.of(2026, 9, 3), -100);
    book().bankLine("2", THE_20TH, -1200);
    YearMonth september = OCTOBER.minusMonths(1);
    close(september);
    close(OCTOBER);

    assertThatThrownBy(() -> book().closing().reopen(september, ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("2026-09 cannot be opened while a later month is closed: 2026-10");

    book().closing().reopen(OCTOBER, ActsBook.KEEPER);
    book().pass(Duration.ofMinutes(1));
    book().closing().reopen(september, ActsBook.KEEPER);
    book().bankLine("3", LocalDate.of(2026, 9, 4), -100);
    assertThat(entry("3").day()).isEqualTo(LocalDate.of(2026, 9, 4));
  }

  @Test
  void whereReconciliationWentOnIsNoSweepAndTheChecklistSaysOnlyWhatWasNotSwept() {
    StateStore state = book().deployment().stores().state(ActsBook.BOOK);
    Instant notYet = Instant.parse("2026-10-30T00:00:00Z");
    assertThat(
            state.put(
                new StateStore.Write(
                    StateStore.Kind.CURSOR, "reconcile/meetings", 0, "{\"carried\":[]}")))
        .isTrue();
    assertThat(
            new Sweep(notYet, Optional.empty())
                .save(state, new ConnectionName("shop"), "orders", Optional.empty()))
        .isTrue();

    assertThat(SweepProgress.sweptTo(state)).containsOnly(Map.entry("shop/orders", notYet));
    assertThat(book().closing().checklist(OCTOBER).of(Standing.OPEN))
        .filteredOn(item -> item.what().equals("sweeps"))
        .extracting(Checklist.Item::words)
        .containsExactly("Swept only: shop/orders to 2026-10-30T00:00:00Z.");
  }

  @Test
  @Tag("failure-38")
  @Tag("accounting-A12")
  void underAPolicyThatLetsLateFactsWaitTheyAreShownAndCountOnceTheMonthIsOpenedAgain()
      throws Exception {
    lateFacts("WAIT");
    book().bankLine("1", THE_20TH, -1200);
    byte[] _ = close();

    book().bankLine("2", THE_20TH, -500);

    assertThat(book().steps("2")).allMatch(step -> step.entry().isEmpty());
    assertThat(new Exceptions(book().deployment().stores().state(ActsBook.BOOK)).list())
        .filteredOn(found -> found.kind() == Discrepancy.Kind.LATE_FACT)
        .singleElement()
        .satisfies(found -> assertThat(found.reason()).contains("2026-10-20, which is closed"));

    book().closing().reopen(OCTOBER, ActsBook.KEEPER);

    assertThat(entry("2").day()).isEqualTo(THE_20TH);
    assertThat(new Exceptions(book().deployment().stores().state(ActsBook.BOOK)).list())
        .noneMatch(found -> found.kind() == Discrepancy.Kind.LATE_FACT);
  }

  @Test
  @Tag("failure-38")
  @Tag("accounting-A12")
  void whatWaitsCountsOnTheFirstOpenDayOnceThePolicyNoLongerLetsItWait() throws Exception {
    lateFacts("WAIT");
    book().bankLine("1", THE_20TH, -1200);
    byte[] _ = close();
    book().bankLine("2", THE_20TH, -500);
    book().reconcile();
    assertThat(book().steps("2")).allMatch(step -> step.entry().isEmpty());

    lateFacts("MOVE");
    book().reconcile();

    assertThat(entry("2").belongsTo()).isEqualTo(THE_20TH);
    assertThat(entry("2").day()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(new Exceptions(book().deployment().stores().state(ActsBook.BOOK)).list())
        .noneMatch(found -> found.kind() == Discrepancy.Kind.LATE_FACT);
  }

  private void lateFacts(String policy) throws ActRefused {
    int _ =
        book()
            .policies()
            .change(List.of(new Setting("late.facts", policy)), Optional.empty(), ActsBook.KEEPER);
  }
}
