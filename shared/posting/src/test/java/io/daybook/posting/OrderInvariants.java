package io.daybook.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What section 12 of ACCOUNTING.md says of any order, whatever its life: on every day, and at the end of an order of which
 * every line is settled.
 */
public final class OrderInvariants {
  /** Held for others or for later: never in debit. */
  private static final Set<Integer> NEVER_IN_DEBIT = Set.of(2010, 2030, 2100, 2220);

  /** Never in credit: what the customer or the carrier owes for goods, and goods under way. */
  private static final Set<Integer> NEVER_IN_CREDIT = Set.of(1310);

  private OrderInvariants() {}

  /** Balances by account on the evening of each day on which something was posted. */
  public static SortedMap<LocalDate, Map<String, Long>> evenings(List<Step> log) {
    SortedMap<LocalDate, Map<String, Long>> movements = new TreeMap<>();
    for (Step step : log) {
      step.entry()
          .ifPresent(entry -> {
            Map<String, Long> day = movements.computeIfAbsent(entry.day(), any -> new TreeMap<>());
            entry
                .legs()
                .forEach(leg -> day.merge(leg.account().toString(), leg.minor(), Math::addExact));
          });
    }
    Map<String, Long> running = new TreeMap<>();
    movements.replaceAll((day, moved) -> {
      moved.forEach((account, minor) -> running.merge(account, minor, Math::addExact));
      return new TreeMap<>(running);
    });
    return movements;
  }

  /** What holds for every order on every day. */
  public static void requireAlways(List<Step> log, String life) {
    for (Step step : log) {
      step.entry().ifPresent(entry -> requireBalanced(entry, life));
    }
    evenings(log)
        .forEach((day, balances) ->
            balances.forEach((account, minor) -> {
              int number = Integer.parseInt(account.substring(0, 4));
              if (NEVER_IN_DEBIT.contains(number)) {
                assertThat(minor).as("%s: %s on %s", life, account, day).isLessThanOrEqualTo(0);
              }
              if (NEVER_IN_CREDIT.contains(number)) {
                assertThat(minor).as("%s: %s on %s", life, account, day).isNotNegative();
              }
            }));
  }

  private static void requireBalanced(Entry entry, String life) {
    assertThat(entry.legs().stream().mapToLong(Leg::minor).sum()).as(life).isZero();
    assertThat(entry.legs().stream().mapToLong(Leg::valueMinor).sum()).as(life).isZero();
  }

  /** What holds once each line is shipped, cancelled, refunded, lost or earned and each parcel has arrived. */
  public static void requireSettled(TestBooks books, String life) {
    assertThat(books.balance(2100)).as("%s: 2100", life).isZero();
    assertThat(books.balance(1310)).as("%s: 1310", life).isZero();
    assertThat(books.open(1100, RandomLife.reference().value())).as("%s: 1100", life).isZero();
  }
}
