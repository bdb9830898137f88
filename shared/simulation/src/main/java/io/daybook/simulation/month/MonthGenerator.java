package io.daybook.simulation.month;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Makes a month from a seed. The same seed makes the same month, on every machine. */
public final class MonthGenerator {
  /** Orders placed in the month. */
  public static final int ORDERS = 400;

  /** By how much one payout is less than its list, minor units. */
  public static final long SHORT_MINOR = 1_727;

  /** The charge that no order knows of, minor units. */
  public static final long STRAY_MINOR = 4_000;

  private static final int ORDERS_BEFORE = 36;
  private static final int FIRST_NUMBER = 1001;

  private final long seed;
  private final Setting setting;

  /** The sample shop's month. */
  public MonthGenerator(long seed) {
    this(seed, Setting.blueCup());
  }

  /** Another shop's or month's. */
  public MonthGenerator(long seed, Setting setting) {
    this.seed = seed;
    this.setting = setting;
  }

  /** The month. */
  public Month generate() {
    Random random = new Random(seed);
    Ids ids = new Ids(random);
    List<Order> orders = new ArrayList<>();
    Order disputed = makeOrders(random, ids, orders);
    Ledgers ledgers = new Ledgers(ids);
    orders.forEach(ledgers::add);
    LocalDate first = setting.cutOver();
    StrayCharge stray = ledgers.stray(at(first.plusDays(12), 11, 26, 40), STRAY_MINOR);
    Dispute dispute =
        ledgers.dispute(
            disputed, at(first.plusDays(13), 9, 14, 8), at(first.plusDays(25), 15, 40, 31));
    payOut(ledgers);
    long bankOpening = 1_500_000L + random.nextInt(900_000);
    List<BankLine> bank = new BankAccount(setting, ids).lines(ledgers.payouts());
    Month month =
        new Month(
            setting,
            seed,
            orders,
            costs(),
            ledgers.movements(),
            ledgers.payouts(),
            dispute,
            stray,
            bankOpening,
            bank,
            List.of());
    return new Month(
        setting,
        seed,
        orders,
        month.costs(),
        month.movements(),
        month.payouts(),
        dispute,
        stray,
        bankOpening,
        bank,
        Openings.of(month));
  }

  /** Adds all orders and returns the one that will be disputed. */
  private Order makeOrders(Random random, Ids ids, List<Order> orders) {
    Plan plan = new Plan(random, setting);
    List<Plan.Planned> planned = new ArrayList<>(plan.before(ORDERS_BEFORE));
    planned.addAll(plan.during(ORDERS));
    OrderMaker maker = new OrderMaker(random, ids, setting);
    List<Order> disputed = new ArrayList<>();
    for (Plan.Planned next : planned) {
      Order order = maker.make(FIRST_NUMBER + orders.size(), next);
      orders.add(order);
      if (next.fate() == Fate.DISPUTED) {
        disputed.add(order);
      }
    }
    return disputed.getFirst();
  }

  /** Shopify Payments pays on Wednesdays, the first time on the eve of the cut-over; Stripe on Fridays. */
  private void payOut(Ledgers ledgers) {
    int stripes = 0;
    for (LocalDate day = setting.cutOver().minusDays(1);
        !day.isAfter(setting.month().atEndOfMonth());
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
        ledgers.payOut(Processor.SHOPIFY, day.atTime(13, 0).toInstant(ZoneOffset.UTC), 0);
      }
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
        stripes++;
        ledgers.payOut(
            Processor.STRIPE,
            day.atTime(2, 10).toInstant(ZoneOffset.UTC),
            stripes == 2 ? SHORT_MINOR : 0);
      }
    }
  }

  /** All costs as the month begins, and two that change in it. */
  private List<Cost> costs() {
    List<Cost> costs = new ArrayList<>();
    LocalDate first = setting.cutOver();
    List<Item> items = Item.catalogue();
    for (int i = 0; i < items.size(); i++) {
      costs.add(new Cost(items.get(i), at(first, 0, 5, i), items.get(i).costMinor()));
    }
    costs.add(
        new Cost(items.get(0), at(first.plusDays(14), 8, 30, 0), items.get(0).costMinor() + 65));
    costs.add(
        new Cost(items.get(8), at(first.plusDays(18), 8, 45, 0), items.get(8).costMinor() - 210));
    costs.sort(Comparator.comparing(Cost::from));
    return costs;
  }

  private Instant at(LocalDate day, int hour, int minute, int second) {
    return day.atTime(hour, minute, second).atZone(setting.zone()).toInstant();
  }
}
