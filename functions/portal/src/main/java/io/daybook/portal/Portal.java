package io.daybook.portal;

import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.portal.page.BooksView;
import io.daybook.portal.page.Link;
import io.daybook.portal.session.Permission;
import io.daybook.portal.session.Session;
import io.daybook.portal.session.Sessions;
import io.daybook.portal.session.Token;
import io.daybook.sources.Sources;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.StatementFormat;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.ObjectStore;
import io.daybook.storage.objects.Shelf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers requests: finds the route, asks who may, and has the page made. */
final class Portal {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Deployment deployment;
  private final Place place;
  private final Sources sources = KnownPlatforms.sources();
  private final Sessions sessions;
  private final Pages pages;
  private final Doors doors;
  private final Replays replays;
  private final Pulls pulls;
  private final FileForms fileForms;
  private final ConnectForms connectForms;
  private final ConnectionForms connectionForms;
  private final ShopifyForms shopifyForms;
  private final AppForms appForms;

  Portal(Deployment deployment, ObjectStore drops, Place place, HubAddresses addresses) {
    this.deployment = deployment;
    this.place = place;
    this.sessions = new Sessions(deployment.stores(), deployment.clock());
    this.pages = new Pages();
    this.doors = new Doors(deployment, place, pages);
    this.replays = new Replays(deployment);
    this.pulls = new Pulls(deployment);
    this.fileForms = new FileForms(deployment, new Shelf(drops), pages);
    this.connectForms = new ConnectForms(deployment, addresses, pages);
    this.connectionForms = new ConnectionForms(deployment, connectForms, pages);
    this.shopifyForms = new ShopifyForms(deployment, place, addresses, connectForms, pages);
    this.appForms = new AppForms(deployment, shopifyForms, pages);
  }

  Pages pages() {
    return pages;
  }

  /** The answer to any request. */
  HttpAnswer answer(HttpRequest request) {
    if (!Origins.ours(request, place)) {
      return pages.refuse(Refusal.WRONG_HOST);
    }
    Optional<Route> route = Route.parse(request.path());
    if (request.largerThan(route.map(Route::mostBytes).orElse(HttpRequest.MAX_BODY))) {
      return pages.refuse(Refusal.TOO_LARGE);
    }
    if (route.isPresent() && !route.get().methods().contains(request.method())) {
      return pages
          .refuse(Refusal.NOT_ALLOWED)
          .with("allow", String.join(", ", route.get().methods()));
    }
    boolean sent = request.method().equals("POST");
    if (sent && !Origins.sameOrigin(request)) {
      return pages.refuse(Refusal.NOT_OUR_FORM);
    }
    return switch (route.orElseGet(() -> new Route.Asset(""))) {
      case Route.Asset(String name) ->
          pages.assets().find(name).orElseGet(() -> pages.refuse(Refusal.NOT_FOUND));
      case Route.SignIn _ -> doors.signIn(request);
      case Route.InstallCallback _ -> shopifyForms.back(request);
      case Route known -> {
        Optional<SignedIn> who = signedIn(request);
        if (who.isEmpty()) {
          yield signedOut(request, known);
        }
        if (sent && !who.get().session().sent(request.form().getOrDefault("form", ""))) {
          yield pages.refuse(Refusal.NOT_OUR_FORM, who.get());
        }
        yield answer(request, known, who.get());
      }
    };
  }

  private Optional<SignedIn> signedIn(HttpRequest request) {
    Sessions.By by = request.byTimer() ? Sessions.By.TIMER : Sessions.By.PERSON;
    Optional<Token> token = request.cookie(doors.cookie(request)).flatMap(Token::parse);
    Optional<Session> session = token.flatMap(known -> sessions.find(known, by));
    return session.map(found -> new SignedIn(token.orElseThrow(), found, books(found)));
  }

  private List<Book> books(Session session) {
    return deployment.stores().books().stream().filter(session.grant()::covers).toList();
  }

  /** A page that refreshes itself is told to load anew, and then shows a person what this one would see. */
  private HttpAnswer signedOut(HttpRequest request, Route route) {
    boolean again = route.methods().contains("GET") && !request.byTimer();
    HttpAnswer answer =
        pages.refuse(Refusal.SIGNED_OUT, again ? Optional.of(request.address()) : Optional.empty());
    return request.byTimer() ? answer.with("hx-refresh", "true") : answer;
  }

  private HttpAnswer answer(HttpRequest request, Route route, SignedIn who) {
    if (route instanceof Route.OfBook ofBook && !who.books().contains(ofBook.book())) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    Optional<Permission> needs = route.needs();
    if (needs.isPresent() && !who.session().grant().role().may(needs.get())) {
      return pages.refuse(Refusal.NOT_YOURS, who);
    }
    return switch (route) {
      case Route.Home _ -> home(who);
      case Route.SignOut _ -> doors.signOut(request, who);
      case Route.Operations _ ->
          pages.operations(operations().view(who, replays.asked(request)), who);
      case Route.Live _ -> pages.live(operations().view(who, Optional.empty()));
      case Route.Replay(Book book) ->
          replays.ask(book, request).orElseGet(() -> pages.refuse(Refusal.BAD_REQUEST, who));
      case Route.Pull(Book book, ConnectionName connection) ->
          pulls.ask(book, connection).orElseGet(() -> pages.refuse(Refusal.NOT_FOUND, who));
      case Route.AppPage _ -> appForms.app(request, who);
      case Route.InstallLanding _ -> shopifyForms.land(request, who);
      case Route.Install(Book book) -> shopifyForms.begin(book, request, who);
      case Route.Rotate rotate -> connectionForms.rotate(rotate, request, who);
      case Route.Disconnect end -> connectionForms.disconnect(end, request, who);
      case Route.FileAct act -> fileForms.take(act, request, who);
      case Route.OfBook ofBook -> ofBook(request, ofBook, who);
      case Route.SignIn _, Route.Asset _, Route.InstallCallback _ ->
          throw new IllegalStateException(route + " needs nobody to be signed in");
    };
  }

  private OperationsPages operations() {
    return new OperationsPages(deployment, sources);
  }

  private HttpAnswer home(SignedIn who) {
    if (who.books().size() == 1) {
      return HttpAnswer.seeOther(new Paths(who.books().getFirst()).overview());
    }
    List<Link> books =
        who.books().stream().map(book -> Link.to(new Paths(book).overview(), book.name())).toList();
    return pages.books(new BooksView(books), who);
  }

  private HttpAnswer ofBook(HttpRequest request, Route.OfBook route, SignedIn who) {
    Optional<Rules> found = new RulesVersions(deployment.stores().state(route.book())).current();
    if (found.isEmpty()) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    Rules rules = found.get();
    Range range;
    try {
      range = range(request, rules);
    } catch (DateTimeException noDay) {
      return pages.refuse(Refusal.BAD_DAY, who);
    }
    BookExport export = new BookExport(deployment, route.book());
    return switch (route) {
      case Route.Overview(Book book) ->
          pages.overview(new BookPages(deployment, book, rules).overview(most(request)), book, who);
      case Route.ExceptionsPage(Book book) ->
          pages.exceptions(new BookPages(deployment, book, rules).exceptions(), book, who);
      case Route.PayoutPage(Book book, String id) ->
          export
              .payout(id)
              .map(statement -> pages.payout(new PayoutPages(book).view(statement), book, who))
              .orElseGet(() -> pages.refuse(Refusal.NOT_FOUND, who));
      case Route.StatementsPage(Book book) ->
          pages.statements(
              new StatementPages(
                      book,
                      rules,
                      export,
                      new PeriodBook(deployment.stores().state(book), deployment.clock()))
                  .view(range.asOf(), range.from()),
              book,
              who);
      case Route.PayoutFile(Book book, String id, StatementFormat format) ->
          export
              .payout(id)
              .map(statement ->
                  file(
                      request,
                      who,
                      book + "-payout-" + id + "." + format.extension(),
                      format.mediaType(),
                      export.payout(statement, format)))
              .orElseGet(() -> pages.refuse(Refusal.NOT_FOUND, who));
      case Route.ExceptionsFile(Book book) ->
          file(
              request,
              who,
              book + "-exceptions.csv",
              StatementFormat.CSV.mediaType(),
              export.exceptionsCsv());
      case Route.TrialBalanceFile(Book book, StatementFormat format) ->
          file(
              request,
              who,
              book + "-trial-balance-" + range.asOf() + "." + format.extension(),
              format.mediaType(),
              export.trialBalance(range.asOf(), Optional.empty(), format));
      case Route.JournalFile(Book book, JournalFormat format) ->
          file(
              request,
              who,
              book + "-journal-" + range.asOf() + "." + format.extension(),
              TEXT,
              export.journal(range.from().orElse(LocalDate.MIN), range.asOf(), format));
      case Route.SummaryFile(Book book) ->
          file(
              request,
              who,
              book + "-summary-" + range.asOf() + ".json",
              "application/json",
              export.summaryJson(range.asOf()));
      case Route.ConnectionsPage(Book book) ->
          pages.connections(
              new ConnectionPages(deployment, book, rules.zone()).view(who, pulls.asked(request)),
              book,
              who);
      case Route.ConnectionsLive(Book book) ->
          pages.live(
              new ConnectionPages(deployment, book, rules.zone()).view(who, Optional.empty()));
      case Route.PlatformsPage(Book book) -> connectForms.platforms(book, who);
      case Route.ConnectPage connect -> connectForms.connect(connect, request, rules, who);
      case Route.ConnectionPage one -> connectionForms.show(one, request, rules, who);
      case Route.FilesPage(Book book) -> pages.files(fileForms.view(book, rules, who), book, who);
      case Route.ActOfBook act -> throw new IllegalStateException(act + " needs no rules");
    };
  }

  private HttpAnswer file(
      HttpRequest request, SignedIn who, String name, String mediaType, byte[] bytes) {
    return Downloads.file(request, name, mediaType, bytes)
        .orElseGet(() -> pages.refuse(Refusal.FILE_TOO_LARGE, who));
  }

  private static int most(HttpRequest request) {
    return request.query("payouts").filter("all"::equals).isPresent()
        ? Integer.MAX_VALUE
        : BookPages.PAYOUTS;
  }

  /** The days that a statement is of. */
  private record Range(LocalDate asOf, Optional<LocalDate> from) {}

  private Range range(HttpRequest request, Rules rules) {
    LocalDate today = rules.day(deployment.clock().instant());
    return new Range(
        request.query("as-of").map(LocalDate::parse).orElse(today),
        request.query("from").map(LocalDate::parse));
  }
}
