package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Rules;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.ConnectView;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.OutcomeView;
import io.daybook.portal.page.PlatformsView;
import io.daybook.sources.HookAddress;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.ApiAddress;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.sources.platform.Webhooks;
import io.daybook.sources.shopify.InstallQuery;
import io.daybook.storage.connection.PlatformApps;
import io.daybook.storage.deployment.Deployment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connecting a platform: its form is made from its description, and what was typed is handed to {@code act}. */
final class ConnectForms {
  private static final List<String> TYPED =
      List.of("name", "account", "address", "gateway", "hub", "cutOver");

  private final Deployment deployment;
  private final HubAddresses addresses;
  private final Pages pages;

  ConnectForms(Deployment deployment, HubAddresses addresses, Pages pages) {
    this.deployment = deployment;
    this.addresses = addresses;
    this.pages = pages;
  }

  HttpAnswer platforms(Book book, SignedIn who) {
    Paths paths = new Paths(book);
    return pages.platforms(
        new PlatformsView(
            book.name(),
            paths.connections(),
            KnownPlatforms.all().stream()
                .map(platform -> Link.to(paths.connect(platform.name()), platform.title()))
                .toList()),
        book,
        who);
  }

  /** The form, empty; or what became of it. */
  HttpAnswer connect(Route.ConnectPage route, HttpRequest request, Rules rules, SignedIn who) {
    Optional<Platform> platform = KnownPlatforms.find(route.platform());
    if (platform.isEmpty()) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    if (!request.method().equals("POST")) {
      String today = rules.day(deployment.clock().instant()).toString();
      String shop = request.query("shop").filter(InstallQuery::isShop).orElse("");
      Map<String, String> typed =
          Map.of("name", platform.get().name(), "cutOver", today, "account", shop);
      return form(route.book(), platform.get(), typed, List.of(), who);
    }
    Map<String, String> form = request.form();
    Optional<ConnectionName> name = name(form);
    if (name.isEmpty()) {
      return form(
          route.book(),
          platform.get(),
          form,
          List.of(
              "The name is '"
                  + form.getOrDefault("name", "")
                  + "': small letters, digits and hyphens."),
          who);
    }
    return switch (ask(route.book(), platform.get(), name.get(), form, who)) {
      case Asked.Done done ->
          connected(route.book(), platform.get(), name.get(), done.answer(), request, who);
      case Asked.Refused refused -> form(route.book(), platform.get(), form, refused.words(), who);
      case Asked.Unknown _ ->
          pages.outcome(unknown(route.book()), route.book(), Pages.Tab.CONNECTIONS, who);
    };
  }

  /** The name that was typed, if it can be one. */
  static Optional<ConnectionName> name(Map<String, String> form) {
    try {
      return Optional.of(new ConnectionName(form.getOrDefault("name", "").strip()));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private Asked ask(
      Book book, Platform platform, ConnectionName name, Map<String, String> form, SignedIn who) {
    ObjectNode act = Asked.act("connect", book.name(), who.session().grant().name(), form, TYPED);
    act.put("platform", platform.name());
    addresses.webhooks().ifPresent(hub -> act.put("hub", hub.toString()));
    act.set("secrets", new SealedSecrets(deployment, book, name).of(fields(platform), form));
    return Asked.of(deployment, act);
  }

  private HttpAnswer form(
      Book book,
      Platform platform,
      Map<String, String> typed,
      List<String> problems,
      SignedIn who) {
    Paths paths = new Paths(book);
    Map<String, String> shown = new HashMap<>();
    TYPED.forEach(
        field -> Optional.ofNullable(typed.get(field)).ifPresent(text -> shown.put(field, text)));
    ConnectView view =
        new ConnectView(
            platform.title(),
            who.session().formKey(),
            paths.connect(platform.name()),
            paths.connect(),
            platform.scopes(),
            platform.account(),
            switch (platform.api()) {
              case ApiAddress.Given given -> Optional.of(given.words());
              case ApiAddress.OfAccount _, ApiAddress.Fixed _ ->
                  Optional.of("Only if it is another server than the platform's own.");
              case ApiAddress.None _ -> Optional.empty();
            },
            addresses.webhooks().isEmpty(),
            platform.api() instanceof ApiAddress.None,
            fields(platform),
            shown,
            new PlatformApps(deployment).find(platform.name()).isPresent()
                ? Optional.of(paths.install())
                : Optional.empty(),
            problems);
    return pages.connect(view, book, who);
  }

  /** What is asked for: the webhook secret first, for it is the one that a person has to make. */
  static List<ConnectView.SecretField> fields(Platform platform) {
    List<ConnectView.SecretField> fields = new ArrayList<>();
    switch (platform.webhooks()) {
      case Webhooks.Signed(Credential secret) -> fields.add(field(SealedSecrets.WEBHOOK, secret));
      case Webhooks.Keyed _, Webhooks.None _ -> {
        // Nothing that a person has.
      }
    }
    platform.credentials().forEach(one -> fields.add(field(one.name(), one)));
    return fields;
  }

  private static ConnectView.SecretField field(String name, Credential credential) {
    return new ConnectView.SecretField(
        name, credential.words(), credential.need() == Credential.Need.REQUIRED);
  }

  private HttpAnswer connected(
      Book book,
      Platform platform,
      ConnectionName name,
      JsonNode answer,
      HttpRequest request,
      SignedIn who) {
    Paths paths = new Paths(book);
    List<String> lines = new ArrayList<>();
    lines.add(
        "It posts from "
            + answer.path("cutOver").asText()
            + " on; what happened before is context only.");
    if (answer.path("subscribed").isEmpty()) {
      lines.add(platform.byHand());
    } else {
      lines.add(
          answer.path("subscribed").size()
              + " webhooks are registered at this address, and looked after every six hours.");
    }
    answer.path("remarks").forEach(remark -> lines.add(remark.asText()));
    String hook = hook(new HookAddress(platform.name(), book, name), request);
    OutcomeView view =
        new OutcomeView(
            "Connected " + name,
            platform.title() + " lets Daybook in, and tells this book from now on.",
            Badge.Tone.GOOD,
            List.of(new OutcomeView.Shown("Webhook address", platform.told(hook))),
            lines,
            List.of(
                Link.to(paths.connections(), "Connections, to pull what happened before"),
                Link.to(paths.connection(name), "This connection")));
    return pages.outcome(view, book, Pages.Tab.CONNECTIONS, who);
  }

  /** Where webhooks of a connection go, as far as the hub knows its address from outside. */
  String hook(HookAddress address, HttpRequest request) {
    return addresses.webhooks().map(Object::toString).orElseGet(() -> asked(request))
        + address.path();
  }

  private static String asked(HttpRequest request) {
    return "http://" + request.header("host").orElse("127.0.0.1");
  }

  static OutcomeView unknown(Book book) {
    return new OutcomeView(
        "Not known yet",
        "The platform takes longer to answer than a page can wait. The list of connections shows what came of it.",
        Badge.Tone.WAITING,
        List.of(),
        List.of(),
        List.of(Link.to(new Paths(book).connections(), "Connections")));
  }
}
