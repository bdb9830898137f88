package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.ItemCost;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Step;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.ExchangePolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRelief;
import io.daybook.ledger.policy.TaxRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every order's life, over seeds. */
class OrderPropertiesTest {
  /** Mutation runs every test for every mutant, and takes fewer. */
  private static final int SEEDS = Integer.getInteger("daybook.seeds", 300);

  private static TestBooks books(Random random) {
    RecognitionPolicy recognition =
        RecognitionPolicy.standard()
            .with(pick(random, RecognitionPolicy.Shipping.values()))
            .with(pick(random, RecognitionPolicy.Trigger.values()))
            .with(pick(random, RecognitionPolicy.Deferral.values()))
            .with(
                random.nextInt(4) == 0
                    ? RecognitionPolicy.Basis.CASH
                    : RecognitionPolicy.Basis.ACCRUAL)
            .with(random.nextBoolean() ? Map.of("Consigned", 2500) : Map.of())
            .with(pick(random, RecognitionPolicy.Term.values()));
    TaxPolicy tax =
        TaxPolicy.standard()
            .with(pick(random, TaxPolicy.Facilitator.values()))
            .withRestockingFee(pick(random, TaxPolicy.Kept.values()))
            .withDeposit(pick(random, TaxPolicy.Kept.values()))
            .withBadDebt(pick(random, TaxRelief.values()))
            .withRules(
                new TaxRule("R", pick(random, TaxPoint.values())),
                Map.of("US-NY", new TaxRule("NY", pick(random, TaxPoint.values()))));
    Policy policy =
        Policy.standard()
            .with(recognition)
            .with(tax)
            .with(new ExchangePolicy(pick(random, ExchangePolicy.Settled.values())))
            .with(
                new DisputePolicy(
                    pick(random, DisputePolicy.Lost.values()), pick(random, TaxRelief.values())));
    return TestBooks.under(any -> policy);
  }

  private static <T> T pick(Random random, T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  /** Balances by account, currency and day. */
  private static Map<String, Long> byDay(List<Step> log) {
    Map<String, Long> sums = new TreeMap<>();
    for (Step step : log) {
      step.entry()
          .ifPresent(entry -> {
            for (Leg leg : entry.legs()) {
              String reference = leg.reference().map(Object::toString).orElse("");
              sums.merge(
                  entry.day() + " " + leg.account() + " " + leg.currency() + " " + reference,
                  leg.minor(),
                  Math::addExact);
            }
          });
    }
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  @Test
  @Tag("failure-1")
  @Tag("failure-5")
  void theBooksAreAFunctionOfTheSetOfFacts() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<Fact> facts = RandomLife.wild(seed);
      TestBooks atOnce = books(new Random(seed));
      facts.stream().filter(ItemCost.class::isInstance).forEach(atOnce::tell);
      atOnce.learn(SUBJECT, facts.stream().filter(fact -> !(fact instanceof ItemCost)).toList());

      Random random = new Random(seed + 1);
      TestBooks shuffled = books(new Random(seed));
      List<Fact> told = new ArrayList<>(facts);
      facts.forEach(fact -> told.addAll(Collections.nCopies(random.nextInt(3), fact)));
      Collections.shuffle(told, random);
      while (!told.isEmpty()) {
        int batch = Math.min(told.size(), 1 + random.nextInt(3));
        tell(shuffled, told.subList(0, batch));
        told.subList(0, batch).clear();
      }
      shuffled.learn(SUBJECT, List.of());

      assertThat(byDay(shuffled.log(SUBJECT)))
          .as("seed %d", seed)
          .isEqualTo(byDay(atOnce.log(SUBJECT)));
      assertThat(
              shuffled.learn(
                  SUBJECT, facts.stream().filter(fact -> !(fact instanceof ItemCost)).toList()))
          .as("seed %d", seed)
          .isInstanceOf(Outcome.Unchanged.class);
    }
  }

  private static void tell(TestBooks books, List<Fact> batch) {
    batch.stream().filter(ItemCost.class::isInstance).forEach(books::tell);
    List<Fact> orders = batch.stream().filter(fact -> !(fact instanceof ItemCost)).toList();
    if (!orders.isEmpty()) {
      books.learn(SUBJECT, orders);
    }
  }

  @Test
  @Tag("failure-52")
  void whatAlwaysHoldsOfAnOrderHoldsOnEveryDay() {
    for (long seed = 0; seed < SEEDS; seed++) {
      TestBooks books = books(new Random(seed));
      RandomLife.wild(seed).forEach(books::tell);

      OrderInvariants.requireAlways(books.log(SUBJECT), "seed " + seed);
    }
  }

  @Test
  @Tag("failure-29")
  void deferredRevenueIsEmptyOnceAllIsSentCancelledOrRemoved() {
    for (long seed = 0; seed < SEEDS; seed++) {
      TestBooks books = TestBooks.standard();
      RandomLife.complete(seed).forEach(books::tell);

      OrderInvariants.requireSettled(books, "seed " + seed);
    }
  }

  @Test
  @Tag("accounting-30")
  @Tag("failure-29")
  void anySplitOfRefundsReversesExactlyTheTaxThatWasCharged() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      long net = 1 + random.nextLong(20_000);
      long tax = random.nextLong(net / 5 + 1);
      TestBooks books =
          TestBooks.standard()
              .tell(
                  order(List.of(goods("cup", 1, net, 0, tax(tax))), List.of()),
                  paid("0", net + tax, "2026-10-01"));
      int shippedAfter = random.nextInt(5);
      long left = net + tax;
      for (int part = 1; left > 0; part++) {
        if (part == shippedAfter) {
          books.tell(parcel("p1", "2026-10-0" + Math.min(9, part), shipped("cup", 1)));
        }
        long amount = part >= 8 || random.nextInt(6) == 0 ? left : 1 + random.nextLong(left);
        books.tell(amount("r" + part, "2026-10-0" + Math.min(9, part), amount));
        left -= amount;
        assertThat(books.balance(2010)).as("seed %d", seed).isLessThanOrEqualTo(0);
      }
      assertThat(books.balance(2010)).as("seed %d", seed).isZero();
      assertThat(books.balance(6010)).as("seed %d", seed).isZero();
      assertThat(books.balance(2100)).as("seed %d", seed).isZero();
    }
  }
}
