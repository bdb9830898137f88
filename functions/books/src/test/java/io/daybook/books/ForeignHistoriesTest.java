package io.daybook.books;

import static io.daybook.books.ForeignShop.BANK;
import static io.daybook.books.ForeignShop.CARD;
import static io.daybook.books.ForeignShop.OWN;
import static io.daybook.books.ForeignShop.SHOP;
import static io.daybook.books.ForeignShop.STRIPE;
import static io.daybook.books.ForeignShop.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.acts.MonthEnds;
import io.daybook.books.acts.Who;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Exchanged;
import io.daybook.events.Fact;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TrialBalance;
import io.daybook.ledger.policy.ExchangePolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of balances with no, two and three decimals, told in any order. */
class ForeignHistoriesTest {
  private static final List<CurrencyCode> BALANCES =
      List.of(new CurrencyCode("EUR"), new CurrencyCode("JPY"), new CurrencyCode("KWD"));
  private static final Map<String, Double> UNITS = Map.of("EUR", 1.09, "JPY", 0.0066, "KWD", 3.25);
  private static final LocalDate FIRST = LocalDate.parse("2026-10-20");
  private static final LocalDate PAID_OUT = LocalDate.parse("2026-11-03");
  private static final LocalDate LATE = LocalDate.parse("2026-12-31");

  @TempDir Path folder;

  private final List<Fact> facts = new ArrayList<>();
  private Random random = new Random(0);
  private int next;

  /** Rates of every day, charges of ten days for orders in either currency, one payout of each balance, and its bank line. */
  private void history(long seed) {
    random = new Random(seed);
    facts.clear();
    for (CurrencyCode currency : BALANCES) {
      for (LocalDate day = FIRST; day.isBefore(PAID_OUT.plusDays(5)); day = day.plusDays(1)) {
        if (!Set.of(6, 7).contains(day.getDayOfWeek().getValue())) {
          facts.add(rate(currency, day));
        }
      }
      List<BalanceTransaction> moved = new ArrayList<>();
      for (int charge = random.nextInt(5); charge >= 0; charge--) {
        moved.add(sale(currency, FIRST.plusDays(3L + random.nextInt(10))));
      }
      payout(currency, moved);
    }
  }

  private ExchangeRate rate(CurrencyCode currency, LocalDate day) {
    double unit = UNITS.getOrDefault(currency.value(), 1.0) * (0.95 + random.nextDouble() / 10);
    BigDecimal rate = BigDecimal.valueOf(Math.round(unit * 1_000_000), 6);
    return new ExchangeRate(OWN, currency, USD, day, 1, rate, "ECB");
  }

  private BalanceTransaction sale(CurrencyCode currency, LocalDate day) {
    String id = currency + "-" + next++;
    long minor = 1_000L + random.nextInt(100_000);
    long fee = random.nextInt(30);
    Reference reference = new Reference("ch_" + id);
    Instant at = day.atTime(10, random.nextInt(60)).toInstant(ZoneOffset.UTC);
    boolean own = random.nextBoolean();
    long shown = 1_000L + random.nextInt(50_000);
    BalanceTransaction charge =
        new BalanceTransaction(
            STRIPE,
            new TransactionId("txn_" + id),
            Movement.CHARGE,
            "charge",
            currency,
            minor,
            fee == 0 ? List.of() : List.of(new Fee(Fee.Kind.PROCESSING, fee)),
            minor - fee,
            at,
            reference.value(),
            Optional.of(reference),
            Optional.empty(),
            Mode.LIVE,
            own && random.nextBoolean()
                ? Optional.of(new Exchanged(USD, shown))
                : Optional.empty());
    facts.add(charge);
    OrderId order = new OrderId("order-" + id);
    CurrencyCode of = own ? USD : currency;
    long total = own ? shown : minor;
    facts.add(
        new OrderState(
            SHOP,
            order,
            1,
            "#" + id,
            at,
            of,
            of,
            List.of(
                new OrderLine(
                    new LineId("cup"),
                    Optional.empty(),
                    OrderLine.Kind.GOODS,
                    1,
                    total,
                    0,
                    List.of())),
            List.of(),
            0,
            0,
            total,
            Optional.empty(),
            Mode.LIVE));
    facts.add(
        new OrderPayment(
            SHOP, new TransactionId("pay_" + id), order, CARD, of, total, at, reference));
    return charge;
  }

  private void payout(CurrencyCode currency, List<BalanceTransaction> moved) {
    long net = moved.stream().mapToLong(BalanceTransaction::netMinor).sum();
    PayoutId id = new PayoutId("po_" + currency);
    Instant at = PAID_OUT.atTime(1, 0).toInstant(ZoneOffset.UTC);
    boolean exchanged = random.nextBoolean();
    long dollars = 1L + random.nextInt(200_000);
    facts.add(
        new BalanceTransaction(
            STRIPE,
            new TransactionId("txn_" + id),
            Movement.PAYOUT,
            "payout",
            currency,
            -net,
            List.of(),
            -net,
            at,
            id.value(),
            Optional.of(new Reference(id.value())),
            Optional.of(id),
            Mode.LIVE));
    facts.add(
        new Payout(
            STRIPE,
            id,
            Payout.Status.PAID,
            exchanged ? USD : currency,
            exchanged ? dollars : net,
            at,
            Optional.empty(),
            exchanged ? Optional.of(new Exchanged(currency, net)) : Optional.empty()));
    facts.add(
        new PayoutManifest(
            STRIPE,
            id,
            moved.size(),
            1,
            1,
            currency,
            moved.stream()
                .map(one ->
                    new PayoutManifest.Item(
                        one.id(), one.movement(), one.amountMinor(), one.netMinor()))
                .toList()));
    facts.add(
        new BankLine(
            BANK,
            new BankLineId("line-" + currency),
            USD,
            dollars,
            PAID_OUT.plusDays(2),
            "",
            List.of(new Reference(id.value()))));
  }

  private ForeignShop told(long order, Policy policy) {
    ForeignShop shop = new ForeignShop(folder.resolve("shop-" + next++), policy);
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(order));
    // A settlement is told once: rates come before all else, or after it, when all of it waited,
    // and
    // nothing is reconciled by half of them.
    boolean first = order % 2 == 0;
    shuffled.sort(Comparator.comparing(fact -> fact instanceof ExchangeRate ^ first));
    int from = 0;
    Random cut = new Random(order);
    while (from < shuffled.size()) {
      int to = Math.min(shuffled.size(), from + 1 + cut.nextInt(40));
      shop.tell(shuffled.subList(from, to));
      from = to;
      boolean rated =
          shuffled.subList(from, shuffled.size()).stream()
              .noneMatch(ExchangeRate.class::isInstance);
      if (cut.nextInt(4) == 0 && rated) {
        shop.reconcile();
      }
    }
    shop.reconcile();
    return shop;
  }

  private static Policy policy(long seed) {
    return Policy.standard()
        .with(
            new ExchangePolicy(
                seed % 2 == 0
                    ? ExchangePolicy.Settled.SETTLEMENT_VALUE
                    : ExchangePolicy.Settled.ORDER_RATE));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  @Tag("accounting-51")
  @Tag("failure-33")
  void onceAllIsPaidOutNothingIsLeftAndWhatRatesMadeIsExchange(long seed) {
    history(seed);
    ForeignShop shop = told(seed, policy(seed));

    assertThat(shop.exceptions()).as("seed " + seed).isEmpty();
    for (Entry entry : shop.entries()) {
      long exchange =
          entry.legs().stream()
              .filter(leg -> leg.account().number() == 1019)
              .mapToLong(Leg::valueMinor)
              .sum();
      assertThat(exchange).as("1019 in " + entry.occasion() + ", seed " + seed).isZero();
    }
    for (TrialBalance.Row row : shop.rows(LATE)) {
      assertThat(row.account().number()).as(row + ", seed " + seed).isNotIn(1005, 1010, 1100);
    }
    long cash = shop.value(1000);
    long carried = cleared(shop);
    long sales = settled(shop);
    assertThat(shop.value(7000)).as("exchange, seed " + seed).isEqualTo(carried - cash + sales);
  }

  /** What charges brought to the clearing account, in the book's currency. */
  private static long cleared(ForeignShop shop) {
    return legs(shop, "transaction/txn_", 1010, true);
  }

  /** What orders booked as receivable less what charges settled of it: exchange under the order's rate, else nothing. */
  private static long settled(ForeignShop shop) {
    long ordered =
        shop.steps().stream()
            .filter(step -> step.subject().kind() == SubjectId.Kind.ORDER)
            .flatMap(step -> step.entry().stream())
            .flatMap(entry -> entry.legs().stream())
            .filter(leg -> leg.account().number() == 2100)
            .mapToLong(Leg::valueMinor)
            .sum();
    long charged = legs(shop, "transaction/txn_", 1100, false);
    return Math.subtractExact(-ordered, -charged);
  }

  private static long legs(ForeignShop shop, String occasion, int account, boolean debits) {
    return shop.entries().stream()
        .filter(entry ->
            entry.occasion().startsWith(occasion) && !entry.occasion().startsWith(occasion + "po_"))
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().number() == account)
        .filter(leg -> !debits || leg.account().equals(AccountCode.of(1010, "stripe")))
        .mapToLong(Leg::valueMinor)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void theOrderInWhichItIsToldDoesNotMatter(long seed) {
    history(seed);
    Map<String, Long> first = balances(told(seed, policy(seed)));

    assertThat(balances(told(seed + 1_001, policy(seed)))).as("seed " + seed).isEqualTo(first);
  }

  private static Map<String, Long> balances(ForeignShop shop) {
    Map<String, Long> balances = new TreeMap<>();
    for (TrialBalance.Row row : shop.rows(LATE)) {
      balances.put(row.account() + " " + row.currency() + " amount", row.minor());
      balances.put(row.account() + " " + row.currency() + " value", row.valueMinor());
    }
    return balances;
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44})
  @Tag("accounting-53")
  @Tag("failure-50")
  void aRevaluationAndItsReversalNetToNothing(long seed) throws Exception {
    history(seed);
    ForeignShop shop = told(seed, policy(seed));
    YearMonth october = YearMonth.of(2026, 10);
    MonthEnds ends = new MonthEnds(shop.deployment(), ForeignShop.BOOK, shop::tell);
    MonthEnds.Computation computed = ends.run(october, new Who("A. Keeper", "month end"));

    assertThat(computed.missing()).isEmpty();
    LocalDate end = october.atEndOfMonth();
    for (TrialBalance.Row row : shop.rows(end)) {
      if (row.account().number() == 1010) {
        long valued =
            shop.rows(end).stream()
                .filter(other ->
                    other.account().equals(AccountCode.of(1011, "1010-stripe-" + row.currency())))
                .mapToLong(TrialBalance.Row::valueMinor)
                .sum();
        assertThat(row.valueMinor() + valued).as(row + ", seed " + seed).isEqualTo(worth(row, end));
      }
    }
    assertThat(shop.values(end.plusDays(1))).doesNotContainKeys(1011, 7010);
    assertThat(ends.compute(october).open()).as("run again, seed " + seed).isEmpty();
    assertThat(Balances.unsealed(shop.ledger(), ForeignShop.CLOCK).prove().holds()).isTrue();
    for (Step step : shop.steps()) {
      assertThat(step.entry()).isPresent();
    }
  }

  /** The last rate up to the day, worked out by hand. */
  private long worth(TrialBalance.Row row, LocalDate end) {
    ExchangeRate rate =
        facts.stream()
            .filter(ExchangeRate.class::isInstance)
            .map(ExchangeRate.class::cast)
            .filter(one -> one.currency().equals(row.currency()) && !one.on().isAfter(end))
            .max(Comparator.comparing(ExchangeRate::on))
            .orElseThrow();
    return new Money(row.minor(), row.currency())
        .major()
        .multiply(rate.rate())
        .setScale(2, RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact();
  }
}
