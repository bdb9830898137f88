package io.daybook.sources.stripe;

import io.daybook.events.Charge;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.Payout;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Pushed;
import io.daybook.sources.platform.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Stripe account. */
public final class StripePlatform implements Platform {
  private final Source source = new StripeSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Stripe";
  }

  @Override
  public String account() {
    return "the account id, such as acct_1A2b3C";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://api.stripe.com"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API access token or key"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        new Credential(
            "webhook-secret",
            "Webhook signing secret, unless Daybook makes the endpoint (it needs the hub's address)",
            Credential.WEBHOOK_VARIABLE,
            Credential.Need.OPTIONAL));
  }

  @Override
  public String byHand() {
    return "Where the hub's own address is not known to Stripe, make an endpoint for this address (Developers, Webhooks) and give its"
        + " signing secret here; or make none: sweeps alone tell what happens, every 15 minutes.";
  }

  @Override
  public List<String> scopes() {
    return List.of(
        "Balance: read",
        "Charges and Refunds: read",
        "Disputes: read",
        "Payouts: read",
        "Events: read",
        "Webhook Endpoints: write");
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.of(new Gateway("stripe"));
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return switch (fact) {
      case Charge charge -> Optional.of(charge.at());
      case Dispute dispute -> Pushed.dispute(dispute);
      case Payout payout -> Pushed.payout(payout);
      // Balance transactions are never pushed, and the rest is nothing that a processor tells.
      default -> Optional.empty();
    };
  }
}
