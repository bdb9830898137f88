package io.daybook.bench.load;

import io.daybook.bench.Setting;
import io.daybook.simulation.deliveries.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Which webhook is to be sent when: the months of as many shops as it takes, merged by the time at which they happen, a
 * twentieth of them a second time, one in two hundred forged.
 *
 * @param shops the shops
 * @param webhooks in the order in which they are sent
 */
public record LoadPlan(List<Shop> shops, List<Planned> webhooks) {
  private static final int AGAIN_PERCENT = 5;
  private static final int FORGED_PER_THOUSAND = 5;
  private static final long SEED = 2026;

  /** Copies the lists. */
  public LoadPlan {
    shops = List.copyOf(shops);
    webhooks = List.copyOf(webhooks);
  }

  /** A webhook before it has a time. */
  private record Prompt(Shop shop, Delivery delivery) {}

  /** A plan of a load. The same load is the same plan. */
  public static LoadPlan of(Setting.Load load, Consumer<String> progress) {
    Random random = new Random(SEED);
    List<Shop> shops = new ArrayList<>();
    List<Prompt> genuine = new ArrayList<>();
    List<Prompt> never = new ArrayList<>();
    while (genuine.size() < load.webhooks()) {
      progress.accept("making the month of shop " + shops.size());
      Shop shop = Shop.numbered(shops.size());
      shops.add(shop);
      shop.deliveries().sent().stream()
          .filter(delivery -> delivery.turn() == Delivery.Turn.FIRST)
          .forEach(delivery -> genuine.add(new Prompt(shop, delivery)));
      shop.deliveries().never().forEach(delivery -> never.add(new Prompt(shop, delivery)));
    }
    genuine.sort(
        Comparator.comparing((Prompt prompt) -> prompt.delivery().at())
            .thenComparingInt(prompt -> prompt.shop().number())
            .thenComparing(prompt -> prompt.delivery().id()));
    return new LoadPlan(shops, schedule(load, genuine, never, random));
  }

  /** What is forged was never sent: if it were believed, the books would show it. */
  private static List<Planned> schedule(
      Setting.Load load, List<Prompt> genuine, List<Prompt> never, Random random) {
    List<Planned> planned = new ArrayList<>();
    int next = 0;
    while (planned.size() < load.webhooks()) {
      Duration after = Duration.ofNanos(planned.size() * 1_000_000_000L / load.perSecond());
      int dice = random.nextInt(1000);
      if (dice < FORGED_PER_THOUSAND && !never.isEmpty()) {
        Prompt forged = never.get(random.nextInt(never.size()));
        planned.add(new Planned(after, forged.shop(), forged.delivery(), Planned.Kind.FORGED));
      } else if (dice < FORGED_PER_THOUSAND + 10 * AGAIN_PERCENT && next > 0) {
        // Soon after the first, or long after it.
        Prompt again = genuine.get(random.nextBoolean() ? next - 1 : random.nextInt(next));
        planned.add(new Planned(after, again.shop(), again.delivery(), Planned.Kind.AGAIN));
      } else {
        Prompt first = genuine.get(next);
        planned.add(new Planned(after, first.shop(), first.delivery(), Planned.Kind.FIRST));
        next++;
      }
    }
    return planned;
  }

  /** How many there are of a kind. */
  public long count(Planned.Kind kind) {
    return webhooks.stream().filter(planned -> planned.kind() == kind).count();
  }
}
