package io.daybook.local.command;

import io.daybook.books.connect.Installing;
import io.daybook.local.hub.Hub;
import io.daybook.sources.Secret;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.shopify.ShopifyPlatform;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shopify-app}: the hub's own app at Shopify, by which merchants connect a shop by consent. */
@Command(
    name = "shopify-app",
    mixinStandardHelpOptions = true,
    description = {
      "Set up the hub's own app at Shopify: merchants then connect a shop in the portal by consent, without a secret.",
      "Its client secret comes from DAYBOOK_CLIENT_SECRET, or is asked for. A new one reaches every shop that let it in."
    })
final class ShopifyAppVerb extends Verb {
  private static final Credential SECRET =
      new Credential(
          "client-secret",
          "Client secret of the app",
          "DAYBOOK_CLIENT_SECRET",
          Credential.Need.REQUIRED);

  @Option(
      names = "--client-id",
      required = true,
      paramLabel = "ID",
      description = "The app's client ID, from its settings in the Dev Dashboard.")
  String clientId = "";

  @Option(
      names = "--scopes",
      split = ",",
      paramLabel = "SCOPES",
      description = "What it asks for (default: all that is read; read_all_orders needs a grant).")
  List<String> scopes = ShopifyPlatform.SCOPES;

  @Option(
      names = "--portal-url",
      paramLabel = "URL",
      description = "The portal's address as merchants open it (default: this machine's).")
  @Nullable String portalUrl;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Another server of the same API, in the place of each shop's own.")
  @Nullable String baseUrl;

  @Override
  boolean makesHub() {
    return true;
  }

  @Override
  Report run(Hub hub) throws Complaint {
    if (!clientId.matches("[0-9A-Za-z_-]{1,80}")) {
      throw new Complaint("A client ID is letters and digits; '" + clientId + "' is none.");
    }
    Secret secret = AskedSecrets.ask(SECRET).orElseThrow();
    Optional<URI> base;
    try {
      base = Optional.ofNullable(baseUrl).map(URI::create);
    } catch (IllegalArgumentException noAddress) {
      throw new Complaint("'" + baseUrl + "' is no address.");
    }
    int changed = new Installing(hub.deployment()).setUp(clientId, secret, scopes, base);
    String portal = Optional.ofNullable(portalUrl).orElseGet(hub::address);
    return new Report(
        "Kept. In the Dev Dashboard, the app's settings are:\n  App URL: "
            + portal
            + "/connect/shopify/install\n  Allowed redirection URL: "
            + portal
            + "/connect/shopify/callback\nMerchants connect a shop in the portal: Connections, Connect a platform, Shopify."
            + (changed == 0
                ? ""
                : "\n"
                    + changed
                    + (changed == 1 ? " shop has" : " shops have")
                    + " the new secret."),
        Map.of(
            "clientId",
            clientId,
            "appUrl",
            portal + "/connect/shopify/install",
            "redirectUrl",
            portal + "/connect/shopify/callback",
            "changed",
            changed));
  }
}
