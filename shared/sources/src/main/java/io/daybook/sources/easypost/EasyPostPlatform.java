package io.daybook.sources.easypost;

import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.WalletTopUp;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** EasyPost: what it takes to connect an account. */
public final class EasyPostPlatform implements Platform {
  private final Source source = new EasyPostSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "EasyPost";
  }

  @Override
  public String account() {
    return "the user id, such as user_1a2b3c";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://api.easypost.com"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API key (production)"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        Credential.webhookSecret(
            "Webhook secret (begin it with v2: to ask for the second scheme)"));
  }

  @Override
  public String byHand() {
    return "In EasyPost (Account Settings, Webhooks), add a webhook with this address and the same secret.";
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return switch (fact) {
      case LabelAdjustment adjustment -> Optional.of(adjustment.at());
      case WalletTopUp topUp -> Optional.of(topUp.at());
      // What a label cost and what came back is only read.
      default -> Optional.empty();
    };
  }
}
