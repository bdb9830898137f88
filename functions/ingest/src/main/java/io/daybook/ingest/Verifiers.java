package io.daybook.ingest;

import io.daybook.sources.Verifier;
import io.daybook.sources.easypost.EasyPostVerifier;
import io.daybook.sources.generic.GenericVerifier;
import io.daybook.sources.magento.MagentoVerifier;
import io.daybook.sources.shippo.ShippoVerifier;
import io.daybook.sources.shipstation.ShipStationV1Verifier;
import io.daybook.sources.shipstation.ShipStationVerifier;
import io.daybook.sources.shopify.ShopifyVerifier;
import io.daybook.sources.square.SquareVerifier;
import io.daybook.sources.stripe.StripeVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platforms that call: those of {@code KnownPlatforms} that have webhooks, which this list does not read because the
 * door loads nothing but verifiers.
 */
public final class Verifiers {
  static final List<Verifier> ALL =
      List.of(
          new ShopifyVerifier(),
          new StripeVerifier(),
          new EasyPostVerifier(),
          new ShipStationVerifier(),
          new ShipStationV1Verifier(),
          new ShippoVerifier(),
          new SquareVerifier(),
          new MagentoVerifier(),
          new GenericVerifier());

  private Verifiers() {}

  /** Their names. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Verifier verifier : ALL) {
      names.add(verifier.name());
    }
    return names;
  }

  static Optional<Verifier> of(String source) {
    for (Verifier verifier : ALL) {
      if (verifier.name().equals(source)) {
        return Optional.of(verifier);
      }
    }
    return Optional.empty();
  }
}
