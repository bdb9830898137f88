package io.daybook.sources.stripe;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verifier;
import java.time.Instant;
import java.util.List;

/** Believes what Stripe signed. */
public final class StripeVerifier implements Verifier {
  @Override
  public String name() {
    return "stripe";
  }

  /** Checks the {@code Stripe-Signature} over the raw bytes, 300 seconds before and after {@code now}. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return Signature.verify(headers, body, secrets, now);
  }
}
