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

/** ShipStation (version 1): what it takes to connect an account. */
public final class ShipStationV1Platform implements Platform {
  private final Source source = new ShipStationV1Source();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "ShipStation (version 1)";
  }

  @Override
  public String account() {
    return "a name of your own for the account, such as main; main-CAD if it is billed in another currency than US dollars";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.Fixed(URI.create("https://ssapi.shipstation.com"));
  }

  @Override
  public List<Credential> credentials() {
    return List.of(Credential.token("API key, a colon and the API secret"));
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        Credential.webhookSecret("Token at the end of the webhook address, long and random"));
  }

  @Override
  public String byHand() {
    return "In ShipStation, add a webhook for shipped orders with this address. The token in it is the one that you gave.";
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
