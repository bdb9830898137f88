package io.daybook.sources.known;

import io.daybook.sources.Source;
import io.daybook.sources.Sources;
import io.daybook.sources.bank.BankSource;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.sources.easypost.EasyPostPlatform;
import io.daybook.sources.generic.GenericPlatform;
import io.daybook.sources.magento.MagentoPlatform;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.shippo.ShippoPlatform;
import io.daybook.sources.shipstation.ShipStationPlatform;
import io.daybook.sources.shipstation.ShipStationV1Platform;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.sources.square.SquarePlatform;
import io.daybook.sources.stripe.StripePlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The platforms that this version can connect. */
public final class KnownPlatforms {
  private static final List<Platform> ALL =
      List.of(
          new ShopifyPlatform(),
          new StripePlatform(),
          new EasyPostPlatform(),
          new ShipStationPlatform(),
          new ShipStationV1Platform(),
          new ShippoPlatform(),
          new SquarePlatform(),
          new MagentoPlatform(),
          new GenericPlatform());

  private KnownPlatforms() {}

  /** All of them, in the order in which they are shown. */
  public static List<Platform> all() {
    return ALL;
  }

  /** The platform of a name. */
  public static Optional<Platform> find(String name) {
    return ALL.stream().filter(platform -> platform.name().equals(name)).findFirst();
  }

  /** All languages: the platforms' and those of files and of people, which nobody connects. */
  public static Sources sources() {
    List<Source> sources = new ArrayList<>(List.of(new BankSource(), new CanonicalSource()));
    for (Platform platform : ALL) {
      sources.add(platform.source());
    }
    return Sources.of(sources);
  }
}
