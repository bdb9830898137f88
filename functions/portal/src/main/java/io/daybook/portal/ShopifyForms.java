package io.daybook.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.BooksView;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.OutcomeView;
import io.daybook.portal.session.Installs;
import io.daybook.portal.session.Token;
import io.daybook.sources.HookAddress;
import io.daybook.sources.shopify.InstallQuery;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.storage.connection.PlatformApp;
import io.daybook.storage.connection.PlatformApps;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A merchant lets the installation's app into a shop: from here to Shopify with a nonce, and back with a code (shopify.dev,
 * "authorization code grant"). Nothing is stored before Shopify's signature, the shop, the nonce and the browser agree.
 */
final class ShopifyForms {
  static final String INSTALL = "/connect/shopify/install";
  static final String CALLBACK = "/connect/shopify/callback";

  private static final String SHOPIFY = new ShopifyPlatform().name();

  private final Deployment deployment;
  private final Place place;
  private final HubAddresses addresses;
  private final Installs installs;
  private final PlatformApps apps;
  private final ConnectForms connecting;
  private final Pages pages;

  ShopifyForms(
      Deployment deployment,
      Place place,
      HubAddresses addresses,
      ConnectForms connecting,
      Pages pages) {
    this.deployment = deployment;
    this.place = place;
    this.addresses = addresses;
    this.installs = new Installs(deployment.stores(), deployment.clock());
    this.apps = new PlatformApps(deployment);
    this.connecting = connecting;
    this.pages = pages;
  }

  /** Shopify sends a person here who opens the app or wants to install it: signed, but to which book nobody knows yet. */
  HttpAnswer land(HttpRequest request, SignedIn who) {
    if (who.books().isEmpty() || request.query("shop").filter(InstallQuery::isShop).isEmpty()) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    ObjectNode act =
        Asked.act("look-install", who.books().getFirst().name(), name(who), Map.of(), List.of());
    return switch (Asked.of(deployment, act.put("query", request.rawQuery()))) {
      case Asked.Done done -> choose(done.answer().path("shop").asText(), who);
      case Asked.Refused refused -> pages.outcome(refused(refused.words()), who);
      case Asked.Unknown _ -> pages.refuse(Refusal.UNAVAILABLE, who);
    };
  }

  private HttpAnswer choose(String shop, SignedIn who) {
    List<Link> books =
        who.books().stream()
            .map(book -> Link.to(new Paths(book).connect(SHOPIFY) + "?shop=" + shop, book.name()))
            .toList();
    return books.size() == 1
        ? HttpAnswer.seeOther(books.getFirst().href())
        : pages.books(new BooksView(books), who);
  }

  /** Sends a person to the shop to consent. */
  HttpAnswer begin(Book book, HttpRequest request, SignedIn who) {
    Map<String, String> form = request.form();
    String shop = form.getOrDefault("shop", "").strip();
    String cutOver = form.getOrDefault("cutOver", "").strip();
    Optional<PlatformApp> app = apps.find(SHOPIFY);
    if (app.isEmpty()) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    Optional<ConnectionName> name = ConnectForms.name(form);
    if (!InstallQuery.isShop(shop) || name.isEmpty() || !isDay(cutOver)) {
      String problem =
          !InstallQuery.isShop(shop)
              ? "The shop is '" + shop + "': expected its domain, such as blue-cup.myshopify.com."
              : "The name is small letters, digits and hyphens, the day such as 2026-10-01.";
      return pages.outcome(refused(List.of(problem)), book, Pages.Tab.CONNECTIONS, who);
    }
    Token cookie =
        request.cookie(cookieName(request)).flatMap(Token::parse).orElseGet(Installs::cookie);
    Token nonce =
        installs.begin(
            new Installs.Install(book.name(), name.get().value(), shop, cutOver, name(who)),
            cookie);
    String consent = consent(app.get(), shop, nonce, request);
    OutcomeView view =
        new OutcomeView(
            "To Shopify",
            "Shopify asks you to let Daybook into " + shop + ", and sends you back here.",
            Badge.Tone.WAITING,
            List.of(),
            List.of(),
            List.of(Link.to(consent, "Continue to Shopify")));
    // A form may lead to our own pages only, also by a redirect: the browser goes on by itself.
    return pages
        .outcome(view, book, Pages.Tab.CONNECTIONS, who)
        .with("refresh", "0;url=" + consent)
        .withCookie(cookie(request, cookie.secret(), Installs.VALID));
  }

  private static boolean isDay(String text) {
    try {
      return !LocalDate.parse(text).isBefore(LocalDate.EPOCH);
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  private String consent(PlatformApp app, String shop, Token nonce, HttpRequest request) {
    return app.base().map(URI::toString).orElse("https://" + shop)
        + "/admin/oauth/authorize?client_id="
        + encoded(app.clientId())
        + "&scope="
        + encoded(String.join(",", app.scopes()))
        + "&redirect_uri="
        + encoded(portal(request) + CALLBACK)
        + "&state="
        + nonce.secret();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where Shopify sends a person to, as the app's settings must name it. */
  String portal(HttpRequest request) {
    return addresses
        .portal()
        .map(URI::toString)
        .orElseGet(() ->
            switch (place) {
                  case CLOUD -> "https://";
                  case LOOPBACK -> "http://";
                }
                + request.header("host").orElse(""));
  }

  /** Shopify sends a person back. The session's cookie does not come along from there; that of the installation does. */
  HttpAnswer back(HttpRequest request) {
    Optional<Token> nonce = request.query("state").flatMap(Token::parse);
    Optional<Token> cookie = request.cookie(cookieName(request)).flatMap(Token::parse);
    Optional<String> shop = request.query("shop").filter(InstallQuery::isShop);
    if (nonce.isEmpty() || cookie.isEmpty() || shop.isEmpty()) {
      return pages.refuse(Refusal.NOT_BEGUN_HERE);
    }
    return installs
        .spend(nonce.get(), cookie.get())
        .map(install -> install(install, request))
        .orElseGet(() -> pages.refuse(Refusal.NOT_BEGUN_HERE))
        .withCookie(cookie(request, "", Duration.ZERO));
  }

  private HttpAnswer install(Installs.Install install, HttpRequest request) {
    ObjectNode act = Asked.act("install", install.book(), install.by(), Map.of(), List.of());
    act.put("name", install.name()).put("shop", install.shop()).put("cutOver", install.cutOver());
    act.put("query", request.rawQuery());
    addresses.webhooks().ifPresent(hub -> act.put("hub", hub.toString()));
    Book book = new Book(install.book());
    return pages.outcome(
        switch (Asked.of(deployment, act)) {
          case Asked.Done done -> installed(install, book, done, request);
          case Asked.Refused refused -> refused(refused.words());
          case Asked.Unknown _ -> ConnectForms.unknown(book);
        });
  }

  private OutcomeView installed(
      Installs.Install install, Book book, Asked.Done done, HttpRequest request) {
    Paths paths = new Paths(book);
    List<String> lines = new ArrayList<>();
    lines.add(
        "It posts from "
            + done.answer().path("cutOver").asText()
            + " on; what happened before is context only.");
    int topics = done.answer().path("subscribed").size();
    lines.add(
        topics > 0
            ? topics + " webhooks are registered."
            : "No webhook is registered, for the hub does not know its address from outside: sweeps tell what happens.");
    done.answer().path("remarks").forEach(remark -> lines.add(remark.asText()));
    return new OutcomeView(
        "Connected " + install.name(),
        install.shop() + " let Daybook in, and tells book " + book + " from now on.",
        Badge.Tone.GOOD,
        List.of(
            new OutcomeView.Shown(
                "Webhook address",
                connecting.hook(
                    new HookAddress(SHOPIFY, book, new ConnectionName(install.name())), request))),
        lines,
        List.of(Link.to(paths.connections(), "Connections, to pull what happened before")));
  }

  private static OutcomeView refused(List<String> words) {
    return new OutcomeView(
        "Not connected",
        "Nothing was stored.",
        Badge.Tone.BAD,
        List.of(),
        words,
        List.of(Link.to("/", "Begin again")));
  }

  private static String name(SignedIn who) {
    return who.session().grant().name();
  }

  private String cookieName(HttpRequest request) {
    return switch (place) {
      case CLOUD -> "__Host-daybook-install";
      case LOOPBACK -> "daybook-install-" + Origins.port(request);
    };
  }

  /** Lax, so that it comes along when Shopify sends the person back. */
  private String cookie(HttpRequest request, String value, Duration age) {
    String secure =
        switch (place) {
          case CLOUD -> "; Secure";
          case LOOPBACK -> "";
        };
    return cookieName(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + secure;
  }
}
