package io.daybook.sources.shippo;

import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shippo: what it takes to connect an account. */
public final class ShippoPlatform implements Platform {
  private final Source source = new ShippoSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Shippo";
  }

  @Override
  public String account() {
    return "a name of your own for the account, such as main";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://api.goshippo.com"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API token (live)"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        Credential.webhookSecret(
            "Token at the end of the webhook address (or hmac: and the secret that Shippo gave)"));
  }

  @Override
  public String byHand() {
    return "In Shippo (Settings, API, Webhooks), add webhooks for transaction_created and transaction_updated with this address."
        + " The token in it is the one that you gave.";
  }

  @Override
  public String told(String address) {
    return address + "?token=<the token>";
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    // Its webhooks say only that there is something to read.
    return Optional.empty();
  }
}
