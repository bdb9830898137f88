package io.daybook.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.portal.page.AppView;
import io.daybook.portal.page.Badge;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.storage.connection.PlatformApp;
import io.daybook.storage.connection.PlatformApps;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.secrets.SecretBox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installation's own app at Shopify: for those who run all of the hub. */
final class AppForms {
  private static final String SHOPIFY = new ShopifyPlatform().name();
  private static final String SECRET = "client-secret";

  private final Deployment deployment;
  private final PlatformApps apps;
  private final ShopifyForms shopify;
  private final Pages pages;

  AppForms(Deployment deployment, ShopifyForms shopify, Pages pages) {
    this.deployment = deployment;
    this.apps = new PlatformApps(deployment);
    this.shopify = shopify;
    this.pages = pages;
  }

  HttpAnswer app(HttpRequest request, SignedIn who) {
    if (!who.session().grant().allBooks()) {
      return pages.refuse(Refusal.NOT_YOURS, who);
    }
    if (!request.method().equals("POST")) {
      return page(request, Optional.empty(), List.of(), who);
    }
    return switch (Asked.of(deployment, act(request.form(), who))) {
      case Asked.Done done ->
          page(
              request,
              Optional.of(new Badge("Kept. Shops can be connected by consent.", Badge.Tone.GOOD)),
              done.said(),
              who);
      case Asked.Refused refused ->
          page(
              request,
              Optional.of(new Badge("Nothing was kept.", Badge.Tone.BAD)),
              refused.words(),
              who);
      case Asked.Unknown _ ->
          page(
              request,
              Optional.of(
                  new Badge(
                      "It takes longer than a page can wait: look again in a minute.",
                      Badge.Tone.WAITING)),
              List.of(),
              who);
    };
  }

  private ObjectNode act(Map<String, String> form, SignedIn who) {
    ObjectNode act =
        Asked.act(
            "set-up-app",
            "",
            who.session().grant().name(),
            form,
            List.of("clientId", "scopes", "address"));
    ObjectNode secrets = new ObjectMapper().createObjectNode();
    byte[] secret =
        form.getOrDefault("secret-" + SECRET, "").strip().getBytes(StandardCharsets.UTF_8);
    if (secret.length > 0 && secret.length <= SecretBox.MAX_BYTES) {
      secrets.put(SECRET, apps.box(SHOPIFY).seal(secret));
    }
    act.set("secrets", secrets);
    return act;
  }

  private HttpAnswer page(
      HttpRequest request, Optional<Badge> state, List<String> said, SignedIn who) {
    Optional<PlatformApp> app = apps.find(SHOPIFY);
    return pages.app(
        new AppView(
            who.session().formKey(),
            app.map(PlatformApp::clientId),
            String.join(" ", app.map(PlatformApp::scopes).orElse(ShopifyPlatform.SCOPES)),
            app.flatMap(PlatformApp::base).map(URI::toString).orElse(""),
            shopify.portal(request) + ShopifyForms.INSTALL,
            shopify.portal(request) + ShopifyForms.CALLBACK,
            state,
            said),
        who);
  }
}
