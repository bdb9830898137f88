package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.session.SignInLinks;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.StatementFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads addresses: the inverse of {@link Paths}. */
final class Routes {
  private Routes() {}

  /** Which address a path is, if it is one. */
  static Optional<Route> parse(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    if (path.equals(SignInLinks.PATH)) {
      return Optional.of(new Route.SignIn());
    }
    switch (path) {
      case ShopifyForms.INSTALL -> {
        return Optional.of(new Route.InstallLanding());
      }
      case ShopifyForms.CALLBACK -> {
        return Optional.of(new Route.InstallCallback());
      }
      case "/operations/shopify-app" -> {
        return Optional.of(new Route.AppPage());
      }
      default -> {
        // One of those with parts that vary.
      }
    }
    List<String> parts =
        Arrays.stream(path.substring(1).split("/", -1)).map(Routes::decode).toList();
    String last = parts.getLast();
    return switch (parts.size()) {
      case 1 ->
          switch (last) {
            case "" -> Optional.of(new Route.Home());
            case "sign-out" -> Optional.of(new Route.SignOut());
            case "operations" -> Optional.of(new Route.Operations());
            default -> Optional.empty();
          };
      case 2 ->
          switch (parts.getFirst()) {
            case "assets" -> Optional.of(new Route.Asset(last));
            case "operations" ->
                last.equals("live") ? Optional.of(new Route.Live()) : Optional.empty();
            case "books" -> book(last).map(Route.Overview::new);
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
        case 2 -> Optional.of(new Route.PayoutPage(book, last));
        case 3 ->
            file(last, "statement").map(format -> new Route.PayoutFile(book, rest.get(1), format));
        default -> Optional.empty();
      };
    }
    if (rest.getFirst().equals("files") && rest.size() > 1) {
      return fileAct(book, rest.subList(1, rest.size()));
    }
    if (rest.equals(List.of("connect", "shopify", "install"))) {
      return Optional.of(new Route.Install(book));
    }
    if (rest.getFirst().equals("connect") && rest.size() == 2) {
      return Optional.of(new Route.ConnectPage(book, last));
    }
    if (rest.getFirst().equals("connections") && rest.size() == 2) {
      return connection(last).map(connection -> new Route.ConnectionPage(book, connection));
    }
    if (rest.getFirst().equals("connections") && rest.size() == 3) {
      return connection(rest.get(1)).flatMap(connection -> ofConnection(book, connection, last));
    }
    if (rest.size() != 1) {
      return Optional.empty();
    }
    return switch (last) {
      case "exceptions" -> Optional.of(new Route.ExceptionsPage(book));
      case "exceptions.csv" -> Optional.of(new Route.ExceptionsFile(book));
      case "statements" -> Optional.of(new Route.StatementsPage(book));
      case "summary.json" -> Optional.of(new Route.SummaryFile(book));
      case "connections" -> Optional.of(new Route.ConnectionsPage(book));
      case "connect" -> Optional.of(new Route.PlatformsPage(book));
      case "connections-live" -> Optional.of(new Route.ConnectionsLive(book));
      case "files" -> Optional.of(new Route.FilesPage(book));
      case "replay" -> Optional.of(new Route.Replay(book));
      default ->
          file(last, "trial-balance")
              .<Route>map(format -> new Route.TrialBalanceFile(book, format))
              .or(() -> journal(last).map(format -> new Route.JournalFile(book, format)));
    };
  }

  private static Optional<Route> fileAct(Book book, List<String> rest) {
    for (Route.FileKind kind : Route.FileKind.values()) {
      if (rest.equals(List.of(kind.word()))) {
        return Optional.of(new Route.FileAct(book, kind, Route.FileStep.LOOK));
      }
      if (rest.equals(List.of(kind.word(), Route.FileStep.IMPORT.word()))) {
        return Optional.of(new Route.FileAct(book, kind, Route.FileStep.IMPORT));
      }
    }
    return Optional.empty();
  }

  private static Optional<Route> ofConnection(Book book, ConnectionName connection, String act) {
    return switch (act) {
      case "pull" -> Optional.of(new Route.Pull(book, connection));
      case "rotate" -> Optional.of(new Route.Rotate(book, connection));
      case "disconnect" -> Optional.of(new Route.Disconnect(book, connection));
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
