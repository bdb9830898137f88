package io.daybook.simulation.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthTest {
  private static Month month(long seed) {
    return new MonthGenerator(seed).generate();
  }

  @Test
  void theSameSeedMakesTheSameMonthAndAnotherSeedAnother() {
    assertThat(month(7)).isEqualTo(month(7));
    assertThat(month(7).orders()).isNotEqualTo(month(8).orders());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 42, 2026})
  void theMonthHasWhatItPromises(long seed) {
    Month month = month(seed);
    List<Order> orders = month.ordersOfTheMonth();

    assertThat(orders).hasSize(MonthGenerator.ORDERS);
    assertThat(orders.stream().filter(order -> order.processor() == Processor.STRIPE)).hasSize(200);
    assertThat(orders.stream().filter(order -> order.code().isPresent())).hasSizeBetween(100, 220);
    assertThat(orders.stream().filter(order -> order.shipping().discountMinor() > 0))
        .hasSizeBetween(15, 80);
    assertThat(orders.stream().filter(order -> order.tipMinor() > 0)).hasSizeBetween(25, 90);
    assertThat(orders.stream().filter(order -> order.parcels().size() > 1)).hasSizeBetween(15, 34);
    assertThat(orders.stream().mapToInt(order -> order.refunds().size()).sum()).isBetween(25, 45);
    assertThat(orders.stream().filter(order -> order.edit().isPresent())).hasSize(1);
    assertThat(orders.stream().filter(order -> order.cancelledAt().isPresent()))
        .hasSizeBetween(4, 6);
    assertThat(month.dispute().order().refunds()).isEmpty();
    assertThat(month.dispute().order().parcels()).hasSize(1);
    assertThat(month.dispute().order().parcels().getFirst().at())
        .isBefore(month.dispute().lostAt());
    assertThat(month.payouts().stream().filter(payout -> payout.processor() == Processor.STRIPE))
        .hasSize(5);
    assertThat(month.payouts().stream().filter(payout -> payout.processor() == Processor.SHOPIFY))
        .hasSize(5);
    assertThat(month.payouts().stream().filter(payout -> !month.arrived(payout))).hasSize(1);
    assertThat(Answers.of(month).facts()).containsEntry("costs", 14);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatTheCustomerPaysIsWhatTheOrderSays(long seed) {
    for (Order order : month(seed).orders()) {
      long paid = order.payments().stream().mapToLong(Payment::amountMinor).sum();
      assertThat(paid)
          .as(order.name())
          .isEqualTo(order.totalMinor(java.time.Instant.MAX))
          .isPositive();
      long back = order.refunds().stream().mapToLong(Refund::amountMinor).sum();
      assertThat(back).as(order.name()).isLessThanOrEqualTo(paid);
      for (Line line : order.lines()) {
        int gone = order.packed(line, java.time.Instant.MAX);
        assertThat(gone).isLessThanOrEqualTo(line.quantity());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPayoutButOneIsTheSumOfItsList(long seed) {
    Month month = month(seed);
    Set<String> paid = new HashSet<>();
    for (Payout payout : month.payouts()) {
      long expected = payout.equals(month.difference()) ? -MonthGenerator.SHORT_MINOR : 0;
      assertThat(payout.differenceMinor()).as(payout.id()).isEqualTo(expected);
      assertThat(payout.amountMinor()).isPositive();
      assertThat(payout.own().netMinor()).isEqualTo(-payout.amountMinor());
      payout.movements().forEach(movement -> assertThat(paid.add(movement.id())).isTrue());
    }
    assertThat(month.payouts().stream().filter(payout -> payout.differenceMinor() != 0)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void clearingIsTheProcessorsBalanceLessWhatOnePayoutDoesNotExplain(long seed) {
    Month month = month(seed);
    Map<String, Long> balances = Answers.of(month).trialBalance();
    for (Processor processor : Processor.values()) {
      long balance =
          month.movements().stream()
              .filter(movement -> movement.processor() == processor)
              .mapToLong(Movement::netMinor)
              .sum();
      long difference =
          month.payouts().stream()
              .filter(payout -> payout.processor() == processor)
              .mapToLong(Payout::differenceMinor)
              .sum();
      String account = AccountNames.standard().clearing(processor);
      assertThat(balances.get(account)).isEqualTo(balance + difference).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theTrialBalanceIsZeroAndItsAccountsAreWhatTheyMustBe(long seed) {
    Month month = month(seed);
    Map<String, Long> balances = Answers.of(month).trialBalance();

    assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
    assertThat(balances).doesNotContainKeys("1100", "1200", "2230");
    assertThat(balances.get("1000:main")).isEqualTo(month.bankClosingMinor());
    Payout underWay =
        month.payouts().stream().filter(payout -> !month.arrived(payout)).findFirst().orElseThrow();
    assertThat(balances.get("1005")).isEqualTo(underWay.amountMinor());
    assertThat(balances.get("2900"))
        .isEqualTo(MonthGenerator.SHORT_MINOR + BankAccount.FEE_MINOR - MonthGenerator.STRAY_MINOR);
    assertThat(balances.get("6010")).isEqualTo(month.dispute().payment().amountMinor());
    assertThat(balances.get("6020")).isEqualTo(Dispute.FEE_MINOR);
    assertThat(balances.get("1300")).isPositive();
    assertThat(balances.get("2100")).isEqualTo(-deferred(month));
  }

  /** Counted the other way round: what was ordered and neither left nor was given back. */
  private static long deferred(Month month) {
    long minor = 0;
    for (Order order : month.orders()) {
      for (Line line : order.lines()) {
        int gone = order.packed(line, month.setting().end());
        int cancelled =
            order.refunds().stream()
                .flatMap(refund -> refund.lines().stream())
                .filter(returned -> returned.line().equals(line))
                .filter(returned -> returned.restock() == Refund.Restock.CANCEL)
                .mapToInt(Refund.Returned::quantity)
                .sum();
        minor += (line.quantity() - gone - cancelled) * line.netMinor() / line.quantity();
      }
      long back = order.refunds().stream().mapToLong(Refund::shippingMinor).sum();
      minor += order.parcels().isEmpty() ? order.shipping().netMinor() - back : 0;
    }
    return minor;
  }

  @Test
  void theOpeningKnowsEveryOrderThatStillHasToShipAndThePayoutOnItsWay() {
    Month month = month(1);
    Map<String, Long> opening = new TreeMap<>();
    month.opening().forEach(row -> opening.put(row.account() + "|" + row.reference(), row.minor()));

    List<Order> waiting =
        month.orders().stream()
            .filter(order -> order.placedAt().isBefore(month.setting().start()))
            .filter(order ->
                order.changes().stream().anyMatch(at -> !at.isBefore(month.setting().start())))
            .toList();
    assertThat(waiting).hasSize(10);
    waiting.forEach(order -> assertThat(opening.get("2100|" + order.id())).isNegative());
    assertThat(opening.keySet().stream().filter(key -> key.startsWith("2100"))).hasSize(10);
    Payout onItsWay = month.payouts().getFirst();
    assertThat(opening.get("1005|" + onItsWay.id())).isEqualTo(onItsWay.amountMinor());
    assertThat(onItsWay.at().atZone(ZoneOffset.UTC).getMonthValue()).isEqualTo(9);
    assertThat(opening)
        .containsKeys("1010:stripe|", "1010:shopify|", "1300|", "1000:main|", "2010:US-NY|");
    assertThat(opening.keySet()).noneMatch(key -> key.startsWith("1100") || key.startsWith("2230"));
    assertThat(month.openingCsv()).startsWith("account,currency,amount,reference\n1000:main,USD,");
  }

  @Test
  void anotherBooksNamesGiveTheSameBalances() {
    Month month = month(1);
    Map<String, Long> standard = Answers.of(month).trialBalance();
    Map<String, Long> other = Answers.of(month, new AccountNames("s", "p", "b")).trialBalance();

    assertThat(other.get("1010:s")).isEqualTo(standard.get("1010:stripe"));
    assertThat(other.get("1010:p")).isEqualTo(standard.get("1010:shopify"));
    assertThat(other.get("1000:b")).isEqualTo(standard.get("1000:main"));
    assertThat(other).hasSameSizeAs(standard);
  }
}
