package io.daybook.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * The installation's own app at Shopify.
 *
 * @param clientId of the app that there is
 * @param scopes what it asks for, one after the other
 * @param address another server in the place of each shop's own
 * @param appUrl what the app's settings name as its address
 * @param redirectUrl what they name as the address to come back to
 * @param said what became of what was asked
 */
public record AppView(
    String formKey,
    Optional<String> clientId,
    String scopes,
    String address,
    String appUrl,
    String redirectUrl,
    Optional<Badge> state,
    List<String> said) {
  /** Copies the list. */
  public AppView {
    said = List.copyOf(said);
  }
}
