package io.daybook.sources.generic;

import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.sources.Source;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Any account of any platform, told by a connector of somebody's own. */
public final class GenericPlatform implements Platform {
  private final Source source = new GenericSource();

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String title() {
    return "Generic connector";
  }

  @Override
  public String account() {
    return "a name of yours for what the connector speaks for, such as shop-7";
  }

  @Override
  public ApiAddress api() {
    return new ApiAddress.None();
  }

  @Override
  public List<Credential> credentials() {
    return List.of();
  }

  @Override
  public Webhooks webhooks() {
    return new Webhooks.Signed(
        Credential.webhookSecret("Secret that the connector signs its messages with"));
  }

  /** Only whoever connects can know whether it is the authority on a gateway's money. */
  @Override
  public String byHand() {
    return "Have the connector send its facts there as JSON, signed with the secret (docs/sources/generic.md).";
  }

  @Override
  public Optional<Gateway> gateway() {
    return Optional.empty();
  }

  /** Nothing is asked for, so nothing can be missed. */
  @Override
  public Optional<Instant> pushedAt(Fact fact) {
    return Optional.empty();
  }
}
