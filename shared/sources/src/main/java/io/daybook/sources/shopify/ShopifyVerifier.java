package io.daybook.sources.shopify;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import java.time.Instant;
import java.util.List;

/** Believes what Shopify signed. */
public final class ShopifyVerifier implements Verifier {
  @Override
  public String name() {
    return "shopify";
  }

  /** Shopify signs no time, so that {@code now} decides nothing. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return Signature.verify(headers, body, secrets);
  }
}
