package io.daybook.portal;

import io.daybook.portal.page.SignInView;
import io.daybook.portal.session.Grant;
import io.daybook.portal.session.Sessions;
import io.daybook.portal.session.SignInLinks;
import io.daybook.portal.session.Token;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signing in and out. */
final class Doors {
  private final SignInLinks links;
  private final Sessions sessions;
  private final Place place;
  private final Pages pages;

  Doors(Deployment deployment, Place place, Pages pages) {
    this.links = new SignInLinks(deployment.stores(), deployment.clock());
    this.sessions = new Sessions(deployment.stores(), deployment.clock());
    this.place = place;
    this.pages = pages;
  }

  /** Opening a link asks; only the button signs in, since mail programs open links too. */
  HttpAnswer signIn(HttpRequest request) {
    return request.method().equals("POST") ? enter(request) : ask(request);
  }

  private HttpAnswer ask(HttpRequest request) {
    Optional<Token> token = request.query("token").flatMap(Token::parse);
    return token
        .flatMap(links::look)
        .map(grant -> pages.signIn(view(grant, token.orElseThrow())))
        .orElseGet(() -> pages.refuse(Refusal.LINK_SPENT));
  }

  private HttpAnswer enter(HttpRequest request) {
    return Token.parse(request.form().getOrDefault("token", ""))
        .flatMap(links::spend)
        .map(grant ->
            HttpAnswer.seeOther("/")
                .withCookie(
                    cookie(request, sessions.begin(grant).secret(), grant.role().longest())))
        .orElseGet(() -> pages.refuse(Refusal.LINK_SPENT));
  }

  HttpAnswer signOut(HttpRequest request, SignedIn who) {
    sessions.end(who.token());
    return HttpAnswer.seeOther("/").withCookie(cookie(request, "", Duration.ZERO));
  }

  /** The cookie's name. Loopback addresses share cookies across ports, so that there it names the port. */
  String cookie(HttpRequest request) {
    return switch (place) {
      case CLOUD -> "__Host-daybook";
      case LOOPBACK -> "daybook-" + Origins.port(request);
    };
  }

  private String cookie(HttpRequest request, String value, Duration age) {
    String secure =
        switch (place) {
          case CLOUD -> "; Secure";
          case LOOPBACK -> "";
        };
    return cookie(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Strict"
        + secure;
  }

  private static SignInView view(Grant grant, Token token) {
    String books =
        grant.allBooks()
            ? "all books"
            : grant.books().stream()
                .map(book -> book.name())
                .sorted()
                .collect(Collectors.joining(", "));
    return new SignInView(grant.name(), grant.role().code(), books, token.secret());
  }
}
