package io.daybook.local.command;

import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.portal.session.Grant;
import io.daybook.portal.session.Role;
import io.daybook.portal.session.SignInLinks;
import io.daybook.storage.deployment.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sign-in}: a link that signs a person in at the portal, once. */
@Command(
    name = "sign-in",
    mixinStandardHelpOptions = true,
    description = "Make a link that signs somebody in at the portal, once and within a day.")
final class SignInVerb extends Verb {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      required = true,
      description = "What the person is called.")
  String name = "";

  @Option(
      names = "--role",
      paramLabel = "R",
      required = true,
      description = "merchant (payouts, exceptions), accountant (statements too) or ops (all).")
  String role = "";

  @Option(
      names = "--book",
      paramLabel = "B",
      description = "A book to see; may be given again. Only ops may leave it out, for all.")
  List<String> books = new ArrayList<>();

  @Override
  Report run(Hub hub) throws Complaint {
    List<Book> named = new ArrayList<>();
    for (String one : books) {
      named.add(book(hub, one));
    }
    try {
      String link = link(hub, new Grant(name, Role.parse(role), Set.copyOf(named)));
      return new Report(
          "This link signs "
              + name
              + " in, once and until tomorrow; send it as you would a password:\n"
              + link,
          Map.of("link", link));
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }

  /** A link for whoever started the hub, to see all of it. */
  static String link(Hub hub) {
    return link(hub, new Grant("you", Role.OPS, Set.of()));
  }

  /** A link at the hub's address; what {@code up} and {@code demo} print. */
  static String link(Hub hub, Grant grant) {
    Deployment deployment = hub.deployment();
    return hub.address() + new SignInLinks(deployment.stores(), deployment.clock()).mint(grant);
  }
}
