package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.TrialBalance.Certainty;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BalancesTest {
  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final AccountCode CLEARING = AccountCode.of(1010, "stripe");
  private static final AccountCode RECEIVABLE = AccountCode.of(1100);
  private static final AccountCode RESERVE = AccountCode.of(1210, "stripe");
  private static final Origin STRIPE = new Origin("stripe", "acct_1");

  private final SettableClock clock = new SettableClock(START);
  private final LedgerStore ledger = new MemoryStores(clock).ledger(new Book("demo"));
  private int subjects;

  private Step post(LocalDate day, Leg... legs) {
    SubjectId subject = new SubjectId(SubjectId.Kind.TRANSACTION, STRIPE, "txn_" + ++subjects);
    Entry entry =
        new Entry("transaction/txn_" + subjects, "Money", clock.instant(), day, day, List.of(legs));
    Step step = new Step(subject, 1, clock.instant(), 1, List.of(), Optional.of(entry));
    assertThat(ledger.append(step)).isEqualTo(new Append.Appended());
    return step;
  }

  private Step charge(LocalDate day, long minor, String reference) {
    return post(
        day,
        Leg.debit(CLEARING, new Money(minor, USD)),
        Leg.credit(RECEIVABLE, new Money(minor, USD)).under(new Reference(reference)));
  }

  private Balances balances(SealTotals... seals) {
    return new Balances(ledger, List.of(seals), clock);
  }

  @Test
  void theBooksAsOfADayAsWeKnewThem() {
    charge(FIRST, 100, "ch_1");
    clock.advance(Duration.ofDays(9));
    charge(FIRST.plusDays(1), 30, "ch_2");
    charge(FIRST.plusDays(9), 7, "ch_3");

    LocalDate fifth = FIRST.plusDays(4);
    assertThat(balances().trialBalance(fifth, Optional.of(START)).rows())
        .containsExactly(
            new TrialBalance.Row(CLEARING, USD, 100, 100),
            new TrialBalance.Row(RECEIVABLE, USD, -100, -100));
    assertThat(balances().trialBalance(fifth, Optional.empty()).rows())
        .containsExactly(
            new TrialBalance.Row(CLEARING, USD, 130, 130),
            new TrialBalance.Row(RECEIVABLE, USD, -130, -130));
    assertThat(balances().minor(CLEARING, USD, FIRST.plusDays(9))).isEqualTo(137);
    assertThat(balances().minor(CLEARING, USD, FIRST.minusDays(1))).isZero();
  }

  @Test
  void aKnownAtYoungerThanTwoMinutesIsProvisional() {
    Instant now = clock.instant();
    assertThat(balances().trialBalance(FIRST, Optional.empty()).certainty())
        .isEqualTo(Certainty.PROVISIONAL);
    assertThat(balances().trialBalance(FIRST, Optional.of(now.minusSeconds(119))).certainty())
        .isEqualTo(Certainty.PROVISIONAL);
    assertThat(balances().trialBalance(FIRST, Optional.of(now.minusSeconds(120))).certainty())
        .isEqualTo(Certainty.FINAL);
  }

  @Test
  void anAccountByDayShowsWhatEachDayMovedAndLeft() {
    charge(FIRST, 100, "ch_1");
    charge(FIRST.plusDays(2), 30, "ch_2");
    charge(FIRST.plusDays(3), 5, "ch_3");
    charge(FIRST.plusDays(3), -5, "ch_3");
    charge(FIRST.plusDays(5), -20, "ch_2");

    List<DayBalance> days = balances().byDay(CLEARING, USD, FIRST.plusDays(1), FIRST.plusDays(5));
    assertThat(days)
        .containsExactly(
            new DayBalance(FIRST.plusDays(2), 30, 130),
            new DayBalance(FIRST.plusDays(5), -20, 110));
    assertThat(days.getFirst().openingMinor()).isEqualTo(100);
  }

  @Test
  void whatAddsUpToZeroUnderItsReferenceIsNotOpen() {
    charge(FIRST, 100, "ch_1");
    charge(FIRST, 40, "ch_2");
    Step late = charge(FIRST.plusDays(3), -100, "ch_1");

    List<OpenItem> open = balances().openItems(Set.of(1100), FIRST, FIRST.plusDays(9));
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().reference()).isEqualTo(new Reference("ch_2"));
    assertThat(open.getFirst().minor()).isEqualTo(-40);
    assertThat(balances().openItems(Set.of(1100), FIRST, FIRST.plusDays(1))).hasSize(2);
    assertThat(balances().openItems(Set.of(1100), FIRST.plusDays(1), FIRST.plusDays(9)))
        .singleElement()
        .satisfies(item -> assertThat(item.parts().getFirst().subject()).isEqualTo(late.subject()));
  }

  @Test
  void currenciesAreNeverAddedTogether() {
    AccountCode exchange = AccountCode.of(1019);
    post(
        FIRST,
        new Leg(exchange, EUR, 100, 109, Optional.empty()),
        new Leg(CLEARING, EUR, -100, -109, Optional.empty()),
        Leg.debit(AccountCode.of(1005), new Money(109, USD)),
        Leg.credit(exchange, new Money(109, USD)));

    assertThat(balances().minor(CLEARING, EUR, FIRST)).isEqualTo(-100);
    assertThat(balances().minor(CLEARING, USD, FIRST)).isZero();
    BalanceProof proof = balances().prove();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.amounts()).containsExactlyEntriesOf(new TreeMap<>(Map.of(EUR, 0L, USD, 0L)));
  }

  @Test
  @org.junit.jupiter.api.Tag("failure-12")
  void clearingAndReserveTogetherAreTheProcessorsBalance() {
    charge(FIRST, 10_000, "ch_1");
    post(FIRST, Leg.debit(RESERVE, new Money(400, USD)), Leg.credit(CLEARING, new Money(400, USD)));
    assertThat(balances().minor(CLEARING, USD, FIRST) + balances().minor(RESERVE, USD, FIRST))
        .isEqualTo(10_000);
    post(
        FIRST.plusDays(1),
        Leg.debit(CLEARING, new Money(150, USD)),
        Leg.credit(RESERVE, new Money(150, USD)));
    assertThat(balances().minor(CLEARING, USD, FIRST.plusDays(1))).isEqualTo(9_750);
    assertThat(balances().minor(RESERVE, USD, FIRST.plusDays(1))).isEqualTo(250);
  }

  @Test
  void aSealWhoseTotalsAreNotItsEntriesIsFound() {
    Step step = charge(FIRST, 100, "ch_1");
    SealTotals right = SealTotals.of(1, START, List.of(step));
    assertThat(balances(right).prove().holds()).isTrue();

    SealTotals.Total first = right.totals().getFirst();
    SealTotals.Total more =
        new SealTotals.Total(
            first.account(),
            first.currency(),
            first.dimension(),
            first.day(),
            first.minor() + 1,
            first.minor() + 1);
    BalanceProof wrong =
        balances(new SealTotals(1, START, List.of(more, right.totals().getLast()))).prove();
    assertThat(wrong.holds()).isFalse();
    assertThat(wrong.valueMinor()).isEqualTo(1);
    assertThat(wrong.wrongSeals()).containsExactly(1);
  }

  /** Seals anywhere in the life of a ledger change no balance, of whatever day, known at whatever cut. */
  @Test
  void sealsChangeHowBalancesAreReadAndNeverWhatTheyAre() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<SealTotals> seals = new ArrayList<>();
    List<Step> unsealed = new ArrayList<>();
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      clock.advance(Duration.ofMinutes(1 + random.nextInt(60)));
      unsealed.add(
          charge(
              FIRST.plusDays(random.nextInt(12)),
              random.nextInt(1, 1_000),
              "ch_" + random.nextInt(50)));
      moments.add(clock.instant());
      if (random.nextInt(20) == 0) {
        seals.add(SealTotals.of(seals.size() + 1, clock.instant(), unsealed));
        unsealed.clear();
      }
    }
    Balances sealed = new Balances(ledger, seals, clock);
    Balances plain = Balances.unsealed(ledger, clock);
    for (int day = -1; day <= 12; day++) {
      LocalDate asOf = FIRST.plusDays(day);
      Optional<Instant> knownAt = Optional.of(moments.get(random.nextInt(moments.size())));
      assertThat(sealed.trialBalance(asOf, knownAt))
          .as("seed %d", seed)
          .isEqualTo(plain.trialBalance(asOf, knownAt));
      assertThat(sealed.trialBalance(asOf, Optional.empty()))
          .isEqualTo(plain.trialBalance(asOf, Optional.empty()));
      assertThat(sealed.minor(RECEIVABLE, USD, asOf)).isEqualTo(plain.minor(RECEIVABLE, USD, asOf));
    }
    assertThat(sealed.prove().holds()).as("seed %d", seed).isTrue();
  }
}
