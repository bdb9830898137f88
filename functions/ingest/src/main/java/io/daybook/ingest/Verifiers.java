package io.daybook.ingest;

import io.daybook.sources.Verifier;
import io.daybook.sources.shopify.ShopifyVerifier;
import io.daybook.sources.stripe.StripeVerifier;
import java.util.List;
import java.util.Optional;

/** The platforms that call. */
final class Verifiers {
  static final List<Verifier> ALL = List.of(new ShopifyVerifier(), new StripeVerifier());

  private Verifiers() {}

  static Optional<Verifier> of(String source) {
    for (Verifier verifier : ALL) {
      if (verifier.name().equals(source)) {
        return Optional.of(verifier);
      }
    }
    return Optional.empty();
  }
}
