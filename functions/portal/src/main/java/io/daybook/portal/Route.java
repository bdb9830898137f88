package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.session.Permission;
import io.daybook.portal.session.SignInLinks;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.StatementFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every address of the portal. */
sealed interface Route {
  /** To the only book, or the list of books. */
  record Home() implements Route {}

  /** Where a sign-in link leads. */
  record SignIn() implements Route {}

  /** Ends the session. */
  record SignOut() implements Route {}

  /** Style, script, icon. */
  record Asset(String name) implements Route {}

  /** How the hub does. */
  record Operations() implements Route {}

  /** The part of it that refreshes itself. */
  record Live() implements Route {}

  /** The installation's own app at Shopify. */
  record AppPage() implements Route {}

  /** Where Shopify sends a person who opens the app. */
  record InstallLanding() implements Route {}

  /** Where Shopify sends a person back who let the app in. */
  record InstallCallback() implements Route {}

  /** An address of one book. */
  sealed interface OfBook extends Route {
    Book book();
  }

  /** A form of one book that asks for something to be done. */
  sealed interface ActOfBook extends OfBook {}

  /** Payouts and what is wrong, at a glance. */
  record Overview(Book book) implements OfBook {}

  /** What the books cannot explain. */
  record ExceptionsPage(Book book) implements OfBook {}

  /** The same as CSV. */
  record ExceptionsFile(Book book) implements OfBook {}

  /** A payout, by the processor's id. */
  record PayoutPage(Book book, String id) implements OfBook {}

  /** Its statement as a file. */
  record PayoutFile(Book book, String id, StatementFormat format) implements OfBook {}

  /** The trial balance, and what can be taken along. */
  record StatementsPage(Book book) implements OfBook {}

  /** The trial balance as a file. */
  record TrialBalanceFile(Book book, StatementFormat format) implements OfBook {}

  /** The journal as a file. */
  record JournalFile(Book book, JournalFormat format) implements OfBook {}

  /** The book in short, for scripts. */
  record SummaryFile(Book book) implements OfBook {}

  /** What is connected, and how it stands. */
  record ConnectionsPage(Book book) implements OfBook {}

  /** The part of it that refreshes itself. */
  record ConnectionsLive(Book book) implements OfBook {}

  /** The platforms that can be connected. */
  record PlatformsPage(Book book) implements OfBook {}

  /** A platform's form, and where it is sent. */
  record ConnectPage(Book book, String platform) implements OfBook {}

  /** One connection, for those who may change it. */
  record ConnectionPage(Book book, ConnectionName connection) implements OfBook {}

  /** Where bank files and bills are uploaded. */
  record FilesPage(Book book) implements OfBook {}

  /** What a file is. */
  enum FileKind {
    /** A bank's statement. */
    BANK,
    /** A carrier's or supplier's bill. */
    BILL;

    /** As addresses and acts write it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is done with a file. */
  enum FileStep {
    /** It is uploaded, and what it holds is shown. */
    LOOK,
    /** It is imported. */
    IMPORT;

    /** As acts write it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Sends a person to Shopify to let the app in. */
  record Install(Book book) implements ActOfBook {}

  /** Uploads a file, or has one imported. */
  record FileAct(Book book, FileKind kind, FileStep step) implements ActOfBook {}

  /** Asks for messages to be posted again. */
  record Replay(Book book) implements ActOfBook {}

  /** A form of one connection that asks for something to be done. */
  sealed interface OfConnection extends ActOfBook {
    ConnectionName connection();
  }

  /** Asks for a connection's API to be asked at once. */
  record Pull(Book book, ConnectionName connection) implements OfConnection {}

  /** Gives a connection new secrets. */
  record Rotate(Book book, ConnectionName connection) implements OfConnection {}

  /** Ends a connection. */
  record Disconnect(Book book, ConnectionName connection) implements OfConnection {}

  /** What one must be allowed to; none for what everybody gets. */
  default Optional<Permission> needs() {
    return switch (this) {
      case Home _, SignIn _, SignOut _, Asset _, InstallCallback _ -> Optional.empty();
      case Overview _,
          ExceptionsPage _,
          ExceptionsFile _,
          PayoutPage _,
          PayoutFile _,
          ConnectionsPage _,
          ConnectionsLive _ ->
          Optional.of(Permission.READ_BOOK);
      case FilesPage _, FileAct _ -> Optional.of(Permission.IMPORT_FILES);
      case StatementsPage _, TrialBalanceFile _, JournalFile _, SummaryFile _ ->
          Optional.of(Permission.EXPORT_BOOK);
      case PlatformsPage _,
          ConnectPage _,
          ConnectionPage _,
          OfConnection _,
          Install _,
          InstallLanding _ ->
          Optional.of(Permission.CONNECT);
      case Operations _, Live _, AppPage _, Replay _ -> Optional.of(Permission.OPERATE);
    };
  }

  /** The methods that it takes. */
  default List<String> methods() {
    return switch (this) {
      case SignIn _, ConnectPage _, AppPage _ -> List.of("GET", "POST");
      case SignOut _, ActOfBook _ -> List.of("POST");
      case Home _,
          Asset _,
          Operations _,
          Live _,
          InstallLanding _,
          InstallCallback _,
          Overview _,
          ExceptionsPage _,
          ExceptionsFile _,
          PayoutPage _,
          PayoutFile _,
          StatementsPage _,
          TrialBalanceFile _,
          JournalFile _,
          SummaryFile _,
          ConnectionsPage _,
          ConnectionsLive _,
          PlatformsPage _,
          ConnectionPage _,
          FilesPage _ ->
          List.of("GET");
    };
  }

  /** How many bytes are taken of what is sent there. */
  default int mostBytes() {
    return this instanceof FileAct act && act.step() == FileStep.LOOK
        ? FileForms.MOST_BYTES + HttpRequest.MAX_BODY
        : HttpRequest.MAX_BODY;
  }

  /** Which address a path is, if it is one. */
  static Optional<Route> parse(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    if (path.equals(SignInLinks.PATH)) {
      return Optional.of(new SignIn());
    }
    switch (path) {
      case ShopifyForms.INSTALL -> {
        return Optional.of(new InstallLanding());
      }
      case ShopifyForms.CALLBACK -> {
        return Optional.of(new InstallCallback());
      }
      case "/operations/shopify-app" -> {
        return Optional.of(new AppPage());
      }
      default -> {
        // One of those with parts that vary.
      }
    }
    List<String> parts =
        Arrays.stream(path.substring(1).split("/", -1)).map(Route::decode).toList();
    String last = parts.getLast();
    return switch (parts.size()) {
      case 1 ->
          switch (last) {
            case "" -> Optional.of(new Home());
            case "sign-out" -> Optional.of(new SignOut());
            case "operations" -> Optional.of(new Operations());
            default -> Optional.empty();
          };
      case 2 ->
          switch (parts.getFirst()) {
            case "assets" -> Optional.of(new Asset(last));
            case "operations" -> last.equals("live") ? Optional.of(new Live()) : Optional.empty();
            case "books" -> book(last).map(Overview::new);
            default -> Optional.empty();
          };
      default ->
          parts.getFirst().equals("books")
              ? book(parts.get(1)).flatMap(book -> ofBook(book, parts.subList(2, parts.size())))
              : Optional.empty();
    };
  }

  private static Optional<Route> ofBook(Book book, List<String> rest) {
    String last = rest.getLast();
    if (rest.getFirst().equals("payouts")) {
      return switch (rest.size()) {
        case 2 -> Optional.of(new PayoutPage(book, last));
        case 3 -> file(last, "statement").map(format -> new PayoutFile(book, rest.get(1), format));
        default -> Optional.empty();
      };
    }
    if (rest.getFirst().equals("files") && rest.size() > 1) {
      return fileAct(book, rest.subList(1, rest.size()));
    }
    if (rest.equals(List.of("connect", "shopify", "install"))) {
      return Optional.of(new Install(book));
    }
    if (rest.getFirst().equals("connect") && rest.size() == 2) {
      return Optional.of(new ConnectPage(book, last));
    }
    if (rest.getFirst().equals("connections") && rest.size() == 2) {
      return connection(last).map(connection -> new ConnectionPage(book, connection));
    }
    if (rest.getFirst().equals("connections") && rest.size() == 3) {
      return connection(rest.get(1)).flatMap(connection -> ofConnection(book, connection, last));
    }
    if (rest.size() != 1) {
      return Optional.empty();
    }
    return switch (last) {
      case "exceptions" -> Optional.of(new ExceptionsPage(book));
      case "exceptions.csv" -> Optional.of(new ExceptionsFile(book));
      case "statements" -> Optional.of(new StatementsPage(book));
      case "summary.json" -> Optional.of(new SummaryFile(book));
      case "connections" -> Optional.of(new ConnectionsPage(book));
      case "connect" -> Optional.of(new PlatformsPage(book));
      case "connections-live" -> Optional.of(new ConnectionsLive(book));
      case "files" -> Optional.of(new FilesPage(book));
      case "replay" -> Optional.of(new Replay(book));
      default ->
          file(last, "trial-balance")
              .<Route>map(format -> new TrialBalanceFile(book, format))
              .or(() -> journal(last).map(format -> new JournalFile(book, format)));
    };
  }

  private static Optional<Route> fileAct(Book book, List<String> rest) {
    for (FileKind kind : FileKind.values()) {
      if (rest.equals(List.of(kind.word()))) {
        return Optional.of(new FileAct(book, kind, FileStep.LOOK));
      }
      if (rest.equals(List.of(kind.word(), FileStep.IMPORT.word()))) {
        return Optional.of(new FileAct(book, kind, FileStep.IMPORT));
      }
    }
    return Optional.empty();
  }

  private static Optional<Route> ofConnection(Book book, ConnectionName connection, String act) {
    return switch (act) {
      case "pull" -> Optional.of(new Pull(book, connection));
      case "rotate" -> Optional.of(new Rotate(book, connection));
      case "disconnect" -> Optional.of(new Disconnect(book, connection));
      default -> Optional.empty();
    };
  }

  private static Optional<ConnectionName> connection(String name) {
    try {
      return Optional.of(new ConnectionName(name));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static Optional<Book> book(String name) {
    try {
      return Optional.of(new Book(name));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static Optional<StatementFormat> file(String name, String stem) {
    return Arrays.stream(StatementFormat.values())
        .filter(format -> name.equals(stem + "." + format.extension()))
        .findFirst();
  }

  private static Optional<JournalFormat> journal(String name) {
    return Arrays.stream(JournalFormat.values())
        .filter(format -> name.equals("journal." + format.extension()))
        .findFirst();
  }

  private static String decode(String part) {
    // In a path a plus is a plus.
    return HttpRequest.decode(part.replace("+", "%2B"));
  }
}
