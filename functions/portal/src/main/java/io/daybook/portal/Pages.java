package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.portal.page.AppView;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.BooksView;
import io.daybook.portal.page.ConnectView;
import io.daybook.portal.page.ConnectionView;
import io.daybook.portal.page.ConnectionsView;
import io.daybook.portal.page.ExceptionsView;
import io.daybook.portal.page.FilesView;
import io.daybook.portal.page.Frame;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.LookedView;
import io.daybook.portal.page.OperationsView;
import io.daybook.portal.page.OutcomeView;
import io.daybook.portal.page.OverviewView;
import io.daybook.portal.page.PayoutView;
import io.daybook.portal.page.PlatformsView;
import io.daybook.portal.page.RefusalView;
import io.daybook.portal.page.Renderer;
import io.daybook.portal.page.SignInView;
import io.daybook.portal.page.StatementsView;
import io.daybook.portal.session.Grant;
import io.daybook.portal.session.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each page in its frame. */
final class Pages {
  private static final int OK = 200;

  private final Assets assets = new Assets();
  private final Renderer renderer = new Renderer();
  private final Frame.Files files = new Frame.Files(assets.style(), assets.script(), assets.icon());

  Assets assets() {
    return assets;
  }

  HttpAnswer overview(OverviewView view, Book book, SignedIn who) {
    return page("overview", frame(book.name(), ofBook(book, Tab.OVERVIEW, who), who), view);
  }

  HttpAnswer exceptions(ExceptionsView view, Book book, SignedIn who) {
    return page(
        "exceptions", frame("Exceptions of " + book, ofBook(book, Tab.EXCEPTIONS, who), who), view);
  }

  HttpAnswer payout(PayoutView view, Book book, SignedIn who) {
    return page("payout", frame("Payout " + view.id(), ofBook(book, Tab.NONE, who), who), view);
  }

  HttpAnswer statements(StatementsView view, Book book, SignedIn who) {
    return page(
        "statements", frame("Statements of " + book, ofBook(book, Tab.STATEMENTS, who), who), view);
  }

  HttpAnswer connections(ConnectionsView view, Book book, SignedIn who) {
    return page(
        "connections",
        frame("Connections of " + book, ofBook(book, Tab.CONNECTIONS, who), who),
        view);
  }

  /** Only the part that refreshes itself. */
  HttpAnswer live(ConnectionsView view) {
    return HttpAnswer.page(OK, renderer.part("connectionlist", view));
  }

  HttpAnswer platforms(PlatformsView view, Book book, SignedIn who) {
    return page(
        "platforms", frame("Connect to " + book, ofBook(book, Tab.CONNECTIONS, who), who), view);
  }

  HttpAnswer connect(ConnectView view, Book book, SignedIn who) {
    return page(
        "connect",
        frame("Connect " + view.platform(), ofBook(book, Tab.CONNECTIONS, who), who),
        view);
  }

  HttpAnswer connection(ConnectionView view, Book book, SignedIn who) {
    return page("connection", frame(view.name(), ofBook(book, Tab.CONNECTIONS, who), who), view);
  }

  HttpAnswer files(FilesView view, Book book, SignedIn who) {
    return page("files", frame("Files of " + book, ofBook(book, Tab.FILES, who), who), view);
  }

  HttpAnswer looked(LookedView view, Book book, SignedIn who) {
    return page("looked", frame(view.file(), ofBook(book, Tab.FILES, who), who), view);
  }

  HttpAnswer app(AppView view, SignedIn who) {
    return page("app", frame("Shopify app", hub(Tab.OPERATIONS, who), who), view);
  }

  /** To somebody whose session the browser keeps back, because another site led here. */
  HttpAnswer outcome(OutcomeView view) {
    return page("outcome", new Frame(view.title(), files, Optional.empty(), List.of()), view);
  }

  HttpAnswer outcome(OutcomeView view, SignedIn who) {
    return page("outcome", frame(view.title(), hub(Tab.NONE, who), who), view);
  }

  HttpAnswer outcome(OutcomeView view, Book book, Tab tab, SignedIn who) {
    return page("outcome", frame(view.title(), ofBook(book, tab, who), who), view);
  }

  HttpAnswer operations(OperationsView view, SignedIn who) {
    return page("operations", frame("Operations", hub(Tab.OPERATIONS, who), who), view);
  }

  /** The overview of an empty book, shown to nobody. */
  HttpAnswer prime() {
    OverviewView empty =
        new OverviewView("", "", Badge.Tone.GOOD, List.of(), 0, "", List.of(), 0, "");
    Frame frame = new Frame("", files, Optional.empty(), List.of());
    return page("overview", frame, empty);
  }

  /** Only the part that refreshes itself. */
  HttpAnswer live(OperationsView view) {
    return HttpAnswer.page(OK, renderer.part("live", view));
  }

  HttpAnswer books(BooksView view, SignedIn who) {
    return page("books", frame("Books", hub(Tab.BOOKS, who), who), view);
  }

  HttpAnswer signIn(SignInView view) {
    return page("signin", new Frame("Sign in", files, Optional.empty(), List.of()), view);
  }

  /** To somebody of whom nothing is known. */
  HttpAnswer refuse(Refusal refusal) {
    return refuse(refusal, Optional.<String>empty());
  }

  /** The same, with the address to try once more. */
  HttpAnswer refuse(Refusal refusal, Optional<String> again) {
    return refuse(refusal, again, new Frame(refusal.title(), files, Optional.empty(), List.of()));
  }

  /** To somebody who is signed in, and can go elsewhere. */
  HttpAnswer refuse(Refusal refusal, SignedIn who) {
    return refuse(refusal, Optional.empty(), frame(refusal.title(), hub(Tab.NONE, who), who));
  }

  private HttpAnswer refuse(Refusal refusal, Optional<String> again, Frame frame) {
    RefusalView view = new RefusalView(refusal.title(), refusal.words(), again);
    return HttpAnswer.page(refusal.status(), renderer.page("refusal", frame, view));
  }

  private HttpAnswer page(String template, Frame frame, Object view) {
    return HttpAnswer.page(OK, renderer.page(template, frame, view));
  }

  private Frame frame(String title, List<Link> places, SignedIn who) {
    Grant grant = who.session().grant();
    Frame.Person person =
        new Frame.Person(grant.name(), grant.role().code(), who.session().formKey());
    return new Frame(title, files, Optional.of(person), places);
  }

  /** Which place a page is. */
  enum Tab {
    BOOKS,
    OVERVIEW,
    EXCEPTIONS,
    STATEMENTS,
    CONNECTIONS,
    FILES,
    OPERATIONS,
    NONE
  }

  private static List<Link> ofBook(Book book, Tab current, SignedIn who) {
    Paths paths = new Paths(book);
    List<Link> places = new ArrayList<>();
    if (who.books().size() > 1) {
      places.add(new Link("/", "Books", current == Tab.BOOKS));
    }
    places.add(new Link(paths.overview(), "Payouts", current == Tab.OVERVIEW));
    places.add(new Link(paths.exceptions(), "Exceptions", current == Tab.EXCEPTIONS));
    if (may(who, Permission.EXPORT_BOOK)) {
      places.add(new Link(paths.statements(), "Statements", current == Tab.STATEMENTS));
    }
    places.add(new Link(paths.connections(), "Connections", current == Tab.CONNECTIONS));
    places.add(new Link(paths.files(), "Files", current == Tab.FILES));
    operations(current, who).ifPresent(places::add);
    return places;
  }

  private static List<Link> hub(Tab current, SignedIn who) {
    if (who.books().size() == 1) {
      return ofBook(who.books().getFirst(), current, who);
    }
    List<Link> places = new ArrayList<>();
    places.add(new Link("/", "Books", current == Tab.BOOKS));
    operations(current, who).ifPresent(places::add);
    return places;
  }

  private static Optional<Link> operations(Tab current, SignedIn who) {
    return may(who, Permission.OPERATE)
        ? Optional.of(new Link("/operations", "Operations", current == Tab.OPERATIONS))
        : Optional.empty();
  }

  private static boolean may(SignedIn who, Permission permission) {
    return who.session().grant().role().may(permission);
  }
}
