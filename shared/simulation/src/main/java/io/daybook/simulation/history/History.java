package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.START;
import static io.daybook.simulation.history.Names.USD;
import static io.daybook.simulation.history.Names.day;

import io.daybook.events.Fact;
import io.daybook.events.ItemCost;
import io.daybook.events.Sku;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Some months of a shop by seed: what happens becomes messages that come in time, late, twice, or not at all until a sweep
 * finds them; beside them the acts of its people.
 */
public final class History {
  private static final int DAYS = 75;
  private static final Duration LOCKS_AFTER = Duration.ofMinutes(5);
  private static final List<String> EXPENSES = List.of("6060", "6080", "5100", "2900", "4040");

  private final Random random;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Fact> missing = new ArrayList<>();

  private History(long seed) {
    this.random = new Random(seed);
  }

  /** The operations of a history, in the order of their instants. */
  public static List<Operation> of(long seed) {
    History history = new History(seed);
    history.live();
    return List.copyOf(history.operations);
  }

  private void live() {
    for (int sku = 0; sku < Names.SKUS; sku++) {
      costs(sku);
    }
    tell(List.of(BackOfficeStory.opening(random)));
    int orders = 2 + random.nextInt(6);
    for (int order = 1; order <= orders; order++) {
      tell(order(Integer.toString(1000 + order)));
    }
    int others = 2 + random.nextInt(8);
    for (int other = 1; other <= others; other++) {
      tell(
          random.nextBoolean()
              ? OfficeStory.of(random, Integer.toString(other), sometime())
              : BackOfficeStory.of(random, Integer.toString(other), sometime()));
    }
    people();
    close();
    sweep();
    operations.sort(Comparator.comparing(Operation::at));
  }

  /** Some were placed before the hub kept books. */
  private List<Fact> order(String id) {
    Instant placed =
        random.nextInt(10) == 0 ? START.minus(Duration.ofHours(random.nextInt(480))) : sometime();
    OrderFacts life = new OrderFacts(random, id, placed);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> EvenStory.of(life);
      case 3 -> CardStory.of(life);
      case 4 -> TermStory.of(life);
      case 5 -> ForeignStory.of(life);
      default -> OrderStory.of(life);
    };
  }

  /** What a thing costs is known at once or late, and may change. */
  private void costs(int sku) {
    Instant before = START.minus(Duration.ofDays(60));
    ItemCost first = cost(sku, before, 123L + 456L * sku);
    if (random.nextInt(3) > 0) {
      operations.add(new Operation.Told(START, List.of(first)));
    } else {
      tell(List.of(first));
    }
    if (random.nextInt(3) == 0) {
      tell(List.of(cost(sku, sometime(), 99L + 321L * sku)));
    }
  }

  private static ItemCost cost(int sku, Instant from, long minor) {
    return new ItemCost(
        SHOP, new Sku("SKU-" + sku), from, Optional.of(USD), BigDecimal.valueOf(minor, 2));
  }

  private Instant sometime() {
    return START.plus(Duration.ofMinutes(60L + random.nextInt(DAYS * 24 * 60)));
  }

  /** Facts become messages of one or some, which come when they come. */
  private void tell(List<Fact> facts) {
    List<Fact> rest = new ArrayList<>(facts);
    if (random.nextInt(3) == 0) {
      Collections.shuffle(rest, random);
    }
    while (!rest.isEmpty()) {
      int some = Math.min(rest.size(), 1 + random.nextInt(3));
      List<Fact> message = List.copyOf(rest.subList(0, some));
      rest.subList(0, some).clear();
      Instant at = arrival(message);
      if (random.nextInt(10) == 0) {
        missing.addAll(message);
      } else {
        operations.add(new Operation.Told(at, message));
      }
      if (random.nextInt(5) == 0) {
        operations.add(new Operation.Told(at.plusSeconds(random.nextInt(900_000)), message));
      }
    }
  }

  /** After the last of what it tells; a few come weeks late. */
  private Instant arrival(List<Fact> message) {
    Instant last = START;
    for (Fact fact : message) {
      Instant told = When.told(fact);
      last = told.isAfter(last) ? told : last;
    }
    long late =
        switch (random.nextInt(8)) {
          case 0 -> random.nextInt(40 * 86_400);
          case 1, 2 -> random.nextInt(2 * 86_400);
          default -> random.nextInt(600);
        };
    return last.plusSeconds(1 + late);
  }

  /** What no message told, in one list, twice: as a sweep that was begun again. */
  private void sweep() {
    Instant end =
        Stream.concat(operations.stream().map(Operation::at), missing.stream().map(When::told))
            .max(Comparator.naturalOrder())
            .orElse(START);
    Instant at = end.plus(Duration.ofHours(6));
    for (int from = 0; from < missing.size(); from += 20) {
      List<Fact> objects = missing.subList(from, Math.min(from + 20, missing.size()));
      operations.add(new Operation.Told(at, objects));
    }
    if (random.nextInt(4) == 0) {
      operations.add(new Operation.Replayed(at.plusSeconds(60)));
    }
  }

  private void people() {
    for (int entry = random.nextInt(4); entry > 0; entry--) {
      Instant at = sometime();
      Instant before = at.minus(Duration.ofDays(random.nextInt(10)));
      LocalDate day = day(before.isBefore(START) ? START : before);
      String id = "m" + entry;
      String debit = EXPENSES.get(random.nextInt(EXPENSES.size()));
      operations.add(
          new Operation.Entered(at, id, day, debit, "3000", 1L + random.nextInt(90_000)));
      for (int again = random.nextInt(3); again > 0; again--) {
        Instant then = at.plusSeconds(60L + random.nextInt(500_000));
        operations.add(new Operation.Reversed(then, id, day(then)));
      }
    }
    for (int change = random.nextInt(3); change > 0; change--) {
      operations.add(new Operation.Ruled(sometime(), habits()));
    }
    for (int again = random.nextInt(2); again > 0; again--) {
      Instant at = sometime();
      LocalDate from = day(at).minusDays(random.nextInt(40));
      operations.add(new Operation.Reposted(at, from, from.plusDays(random.nextInt(40))));
    }
    for (int run = random.nextInt(3); run > 0; run--) {
      operations.add(new Operation.Reconciled(sometime()));
    }
    for (int look = 0; look < 4; look++) {
      Instant at = sometime();
      operations.add(new Operation.Looked(at, day(at).minusDays(random.nextInt(20))));
    }
  }

  private Habits habits() {
    return new Habits(
        one(Habits.Shipping.values()),
        random.nextInt(3) == 0 ? Habits.Trigger.DELIVERY : Habits.Trigger.SHIPMENT,
        random.nextInt(5) == 0 ? Habits.Basis.CASH : Habits.Basis.ACCRUAL,
        random.nextInt(4) == 0 ? Habits.Late.WAIT : Habits.Late.MOVE);
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private void close() {
    YearMonth first = YearMonth.from(START.atZone(ZoneOffset.UTC));
    for (int month = 0; month < 3; month++) {
      if (random.nextInt(4) > 0) {
        close(first.plusMonths(month));
      }
    }
  }

  private void close(YearMonth month) {
    Instant at =
        month
            .plusMonths(1)
            .atDay(2)
            .atStartOfDay(Names.ZONE)
            .toInstant()
            .plusSeconds(random.nextInt(500_000));
    operations.add(new Operation.Fenced(at, month));
    operations.add(new Operation.Locked(at.plus(LOCKS_AFTER), month));
    if (random.nextInt(3) == 0) {
      Instant again = at.plusSeconds(3_600L + random.nextInt(900_000));
      operations.add(new Operation.Reopened(again, month));
      if (random.nextBoolean()) {
        Instant closed = again.plusSeconds(3_600L + random.nextInt(900_000));
        operations.add(new Operation.Fenced(closed, month));
        operations.add(new Operation.Locked(closed.plus(LOCKS_AFTER), month));
      }
    }
  }
}
