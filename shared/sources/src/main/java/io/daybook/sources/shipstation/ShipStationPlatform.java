package io.daybook.sources.shipstation;

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

/** ShipStation (version 2, ShipEngine): what it takes to connect an account. */
public final class ShipStationPlatform implements Platform {
  private final Source source = new ShipStationSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "ShipStation (version 2, ShipEngine)";
  }

  @Override
  public String account() {
    return "a name of your own for the account, such as main";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://api.shipstation.com/v2"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API key"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Keyed();
  }

  @Override
  public String byHand() {
    return "In ShipStation (Settings, API), add a webhook with this address. There is no secret to enter: it signs with keys that it"
        + " publishes.";
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
