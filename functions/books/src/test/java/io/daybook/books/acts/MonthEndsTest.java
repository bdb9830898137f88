package io.daybook.books.acts;

import static io.daybook.books.ForeignShop.BOOK;
import static io.daybook.books.ForeignShop.CARD;
import static io.daybook.books.ForeignShop.OWN;
import static io.daybook.books.ForeignShop.SHOP;
import static io.daybook.books.ForeignShop.STRIPE;
import static io.daybook.books.ForeignShop.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.ForeignShop;
import io.daybook.books.acts.Checklist.Standing;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Policy;
import io.daybook.ledger.policy.EstimatePolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The month-end run. */
class MonthEndsTest {
  private static final CurrencyCode EUR = new CurrencyCode("EUR");
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final LocalDate END = OCTOBER.atEndOfMonth();
  private static final Who KEEPER = new Who("A. Keeper", "month end");

  @TempDir Path folder;

  private ForeignShop shop;
  private MonthEnds ends;

  @BeforeEach
  void open() {
    open(EstimatePolicy.standard());
  }

  private void open(EstimatePolicy estimates) {
    shop =
        new ForeignShop(
            folder.resolve(Integer.toString(estimates.hashCode())),
            Policy.standard().with(estimates));
    ends = new MonthEnds(shop.deployment(), BOOK, shop::tell);
  }

  private static ExchangeRate rate(String rate, String day) {
    return new ExchangeRate(OWN, EUR, USD, LocalDate.parse(day), 1, new BigDecimal(rate), "ECB");
  }

  private static BalanceTransaction moved(String id, Movement movement, long minor, String day) {
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        "test",
        EUR,
        minor,
        List.of(),
        minor,
        Instant.parse(day + "T10:00:00Z"),
        "ch_" + id,
        Optional.of(new Reference("ch_" + id)),
        Optional.empty(),
        Mode.LIVE);
  }

  private Checklist.Item item() {
    return new Closing(shop.deployment(), BOOK, shop::tell)
        .checklist(OCTOBER).items().stream()
            .filter(item -> item.what().equals("month end"))
            .findFirst()
            .orElseThrow();
  }

  @Test
  @Tag("accounting-53")
  void aForeignBalanceIsValuedAtTheClosingRateAndReversesItself() throws ActRefused {
    shop.tell(List.of(rate("1.09", "2026-10-05"), rate("1.06", "2026-10-30")));
    shop.tell(List.of(moved("1", Movement.CHARGE, 10_000, "2026-10-05")));
    assertThat(item().standing()).isEqualTo(Standing.OPEN);
    assertThat(item().words()).contains("revaluation-1010-stripe-EUR").contains("month-end");

    MonthEnds.Computation computed = ends.run(OCTOBER, KEEPER);

    assertThat(computed.estimates())
        .filteredOn(estimate -> estimate.id().equals("revaluation-1010-stripe-EUR"))
        .singleElement()
        .satisfies(estimate -> {
          assertThat(estimate.standing()).isEqualTo(Estimate.Standing.NEW);
          assertThat(estimate.basis())
              .contains("100.00 EUR")
              .contains("109.00 USD")
              .contains("1.06")
              .contains("2026-10-30")
              .contains("106.00 USD");
        });
    // The receivable that no order claims yet is money too: what is owed weighs against it.
    assertThat(shop.values(END)).doesNotContainKey(7010);
    assertThat(shop.rows(END))
        .anySatisfy(row -> {
          assertThat(row.account()).hasToString("1011:1010-stripe-EUR");
          assertThat(row.valueMinor()).isEqualTo(-300);
        });
    assertThat(shop.rows(END.plusDays(1))).noneMatch(row -> row.account().number() == 1011);
    assertThat(item().standing()).isEqualTo(Standing.DONE);
  }

  @Test
  void runAgainItPostsNothingAndAfterALateFactTheDifference() throws ActRefused {
    shop.tell(List.of(rate("1.09", "2026-10-05"), rate("1.06", "2026-10-30")));
    shop.tell(List.of(moved("1", Movement.CHARGE, 10_000, "2026-10-05")));
    ends.run(OCTOBER, KEEPER);
    int entries = shop.entries().size();
    assertThat(ends.run(OCTOBER, KEEPER).open()).isEmpty();
    assertThat(shop.entries()).hasSize(entries);

    shop.tell(List.of(moved("2", Movement.CHARGE, 5_000, "2026-10-06")));
    assertThat(item().standing()).isEqualTo(Standing.OPEN);
    ends.run(OCTOBER, KEEPER);

    assertThat(shop.rows(END))
        .anySatisfy(row -> {
          assertThat(row.account()).hasToString("1011:1010-stripe-EUR");
          assertThat(row.valueMinor()).isEqualTo(-450);
        });
    assertThat(shop.rows(END.plusDays(1))).noneMatch(row -> row.account().number() == 1011);
    assertThat(shop.exceptions()).isEmpty();
  }

  @Test
  void withoutARateOfTheClosingDayNothingIsPosted() {
    shop.tell(List.of(rate("1.09", "2026-10-05")));
    shop.tell(List.of(moved("1", Movement.CHARGE, 10_000, "2026-10-05")));

    assertThatThrownBy(() -> ends.run(OCTOBER, KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("no rate of EUR in USD for 2026-10-31");
    assertThat(item().words()).contains("no rate of EUR");
    assertThat(shop.values(END)).doesNotContainKeys(1011, 7010);
  }

  @Test
  void itIsAnActWithANameOnTheAuditTrail() throws ActRefused {
    shop.tell(List.of(rate("1.09", "2026-10-05"), rate("1.06", "2026-10-30")));
    shop.tell(List.of(moved("1", Movement.CHARGE, 10_000, "2026-10-05")));
    assertThatThrownBy(() -> ends.run(OCTOBER, new Who("", "because")))
        .isInstanceOf(ActRefused.class);
    ends.run(OCTOBER, KEEPER);

    assertThat(new AuditTrail(shop.deployment(), BOOK).lines())
        .anySatisfy(line -> {
          assertThat(line.by()).isEqualTo("A. Keeper");
          assertThat(line.about()).startsWith("month-end/2026-10/");
          assertThat(line.reason()).isEqualTo("month end");
        });
  }

  @Test
  void aMonthThatIsNotOverHasNoEnd() {
    assertThatThrownBy(() -> ends.run(YearMonth.of(2026, 12), KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("ends on 2026-12-31");
  }

  private void soldAndSent(long minor, String day) {
    Instant at = Instant.parse(day + "T10:00:00Z");
    OrderId order = new OrderId("o1");
    shop.tell(
        List.of(
            new OrderState(
                SHOP,
                order,
                1,
                "#1",
                at,
                USD,
                USD,
                List.of(
                    new OrderLine(
                        new LineId("cup"),
                        Optional.empty(),
                        OrderLine.Kind.GOODS,
                        1,
                        minor,
                        0,
                        List.of())),
                List.of(),
                0,
                0,
                minor,
                Optional.empty(),
                Mode.LIVE),
            new OrderPayment(
                SHOP, new TransactionId("p1"), order, CARD, USD, minor, at, new Reference("ch_o1")),
            sent(order, at)));
  }

  private static Fulfilment sent(OrderId order, Instant at) {
    return new Fulfilment(
        SHOP,
        new FulfilmentId("f1"),
        order,
        1,
        at,
        Optional.empty(),
        List.of(new Fulfilment.Shipped(new LineId("cup"), 1)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  @Tag("accounting-16")
  @Tag("failure-50")
  void expectedReturnsAreEstimatedOfNetSalesWithinTheWindow() throws ActRefused {
    open(new EstimatePolicy(500, 30, 0, 0, EstimatePolicy.Breakage.INCOME));
    soldAndSent(9_000, "2026-10-20");
    ends.run(OCTOBER, KEEPER);

    assertThat(shop.values(END)).containsEntry(4900, 450L).containsEntry(2240, -450L);
    assertThat(shop.values(END.plusDays(1))).doesNotContainKeys(4900, 2240);
    // Three weeks later the same sale is out of the window.
    assertThat(ends.compute(YearMonth.of(2026, 11)).estimates()).isEmpty();
  }

  @Test
  @Tag("accounting-80c")
  void disputesThatWillBeLostAreAllowedFor() throws ActRefused {
    open(new EstimatePolicy(0, 30, 6_000, 0, EstimatePolicy.Breakage.INCOME));
    shop.tell(List.of(rate("1", "2026-10-30")));
    shop.tell(List.of(moved("d", Movement.DISPUTE, -10_584, "2026-10-30")));
    ends.run(OCTOBER, KEEPER);

    assertThat(shop.values(END)).containsEntry(6010, 6_350L).containsEntry(1205, -6_350L);
    assertThat(shop.values(END.plusDays(1))).doesNotContainKeys(6010, 1205);
  }
}
