package io.daybook.portal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Under which addresses the hub is reached from outside, as far as it knows them: in the cloud it does, on one machine only the
 * person does.
 *
 * @param webhooks what webhook addresses begin with
 * @param portal where people find the portal, if it is a name of one's own; else it is the name that it is asked under
 */
public record HubAddresses(Optional<URI> webhooks, Optional<URI> portal) {
  /** On one machine. */
  public static final HubAddresses UNKNOWN = new HubAddresses(Optional.empty(), Optional.empty());

  static HubAddresses of(Map<String, String> environment) {
    return new HubAddresses(
        Optional.ofNullable(environment.get("DAYBOOK_WEBHOOKS_URL")).map(URI::create),
        Optional.ofNullable(environment.get("DAYBOOK_PORTAL_URL")).map(URI::create));
  }
}
