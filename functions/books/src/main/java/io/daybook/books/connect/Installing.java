package io.daybook.books.connect;

import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Renewal;
import io.daybook.retrieval.shopify.OfflineTokens;
import io.daybook.retrieval.shopify.ShopifyRetriever;
import io.daybook.sources.Secret;
import io.daybook.sources.shopify.InstallQuery;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.connection.PlatformApp;
import io.daybook.storage.connection.PlatformApps;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The installation's own app at Shopify: configured by whoever runs the hub, and let into a shop by its merchant, who consents
 * there and types no secret here (authorization code grant).
 */
public final class Installing {
  private static final String SHOPIFY = new ShopifyPlatform().name();

  private final Deployment deployment;
  private final PlatformApps apps;

  /** The app of a hub. */
  public Installing(Deployment deployment) {
    this.deployment = deployment;
    this.apps = new PlatformApps(deployment);
  }

  /**
   * What a merchant let in, and where to.
   *
   * @param shop the shop that was asked
   * @param query as the shop sent the person back, without the question mark
   * @param hub the hub's address as Shopify can reach it
   */
  public record Consent(
      Book book,
      ConnectionName name,
      String shop,
      String query,
      Optional<LocalDate> cutOver,
      Optional<URI> hub) {}

  /**
   * Whether a query is signed by Shopify for our app; gives the shop.
   *
   * @throws Connecting.CannotConnect with a sentence, if it is not
   */
  public InstallQuery.Looked.Genuine look(String query) throws Connecting.CannotConnect {
    List<Secret> secrets = apps.secrets(app()).stream().map(Secret::new).toList();
    return switch (InstallQuery.look(query, secrets, deployment.clock().instant())) {
      case InstallQuery.Looked.Genuine genuine -> genuine;
      case InstallQuery.Looked.Refused refused ->
          throw new Connecting.CannotConnect(
              "The address " + refused.words() + ". Nothing was connected.");
    };
  }

  /**
   * Exchanges the code and connects the shop.
   *
   * @throws Connecting.CannotConnect with a sentence; nothing is stored then
   */
  public Connecting.Connected install(Consent consent) throws Connecting.CannotConnect {
    PlatformApp app = app();
    InstallQuery.Looked.Genuine genuine = look(consent.query());
    if (!genuine.shop().equals(consent.shop())) {
      throw new Connecting.CannotConnect(
          "It was the shop '"
              + genuine.shop()
              + "' that consented, and '"
              + consent.shop()
              + "' that was asked. Nothing was connected.");
    }
    String code =
        genuine
            .value("code")
            .orElseThrow(() ->
                new Connecting.CannotConnect(
                    "The shop sent no code: it did not consent. Nothing was connected."));
    Secret secret = new Secret(apps.secrets(app).getFirst());
    URI base = app.base().orElseGet(() -> URI.create("https://" + consent.shop()));
    GivenSecrets secrets =
        new GivenSecrets(Optional.of(secret), credentials(base, app.clientId(), secret, code));
    ConnectRequest request =
        new ConnectRequest(
            consent.book(),
            consent.name(),
            SHOPIFY,
            new Origin(SHOPIFY, consent.shop()),
            Optional.of(base),
            consent.hub(),
            consent.cutOver(),
            Optional.empty(),
            Optional.empty(),
            new ShopifyPlatform().gateway());
    requireHealth(new Checking(deployment).before(request, secrets));
    return new Connecting(deployment).connect(request, secrets);
  }

  private Map<String, Secret> credentials(URI base, String clientId, Secret secret, String code)
      throws Connecting.CannotConnect {
    return switch (new ShopifyRetriever()
        .exchange(base, clientId, secret, code, deployment.clock().instant())) {
      case Renewal.Renewed renewed -> renewed.credentials();
      case Renewal.Failed(Fetched.Refused refused) ->
          throw new Connecting.CannotConnect("Nothing was connected: " + refused.reason() + ".");
      case Renewal.Failed _, Renewal.NotNeeded _ ->
          throw new Connecting.CannotConnect(
              "Nothing was connected, for the shop does not answer. Begin again.");
    };
  }

  private static void requireHealth(Health health) throws Connecting.CannotConnect {
    switch (health) {
      case Health.OtherAccount other ->
          throw new Connecting.CannotConnect("Nothing was connected: " + other.words() + ".");
      case Health.Ill ill ->
          throw new Connecting.CannotConnect(
              "Nothing was connected, for its API does not let us in: " + ill.reason() + ".");
      case Health.Well _, Health.NotAsked _ -> {
        // What it may not read is said once it is connected.
      }
    }
  }

  private PlatformApp app() throws Connecting.CannotConnect {
    return apps.find(SHOPIFY)
        .orElseThrow(() ->
            new Connecting.CannotConnect(
                "This hub has no app at Shopify. Whoever runs it sets one up: './daybook shopify-app', or"
                    + " Operations in the portal."));
  }

  /**
   * Sets the app up, or gives it another secret: every shop that was let in by it gets the new one, and what was signed with
   * the one before is still believed.
   *
   * @return how many connections got it
   */
  public int setUp(String clientId, Secret secret, List<String> scopes, Optional<URI> base) {
    PlatformApp _ = apps.keep(SHOPIFY, clientId, secret.bytes(), scopes, base);
    int changed = 0;
    for (Book book : deployment.stores().books()) {
      Connections connections =
          new Connections(deployment.stores().state(book), deployment.secrets());
      for (Connection connection : connections.all()) {
        if (isOf(connections, connection, clientId)) {
          Map<String, Secret> credentials = new HashMap<>();
          connections
              .credentials(connection)
              .forEach((name, opened) -> credentials.put(name, new Secret(opened)));
          credentials.computeIfPresent(OfflineTokens.CLIENT_SECRET, (_, _) -> secret);
          new Connecting(deployment)
              .rotate(book, connection, new GivenSecrets(Optional.of(secret), credentials));
          changed++;
        }
      }
    }
    return changed;
  }

  private static boolean isOf(Connections connections, Connection connection, String clientId) {
    return connection.isLive()
        && isInstalled(connection)
        && new String(
                connections
                    .credentials(connection)
                    .getOrDefault(OfflineTokens.CLIENT_ID, new byte[0]),
                java.nio.charset.StandardCharsets.UTF_8)
            .equals(clientId);
  }

  /** Whether a connection was made by a merchant who let the app in, so that its secrets are the app's. */
  public static boolean isInstalled(Connection connection) {
    return connection.source().equals(SHOPIFY)
        && connection
            .credentials()
            .keySet()
            .containsAll(List.of(OfflineTokens.TOKEN, OfflineTokens.CLIENT_ID));
  }
}
