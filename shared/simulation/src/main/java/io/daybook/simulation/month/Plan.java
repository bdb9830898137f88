package io.daybook.simulation.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who orders when, who takes the money, and what shall befall each order. */
final class Plan {
  private static final int DAYS_BEFORE = 7;

  /** How many of the month's orders have each fate; all others are simply shipped. */
  private static final Map<Fate, Integer> EARLY =
      new EnumMap<>(
          Map.of(
              Fate.RETURNED,
              5,
              Fate.PART_RETURNED,
              7,
              Fate.PART_LOST,
              5,
              Fate.SHIPPING_REFUNDED,
              4,
              Fate.GOODWILL,
              5,
              Fate.REFUNDED_TWICE,
              2,
              Fate.EDITED,
              1));

  private static final Map<Fate, Integer> ANY_TIME =
      new EnumMap<>(
          Map.of(
              Fate.SHIPPED_IN_PARTS,
              34,
              Fate.SHIPPED_IN_PART,
              6,
              Fate.WAITING,
              12,
              Fate.CANCELLED,
              6,
              Fate.LINE_CANCELLED,
              5));

  /** An order to be made; {@code shipsAfterDays} is 0 for the usual one to three. */
  record Planned(Instant placedAt, Processor processor, Fate fate, int shipsAfterDays) {}

  private static final List<Processor> BOTH = List.of(Processor.values());

  private final Random random;
  private final Setting setting;

  Plan(Random random, Setting setting) {
    this.random = random;
    this.setting = setting;
  }

  /**
   * Orders of the week before the cut-over. Most left before it; of the last ten, one left in part, seven leave after
   * it, and two are given back after it.
   */
  List<Planned> before(int count) {
    LocalDate from = setting.cutOver().minusDays(DAYS_BEFORE);
    // The eve of the cut-over is left free: what is ordered then could ship on either side of it.
    List<Instant> instants = instants(from, DAYS_BEFORE - 1, count);
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int left = count - i;
      Fate fate = left == 10 ? Fate.SHIPPED_IN_PARTS : left <= 2 ? Fate.CANCELLED : Fate.SHIPPED;
      int days = left >= 10 ? 1 : 5 + random.nextInt(4);
      planned.add(new Planned(instants.get(i), BOTH.get(i % 2), fate, days));
    }
    return planned;
  }

  /** Orders of the month, half of them through each processor. */
  List<Planned> during(int count) {
    List<Instant> instants = instants(setting.cutOver(), setting.month().lengthOfMonth(), count);
    List<Processor> processors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      processors.add(BOTH.get(i % 2));
    }
    Collections.shuffle(processors, random);
    List<Fate> fates = new ArrayList<>(Collections.nCopies(count, Fate.SHIPPED));
    give(fates, Map.of(Fate.DISPUTED, 1), disputable(instants, processors));
    give(fates, EARLY, upTo(instants, 16));
    give(fates, ANY_TIME, upTo(instants, 31));
    List<Planned> planned = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      planned.add(new Planned(instants.get(i), processors.get(i), fates.get(i), 0));
    }
    return planned;
  }

  private void give(List<Fate> fates, Map<Fate, Integer> counts, List<Integer> among) {
    List<Integer> free =
        new ArrayList<>(among.stream().filter(i -> fates.get(i) == Fate.SHIPPED).toList());
    Collections.shuffle(free, random);
    int next = 0;
    for (Map.Entry<Fate, Integer> wanted : counts.entrySet()) {
      for (int i = 0; i < wanted.getValue(); i++) {
        fates.set(free.get(next++), wanted.getKey());
      }
    }
  }

  /** The places of those ordered in the first days of the month: early enough that all befalls them in it. */
  private List<Integer> upTo(List<Instant> instants, int days) {
    Instant limit = setting.cutOver().plusDays(days).atStartOfDay(setting.zone()).toInstant();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < instants.size(); i++) {
      if (instants.get(i).isBefore(limit)) {
        places.add(i);
      }
    }
    return places;
  }

  private List<Integer> disputable(List<Instant> instants, List<Processor> processors) {
    return upTo(instants, 6).stream().filter(i -> processors.get(i) == Processor.STRIPE).toList();
  }

  private List<Instant> instants(LocalDate from, int days, int count) {
    List<Instant> instants = new ArrayList<>();
    while (instants.size() < count) {
      Instant at =
          from.plusDays(random.nextInt(days))
              .atTime(6 + random.nextInt(17), random.nextInt(60), random.nextInt(60))
              .atZone(setting.zone())
              .toInstant();
      if (!instants.contains(at)) {
        instants.add(at);
      }
    }
    instants.sort(Comparator.naturalOrder());
    return instants;
  }
}
