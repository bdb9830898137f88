package io.daybook.local.command;

import io.daybook.local.demo.SampleShop;
import io.daybook.local.demo.SampleShopFiles;
import io.daybook.local.hub.Hub;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stand-in}: the sample shop's platforms, for trying a hub of one's own by hand. */
@Command(
    name = "stand-in",
    mixinStandardHelpOptions = true,
    description = {
      "Serve the sample month's Shopify and Stripe APIs, and write its opening balances, bank statement and webhooks.",
      "For trying a hub of your own: prints the commands that connect it."
    })
final class StandInVerb extends Verb {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the month's files go (default: ${DEFAULT-VALUE}).",
      defaultValue = "./sample-month")
  Path out = Path.of("sample-month");

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another month (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + SampleShop.SEED)
  long seed = SampleShop.SEED;

  @Override
  Report run(Hub hub) {
    throw new IllegalStateException("the stand-ins need no hub");
  }

  @Override
  public Integer call() throws Exception {
    try (SampleShop shop = SampleShop.open(seed)) {
      SampleShopFiles files = new SampleShopFiles(shop, out);
      files.write();
      print(
          new Report(
              files.words(),
              Map.of(
                  "shopify", shop.shopifyAddress().toString(),
                  "stripe", shop.stripeAddress().toString(),
                  "out", out.toString())));
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return 0;
  }
}
