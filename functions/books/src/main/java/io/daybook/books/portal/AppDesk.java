package io.daybook.books.portal;

import io.daybook.books.channel.Reach;
import io.daybook.books.connect.Installing;
import io.daybook.sources.Secret;
import io.daybook.storage.connection.PlatformApps;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installation's own app at Shopify, set up by whoever runs the hub. */
final class AppDesk {
  private final Deployment deployment;
  private final Reach reach;

  AppDesk(Deployment deployment, Reach reach) {
    this.deployment = deployment;
    this.reach = reach;
  }

  Map<String, Object> setUp(AskedAct asked) throws NotDone {
    String clientId = asked.text("clientId").strip();
    List<String> scopes =
        Arrays.stream(asked.text("scopes").split("[,\\s]+", -1))
            .filter(scope -> !scope.isEmpty())
            .toList();
    if (!clientId.matches("[0-9A-Za-z_-]{1,80}")
        || scopes.isEmpty()
        || !scopes.stream().allMatch(scope -> scope.matches("[a-z_]{1,60}"))) {
      throw new NotDone("A client ID is letters and digits, a scope such as read_orders.");
    }
    Optional<URI> base = asked.optional("address").map(URI::create);
    if (base.isPresent()) {
      ApiReach.require(base.get(), reach);
    }
    String sealed =
        Optional.ofNullable(asked.texts("secrets").get("client-secret"))
            .orElseThrow(() -> new NotDone("The client secret is missing."));
    Secret secret = new Secret(new PlatformApps(deployment).box("shopify").open(sealed));
    int changed = new Installing(deployment).setUp(clientId, secret, scopes, base);
    return Map.of(
        "said",
        List.of(
            changed == 0
                ? "No shop has let it in yet."
                : changed + (changed == 1 ? " shop has" : " shops have") + " the new secret."));
  }
}
