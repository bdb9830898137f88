package io.daybook.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.intake.Check;
import io.daybook.intake.ConnectionStates;
import io.daybook.ledger.Book;
import io.daybook.ledger.Rules;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.ConnectView;
import io.daybook.portal.page.ConnectionView;
import io.daybook.portal.page.Link;
import io.daybook.portal.page.OutcomeView;
import io.daybook.portal.page.Words;
import io.daybook.sources.HookAddress;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection: where its webhooks go, new secrets without a gap, its end. */
final class ConnectionForms {
  private final Deployment deployment;
  private final ConnectForms connecting;
  private final Pages pages;

  ConnectionForms(Deployment deployment, ConnectForms connecting, Pages pages) {
    this.deployment = deployment;
    this.connecting = connecting;
    this.pages = pages;
  }

  HttpAnswer show(Route.ConnectionPage route, HttpRequest request, Rules rules, SignedIn who) {
    Optional<ConnectionStates.State> state =
        new ConnectionStates(deployment)
            .of(route.book()).stream()
                .filter(one -> one.connection().name().equals(route.connection()))
                .filter(one -> one.connection().isLive())
                .findFirst();
    Optional<Platform> platform =
        state.flatMap(found -> KnownPlatforms.find(found.connection().source()));
    return platform.isEmpty()
        ? pages.refuse(Refusal.NOT_FOUND, who)
        : pages.connection(
            view(route.book(), state.orElseThrow(), platform.get(), request, rules, who),
            route.book(),
            who);
  }

  private ConnectionView view(
      Book book,
      ConnectionStates.State state,
      Platform platform,
      HttpRequest request,
      Rules rules,
      SignedIn who) {
    Connection connection = state.connection();
    Paths paths = new Paths(book);
    String hook =
        connection
            .hook()
            .map(URI::toString)
            .orElseGet(() ->
                connecting.hook(
                    new HookAddress(platform.name(), book, connection.name()), request));
    List<ConnectionView.Fact> facts = new ArrayList<>();
    facts.add(new ConnectionView.Fact("Account", connection.origin().account()));
    connection.base().ifPresent(base -> facts.add(new ConnectionView.Fact("API", base.toString())));
    facts.add(
        new ConnectionView.Fact("Connected", Words.minute(connection.connectedAt(), rules.zone())));
    rules
        .firstDay(connection.origin())
        .ifPresent(day -> facts.add(new ConnectionView.Fact("Posts from", Words.day(day))));
    return new ConnectionView(
        connection.name().value(),
        platform.title(),
        ConnectionBadge.of(state, rules.zone(), deployment.clock().instant()),
        who.session().formKey(),
        paths.connections(),
        platform.told(hook),
        platform.byHand(),
        state.check().map(Check::topics).filter(topics -> !topics.isEmpty()).isPresent(),
        facts,
        paths.connection(connection.name(), "rotate"),
        paths.connection(connection.name(), "disconnect"),
        isInstalled(connection) ? List.of() : secrets(platform));
  }

  /** One that was let in by consent has the app's secrets, which a merchant does not know. */
  private static boolean isInstalled(Connection connection) {
    return connection.credentials().keySet().containsAll(List.of("token", "client-id"));
  }

  /** None must be given again. */
  private static List<ConnectView.SecretField> secrets(Platform platform) {
    return ConnectForms.fields(platform).stream()
        .map(field -> new ConnectView.SecretField(field.name(), field.words(), false))
        .toList();
  }

  HttpAnswer rotate(Route.Rotate route, HttpRequest request, SignedIn who) {
    Map<String, String> form = request.form();
    Optional<Platform> platform =
        new ConnectionStates(deployment)
            .of(route.book()).stream()
                .map(ConnectionStates.State::connection)
                .filter(one -> one.name().equals(route.connection()))
                .findFirst()
                .flatMap(found -> KnownPlatforms.find(found.source()));
    if (platform.isEmpty()) {
      return pages.refuse(Refusal.NOT_FOUND, who);
    }
    ObjectNode act = act("rotate", route, form, List.of(), who);
    act.set(
        "secrets",
        new SealedSecrets(deployment, route.book(), route.connection())
            .of(ConnectForms.fields(platform.get()), form));
    return outcome(
        route,
        Asked.of(deployment, act),
        "New secrets",
        "They are taken. What was signed with the webhook secret before is still believed.",
        who);
  }

  HttpAnswer disconnect(Route.Disconnect route, HttpRequest request, SignedIn who) {
    Map<String, String> form = request.form();
    if (!form.containsKey("sure")) {
      return pages.refuse(Refusal.BAD_REQUEST, who);
    }
    return outcome(
        route,
        Asked.of(deployment, act("disconnect", route, form, List.of("reason"), who)),
        "Disconnected",
        "It tells the book nothing more; what it told stays. Remove the webhooks at the platform, which go on calling and are"
            + " refused.",
        who);
  }

  private static ObjectNode act(
      String act,
      Route.OfConnection route,
      Map<String, String> form,
      List<String> fields,
      SignedIn who) {
    ObjectNode asked =
        Asked.act(act, route.book().name(), who.session().grant().name(), form, fields);
    return asked.put("name", route.connection().value());
  }

  private HttpAnswer outcome(
      Route.OfConnection route, Asked asked, String title, String words, SignedIn who) {
    Book book = route.book();
    List<Link> next = List.of(Link.to(new Paths(book).connections(), "Connections"));
    OutcomeView view =
        switch (asked) {
          case Asked.Done done -> {
            List<String> remarks = new ArrayList<>();
            done.answer().path("remarks").forEach(remark -> remarks.add(remark.asText()));
            yield new OutcomeView(
                title + ": " + route.connection(),
                words,
                Badge.Tone.GOOD,
                List.of(),
                remarks,
                next);
          }
          case Asked.Refused refused ->
              new OutcomeView(
                  "Not done",
                  "Nothing was changed.",
                  Badge.Tone.BAD,
                  List.of(),
                  refused.words(),
                  next);
          case Asked.Unknown _ -> ConnectForms.unknown(book);
        };
    return pages.outcome(view, book, Pages.Tab.CONNECTIONS, who);
  }
}
