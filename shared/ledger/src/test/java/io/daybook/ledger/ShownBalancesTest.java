package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.Origin;
import io.daybook.ledger.TrialBalance.Certainty;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Balances by shown account, and split. */
final class ShownBalancesTest {
  private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final AccountCode SALES = AccountCode.of(4000);
  private static final AccountCode RECEIVABLE = AccountCode.of(1100);
  private static final Origin SHOP = new Origin("shopify", "blue-cup");
  private static final Book BOOK = new Book("demo");

  private final SettableClock clock = new SettableClock(START);
  private final LedgerStore ledger = new MemoryStores(clock).ledger(BOOK);
  private int subjects;

  private void post(Origin origin, LocalDate day, Optional<Dimensions> sold, Leg... legs) {
    SubjectId subject = new SubjectId(SubjectId.Kind.ORDER, origin, Integer.toString(++subjects));
    Entry entry = new Entry("payment/1", "Money", clock.instant(), day, day, List.of(legs), sold);
    Step step = new Step(subject, 1, clock.instant(), 1, List.of(), Optional.of(entry));
    assertThat(ledger.append(step)).isEqualTo(new Append.Appended());
  }

  private void sold(LocalDate day, long minor, Optional<Dimensions> sold) {
    post(
        SHOP,
        day,
        sold,
        Leg.debit(RECEIVABLE, new Money(minor, USD)),
        Leg.credit(SALES, new Money(minor, USD)));
  }

  private static Optional<Dimensions> at(String channel, String location) {
    return Optional.of(Dimensions.of(Optional.of(channel), Optional.of(location)));
  }

  private ShownBalances balances() {
    return new ShownBalances(ledger, ShownAccounts.of(ChartPreset.US_GAAP), clock);
  }

  private ShownBalance asOf(LocalDate day) {
    return balances().asOf(day, Optional.empty(), Optional.empty());
  }

  private static List<String> words(ShownBalance balance) {
    return balance.rows().stream()
        .map(row ->
            (row.account().code() + " " + row.of() + " " + row.currency() + " " + row.minor())
                .replace("  ", " "))
        .toList();
  }

  @Test
  void whatCountsOnTheDayIsInAndWhatCountsAfterItIsNot() {
    sold(FIRST, 100, Optional.empty());
    sold(FIRST.plusDays(1), 30, Optional.empty());

    assertThat(words(asOf(FIRST.minusDays(1)))).isEmpty();
    assertThat(words(asOf(FIRST))).containsExactly("1100 USD 100", "4000 USD -100");
    assertThat(words(asOf(FIRST.plusDays(1)))).containsExactly("1100 USD 130", "4000 USD -130");
    assertThat(asOf(FIRST).book()).isEqualTo(BOOK);
    assertThat(asOf(FIRST).asOf()).isEqualTo(FIRST);
    assertThat(asOf(FIRST).by()).isEmpty();
    assertThat(asOf(FIRST).knownAt()).isEmpty();
  }

  @Test
  void whatWasLearntLaterWasNotKnown() {
    sold(FIRST, 100, Optional.empty());
    clock.advance(Duration.ofHours(1));
    sold(FIRST, 30, Optional.empty());

    ShownBalance then = balances().asOf(FIRST, Optional.of(START), Optional.empty());
    assertThat(words(then)).containsExactly("1100 USD 100", "4000 USD -100");
    assertThat(then.certainty()).isEqualTo(Certainty.FINAL);
    assertThat(then.knownAt()).contains(START);
    assertThat(asOf(FIRST).certainty()).isEqualTo(Certainty.PROVISIONAL);
  }

  @Test
  void whatComesToNothingIsLeftOutAndAValueWithoutAnAmountIsNot() {
    sold(FIRST, 100, Optional.empty());
    sold(FIRST, -100, Optional.empty());
    post(
        SHOP,
        FIRST,
        Optional.empty(),
        new Leg(AccountCode.of(1011), EUR, 0, 5, Optional.empty()),
        new Leg(AccountCode.of(7010), USD, -5, -5, Optional.empty()),
        new Leg(AccountCode.of(1019), USD, 5, 5, Optional.empty()),
        new Leg(AccountCode.of(1019), EUR, 0, -5, Optional.empty()));

    assertThat(asOf(FIRST).rows())
        .extracting(
            row -> row.account().code(),
            ShownBalance.Row::currency,
            ShownBalance.Row::minor,
            ShownBalance.Row::valueMinor)
        .containsExactly(
            tuple("1011", EUR, 0L, 5L),
            tuple("1019", EUR, 0L, -5L),
            tuple("1019", USD, 5L, 5L),
            tuple("7010", USD, -5L, -5L));
  }

  @Test
  void aBalanceIsSplitByTheValuesOfADimensionEachOfWhichIsEven() {
    sold(FIRST, 100, at("web", "7"));
    sold(FIRST, 20, at("pos", "7"));
    sold(FIRST, 3, Optional.empty());

    assertThat(words(balances().asOf(FIRST, Optional.empty(), Optional.of(Dimension.CHANNEL))))
        .containsExactly(
            "1100 USD 3",
            "1100 pos USD 20",
            "1100 web USD 100",
            "4000 USD -3",
            "4000 pos USD -20",
            "4000 web USD -100");
    assertThat(words(balances().asOf(FIRST, Optional.empty(), Optional.of(Dimension.LOCATION))))
        .containsExactly("1100 USD 3", "1100 7 USD 120", "4000 USD -3", "4000 7 USD -120");
    ShownBalance stores = balances().asOf(FIRST, Optional.empty(), Optional.of(Dimension.STORE));
    assertThat(words(stores))
        .containsExactly("1100 shopify:blue-cup USD 123", "4000 shopify:blue-cup USD -123");
    assertThat(stores.by()).contains(Dimension.STORE);
  }

  @Test
  void currenciesOfAnAccountStandApart() {
    sold(FIRST, 100, Optional.empty());
    post(
        SHOP,
        FIRST,
        Optional.empty(),
        new Leg(RECEIVABLE, EUR, 10, 11, Optional.empty()),
        new Leg(SALES, EUR, -10, -11, Optional.empty()));

    assertThat(words(asOf(FIRST)))
        .containsExactly("1100 EUR 10", "1100 USD 100", "4000 EUR -10", "4000 USD -100");
  }

  @Test
  void legsOfOneOwnAccountAreAddedUpWhateverTheirDefaultAccounts() {
    OwnNumber own = new OwnNumber("1400");
    post(
        SHOP,
        FIRST,
        Optional.empty(),
        owned(RECEIVABLE, 40, own),
        owned(AccountCode.of(1150), 60, own),
        Leg.credit(SALES, new Money(100, USD)));
    Mapping mapping =
        Mapping.of(
            List.of(
                new MappingLine(
                    RECEIVABLE, MappingLine.Only.ALL, own, "Receivables", AccountType.ASSET)));
    ShownAccounts accounts =
        ShownAccounts.of(List.of(new Chart(ChartPreset.US_GAAP, Chart.Keeping.KEPT, mapping)));

    assertThat(
            words(
                new ShownBalances(ledger, accounts, clock)
                    .asOf(FIRST, Optional.empty(), Optional.empty())))
        .containsExactly("1400 USD 100", "4000 USD -100");
  }

  private static Leg owned(AccountCode account, long minor, OwnNumber own) {
    return new Leg(
        account, USD, minor, minor, Optional.empty(), Optional.empty(), Optional.of(own));
  }

  @Test
  void aTrialBalanceIsShownUnderTheNamesOfAChart() {
    TrialBalance balance =
        new TrialBalance(
            BOOK,
            FIRST,
            Optional.of(START),
            List.of(new TrialBalance.Row(AccountCode.of(1010, "stripe"), EUR, 10, 11)),
            Certainty.FINAL);

    ShownBalance shown = ShownBalance.of(balance, ShownAccounts.of(ChartPreset.IFRS_EU));

    assertThat(shown)
        .isEqualTo(
            new ShownBalance(
                BOOK,
                FIRST,
                Optional.of(START),
                Optional.empty(),
                List.of(
                    new ShownBalance.Row(
                        new ShownAccount(
                            "1010",
                            "Receivables from payment processors",
                            "stripe",
                            AccountType.ASSET),
                        Dimension.NONE,
                        EUR,
                        10,
                        11)),
                Certainty.FINAL));
  }

  @Test
  void theRowsAreACopy() {
    List<ShownBalance.Row> rows = new ArrayList<>();
    ShownBalance balance =
        new ShownBalance(
            BOOK, FIRST, Optional.empty(), Optional.empty(), rows, Certainty.PROVISIONAL);
    rows.add(
        new ShownBalance.Row(
            new ShownAccount("1", "One", "", AccountType.ASSET), Dimension.NONE, USD, 1, 1));

    assertThat(balance.rows()).isEmpty();
  }
}
