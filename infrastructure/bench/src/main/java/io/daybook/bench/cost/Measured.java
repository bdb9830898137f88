package io.daybook.bench.cost;

import io.daybook.local.demo.SampleShop;
import io.daybook.simulation.month.Processor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A month and plain orders of it, played and counted.
 *
 * @param month what the whole month took
 * @param monthOrders the orders of the month
 * @param monthMessages the webhooks of the month
 * @param seenAgain how many objects the sweep saw when it looked at the whole month once more
 * @param four orders of four messages, a hundred messages a batch
 * @param others where they were asked for: the same, each message by itself; and orders paid through a processor of their
 *     own, which tells of the charge as well
 */
record Measured(
    Meter month,
    int monthOrders,
    int monthMessages,
    int seenAgain,
    Plain four,
    Optional<Others> others) {
  /** What the target does not need. */
  record Others(Plain single, Plain five) {}

  /** How much is played. */
  enum Extent {
    /** What the target is made of. */
    TARGET,
    /** Everything. */
    ALL
  }

  /**
   * Plain orders.
   *
   * @param messages of an order, its balance transaction counted as one
   */
  record Plain(Meter meter, int orders, int messages, int transactions) {}

  static Measured of(long seed, Path folder, Extent extent) throws IOException {
    try (SampleShop shop = SampleShop.open(seed)) {
      MonthClock clock = new MonthClock(shop.month().setting().start());
      MeteredHub hub = new MeteredHub(folder.resolve("month"), clock);
      MonthPlay play = new MonthPlay(shop, hub, clock, Assumptions.FULL.batch());
      play.setUp();
      play.webhooks();
      play.afterTheMonth();
      play.standing();
      Plain four =
          plain(shop, hub, folder.resolve("four"), Assumptions.FULL.batch(), Processor.SHOPIFY);
      return new Measured(
          hub.meter(),
          shop.month().ordersOfTheMonth().size(),
          play.delivered(),
          play.seenAgain(),
          four,
          switch (extent) {
            case TARGET -> Optional.empty();
            case ALL -> {
              play.nightly();
              yield Optional.of(others(shop, hub, folder));
            }
          });
    }
  }

  private static Others others(SampleShop shop, MeteredHub hub, Path folder) {
    return new Others(
        plain(shop, hub, folder.resolve("single"), Assumptions.SMALL.batch(), Processor.SHOPIFY),
        plain(shop, hub, folder.resolve("five"), Assumptions.FULL.batch(), Processor.STRIPE));
  }

  private static Plain plain(
      SampleShop shop, MeteredHub month, Path folder, int batch, Processor processor) {
    MonthClock clock = new MonthClock(shop.month().setting().start());
    MeteredHub hub = new MeteredHub(folder, clock);
    hub.meter().phase(MonthPlay.SET_UP);
    shop.connect(hub.deployment());
    OrderPlay play = new OrderPlay(shop, hub, clock, batch, processor);
    play.play();
    int transactions = play.transactions(month.deployment().stores().inbox(SampleShop.BOOK));
    MonthPlay.replay(hub);
    return new Plain(hub.meter(), play.orders(), play.messages(), transactions);
  }
}
