package io.daybook.posting;

import static io.daybook.posting.Sample.ORDER;
import static io.daybook.posting.Sample.at;
import static io.daybook.posting.Sample.goods;
import static io.daybook.posting.Sample.in;
import static io.daybook.posting.Sample.order;
import static io.daybook.posting.Sample.paid;
import static io.daybook.posting.Sample.parcel;
import static io.daybook.posting.Sample.shipped;
import static io.daybook.posting.Sample.tax;
import static io.daybook.posting.TestBooks.BANK;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeDifference;
import io.daybook.events.ExchangeDifference.Open;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Exchanged;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutValue;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.events.TransactionId;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Leg;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Balances, orders and bank lines in other money than the book's. */
class ForeignMoneyTest {
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final CurrencyCode GBP = new CurrencyCode("GBP");
  private static final CurrencyCode JPY = new CurrencyCode("JPY");
  private static final CurrencyCode KWD = new CurrencyCode("KWD");
  private static final Origin BOOK = Origin.parse("daybook:blue-cup");

  static ExchangeRate rate(CurrencyCode from, CurrencyCode to, String rate, String day) {
    return rate(from, to, rate, day, 1);
  }

  static ExchangeRate rate(
      CurrencyCode from, CurrencyCode to, String rate, String day, long version) {
    return new ExchangeRate(
        BOOK, from, to, LocalDate.parse(day), version, new BigDecimal(rate), "ECB");
  }

  static BalanceTransaction moved(
      String id,
      Movement movement,
      CurrencyCode currency,
      long minor,
      long fee,
      String day,
      Optional<Exchanged> exchanged) {
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        "test",
        currency,
        minor,
        fee == 0 ? List.of() : List.of(new Fee(Fee.Kind.PROCESSING, fee)),
        minor - fee,
        at(day),
        movement == Movement.PAYOUT ? "po_1" : "ch_" + id,
        Optional.of(new Reference("ch_" + id)),
        Optional.empty(),
        Mode.LIVE,
        exchanged);
  }

  /** Values by account number, of all entries. */
  static SortedMap<String, Long> values(TestBooks books) {
    SortedMap<String, Long> values = new TreeMap<>();
    books.entries().stream()
        .flatMap(posted -> posted.legs().stream())
        .forEach(leg ->
            values.merge(
                Integer.toString(leg.account().number()), leg.valueMinor(), Math::addExact));
    values.values().removeIf(value -> value == 0);
    return values;
  }

  private static Map<CurrencyCode, Long> amounts(TestBooks books, int account) {
    Map<CurrencyCode, Long> amounts = new TreeMap<>();
    books.entries().stream()
        .flatMap(posted -> posted.legs().stream())
        .filter(leg -> leg.account().number() == account)
        .forEach(leg -> amounts.merge(leg.currency(), leg.minor(), Math::addExact));
    amounts.values().removeIf(minor -> minor == 0);
    return amounts;
  }

  @Test
  void aForeignBalanceMovesInItsOwnMoneyAndIsWorthTheDaysRate() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.09", "2026-10-01"))
            .tell(moved("1", Movement.CHARGE, EUR, 10_000, 300, "2026-10-01", Optional.empty()));

    assertThat(amounts(books, 1010)).containsExactly(Map.entry(EUR, 9_700L));
    assertThat(values(books)).isEqualTo(entry("Dr 1010 105.73; Dr 6000 3.27; Cr 1100 109.00"));
  }

  @Test
  void withoutARateNothingIsPostedAndItIsPostedWhenTheRateComes() {
    BalanceTransaction charge =
        moved("1", Movement.CHARGE, EUR, 10_000, 300, "2026-10-01", Optional.empty());
    TestBooks books = TestBooks.standard().tell(charge);
    assertThat(books.entries()).isEmpty();
    assertThat(books.only(Discrepancy.Kind.RATE_UNKNOWN))
        .hasValueSatisfying(found -> {
          assertThat(found.minor()).isEqualTo(10_000);
          assertThat(found.reason()).contains("EUR").contains("2026-10-01");
        });

    books.tell(rate(EUR, USD, "1.09", "2026-10-01")).tell(charge);
    assertThat(values(books)).isEqualTo(entry("Dr 1010 105.73; Dr 6000 3.27; Cr 1100 109.00"));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aCorrectedRatePostsTheDifference() {
    BalanceTransaction charge =
        moved("1", Movement.CHARGE, EUR, 10_000, 0, "2026-10-01", Optional.empty());
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.90", "2026-10-01"))
            .tell(charge)
            .tell(rate(EUR, USD, "1.09", "2026-10-01", 2))
            .tell(charge);

    assertThat(values(books)).isEqualTo(entry("Dr 1010 109.00; Cr 1100 109.00"));
    assertThat(books.entries()).hasSize(2);
  }

  @Test
  void aWeekendTakesTheLastRateBeforeItAndAnOldOneIsNone() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.10", "2026-10-02"), rate(EUR, USD, "1.20", "2026-10-05"))
            .tell(
                moved("1", Movement.CHARGE, EUR, 100, 0, "2026-10-04", Optional.empty()),
                moved("2", Movement.CHARGE, EUR, 100, 0, "2026-10-05", Optional.empty()),
                moved("3", Movement.CHARGE, EUR, 100, 0, "2026-10-20", Optional.empty()));

    assertThat(values(books)).isEqualTo(entry("Dr 1010 2.30; Cr 1100 2.30"));
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.RATE_UNKNOWN);
  }

  @Test
  void aRateIsReadBackwardsAndThroughTheEuroWithoutRoundingOnTheWay() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                rate(USD, JPY, "150", "2026-10-01"),
                rate(EUR, USD, "1.08", "2026-10-01"),
                rate(EUR, GBP, "0.81", "2026-10-01"))
            .tell(
                moved("1", Movement.CHARGE, JPY, 15_000, 0, "2026-10-01", Optional.empty()),
                moved("2", Movement.CHARGE, GBP, 7_500, 0, "2026-10-01", Optional.empty()));

    assertThat(values(books)).isEqualTo(entry("Dr 1010 200.00; Cr 1100 200.00"));
  }

  @Test
  @Tag("failure-33")
  void threeDecimalsAndNoneAreWhatTheyAre() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(KWD, USD, "3.25", "2026-10-01"), rate(JPY, USD, "0.0066", "2026-10-01"))
            .tell(
                moved("1", Movement.CHARGE, KWD, 1_500, 0, "2026-10-01", Optional.empty()),
                moved("2", Movement.CHARGE, JPY, 500, 0, "2026-10-01", Optional.empty()));

    assertThat(amounts(books, 1010)).containsEntry(KWD, 1_500L).containsEntry(JPY, 500L);
    assertThat(values(books)).isEqualTo(entry("Dr 1010 8.18; Cr 1100 8.18"));
  }

  @Test
  void whatTheCustomerPaidInTheBooksOwnMoneyIsItsValueWithoutAnyRate() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                moved(
                    "1",
                    Movement.CHARGE,
                    EUR,
                    10_000,
                    300,
                    "2026-10-01",
                    Optional.of(new Exchanged(USD, 10_987))));

    assertThat(values(books)).isEqualTo(entry("Dr 1010 106.57; Dr 6000 3.30; Cr 1100 109.87"));
    assertThat(books.discrepancies()).isEmpty();
  }

  private static OrderState foreignOrder() {
    return in(order(List.of(goods("cup", 3, 10_000, 0, tax(1_900))), List.of()), "EUR", "EUR");
  }

  private static OrderPayment paidInEuro(long minor) {
    OrderPayment paid = paid("1", minor, "2026-10-01");
    return new OrderPayment(
        SHOP, paid.id(), ORDER, paid.gateway(), EUR, minor, paid.at(), paid.reference());
  }

  @Test
  @Tag("accounting-50")
  void aForeignOrderIsValuedOnTheDayItWasPlacedForAllItsLife() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.0777", "2026-10-01"), rate(EUR, USD, "2", "2026-10-04"))
            .tell(foreignOrder(), paidInEuro(11_900));
    for (int parcel = 1; parcel <= 3; parcel++) {
      books.tell(parcel("p" + parcel, "2026-10-0" + (3 + parcel), shipped("cup", 1)));
    }

    assertThat(amounts(books, 2100)).isEmpty();
    assertThat(values(books)).isEqualTo(entry("Dr 1100 128.25; Cr 4000 107.77; Cr 2010 20.48"));
  }

  @Test
  @Tag("accounting-50")
  void aForeignSaleSettledInTheBooksMoneyIsWorthWhatWasSettled() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.09", "2026-10-01"))
            .tell(
                in(order(List.of(goods("cup", 1, 10_000, 0, List.of())), List.of()), "EUR", "EUR"),
                paidInEuro(10_000),
                moved("1", Movement.CHARGE, USD, 10_800, 0, "2026-10-03", Optional.empty()))
            .tell(
                new Settlement(SHOP, new Reference("ch_1"), ORDER, USD, 10_800, at("2026-10-03")));

    assertThat(values(books)).isEqualTo(entry("Dr 1010 108.00; Cr 2100 108.00"));
    books.tell(
        new ExchangeDifference(
            BOOK,
            "1100",
            new Reference("ch_1"),
            1,
            LocalDate.parse("2026-10-03"),
            List.of(new Open(EUR, 10_000, 10_800), new Open(USD, -10_800, -10_800))));
    assertThat(amounts(books, 1100)).isEmpty();
    assertThat(values(books)).isEqualTo(entry("Dr 1010 108.00; Cr 2100 108.00"));
  }

  @Test
  void aSaleInTheBooksMoneySettledToAForeignBalanceFollowsThePolicy() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.08", "2026-10-01"))
            .tell(
                order(List.of(goods("cup", 1, 10_900, 0, List.of())), List.of()),
                paid("1", 10_900, "2026-10-01"),
                moved("1", Movement.CHARGE, EUR, 10_000, 0, "2026-10-01", Optional.empty()))
            .tell(
                new Settlement(
                    SHOP,
                    new Reference("ch_1"),
                    ORDER,
                    USD,
                    10_800,
                    at("2026-10-01"),
                    Optional.of(new Exchanged(EUR, 10_000))));

    assertThat(values(books)).isEqualTo(entry("Dr 1010 108.00; Cr 2100 108.00"));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-51")
  void aForeignBalanceIsPaidOutInTheBooksMoneyThrough1019() {
    TestBooks books =
        TestBooks.standard()
            .tell(rate(EUR, USD, "1.09", "2026-10-01"), rate(EUR, USD, "1.07", "2026-10-08"))
            .tell(
                moved("1", Movement.CHARGE, EUR, 10_000, 0, "2026-10-01", Optional.empty()),
                moved("2", Movement.PAYOUT, EUR, -10_000, 0, "2026-10-08", Optional.empty()))
            .tell(
                new Payout(
                    STRIPE,
                    new PayoutId("po_1"),
                    Payout.Status.PAID,
                    USD,
                    10_650,
                    at("2026-10-08"),
                    Optional.empty(),
                    Optional.of(new Exchanged(EUR, 10_000))),
                new PayoutManifest(
                    STRIPE,
                    new PayoutId("po_1"),
                    1,
                    1,
                    1,
                    EUR,
                    List.of(
                        new PayoutManifest.Item(
                            new TransactionId("1"), Movement.CHARGE, 10_000, 10_000))));
    assertThat(values(books)).isEqualTo(entry("Dr 1005 107.00; Dr 1010 2.00; Cr 1100 109.00"));

    books.tell(
        new PayoutValue(
            STRIPE, new PayoutId("po_1"), 1, EUR, LocalDate.parse("2026-10-08"), 10_900, 10_700));
    assertThat(values(books)).isEqualTo(entry("Dr 1005 109.00; Cr 1100 109.00"));

    books.tell(
        new BankLine(
            BANK, new BankLineId("b1"), USD, 10_650, LocalDate.parse("2026-10-09"), "", List.of()),
        Sample.arrival("b1", "po_1"));
    books.tell(
        new ExchangeDifference(
            BOOK,
            "1005",
            new Reference("po_1"),
            1,
            LocalDate.parse("2026-10-09"),
            List.of(new Open(EUR, 10_000, 10_900), new Open(USD, -10_650, -10_650))));

    assertThat(amounts(books, 1005)).isEmpty();
    assertThat(amounts(books, 1010)).isEmpty();
    assertThat(values(books)).isEqualTo(entry("Dr 1000 106.50; Dr 7000 2.50; Cr 1100 109.00"));
    assertThat(books.kinds()).isEmpty();
    assertThat(books.of("exchange/1005/po_1")).containsEntry("7000", 250L);
  }

  @Test
  @Tag("accounting-51")
  void theEntryOfCase51AsItIsWritten() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                new ExchangeDifference(
                    BOOK,
                    "1005",
                    new Reference("po_1"),
                    1,
                    LocalDate.parse("2026-10-09"),
                    List.of(new Open(EUR, 10_000, 10_900), new Open(USD, -10_750, -10_750))));

    assertThat(books.entries().getFirst().legs())
        .contains(
            new Leg(AccountCode.of(1019), EUR, 10_000, 10_900, Optional.empty()),
            new Leg(AccountCode.of(1019), USD, -10_900, -10_900, Optional.empty()),
            new Leg(AccountCode.of(7000), USD, 150, 150, Optional.empty()));
    assertThat(values(books)).doesNotContainKey("1019");
  }

  @Test
  void aValueWithoutAnAmountIsClosedThrough1019Too() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                new ExchangeDifference(
                    BOOK,
                    "1100",
                    new Reference("ch_1"),
                    1,
                    LocalDate.parse("2026-10-09"),
                    List.of(new Open(EUR, 0, -50))));

    assertThat(values(books)).isEqualTo(entry("Dr 1100 0.50; Cr 7000 0.50"));
  }

  @Test
  @Tag("accounting-72")
  void anOpeningBalanceIsCarriedAtWhatItWasCarriedAt() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                new Opening(
                    BOOK,
                    new Reference("cut-over"),
                    LocalDate.parse("2026-10-01"),
                    "Ann",
                    List.of(
                        new Opening.Balance(
                            "1010:stripe", EUR, 10_000, Optional.empty(), Optional.of(10_850L)),
                        new Opening.Balance("2200", USD, -1_000, Optional.empty()))));

    assertThat(amounts(books, 1010)).containsExactly(Map.entry(EUR, 10_000L));
    assertThat(values(books)).isEqualTo(entry("Dr 1010 108.50; Cr 2200 10.00; Cr 3000 98.50"));
    assertThat(books.discrepancies()).isEmpty();
  }
}
