package io.daybook.portal;

import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.intake.ConnectionStates;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepSeen;
import io.daybook.ledger.Book;
import io.daybook.portal.page.ConnectionsView;
import io.daybook.portal.page.ConnectionsView.Row;
import io.daybook.portal.page.ConnectionsView.SweepRow;
import io.daybook.portal.page.Words;
import io.daybook.portal.session.Permission;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the connections of a book stand: what is stuck, since when, why, and what comes of it. */
final class ConnectionPages {
  private final Deployment deployment;
  private final Book book;
  private final Paths paths;
  private final ZoneId zone;
  private final Instant now;

  ConnectionPages(Deployment deployment, Book book, ZoneId zone) {
    this.deployment = deployment;
    this.book = book;
    this.paths = new Paths(book);
    this.zone = zone;
    this.now = deployment.clock().instant();
  }

  ConnectionsView view(SignedIn who, Optional<String> asked) {
    boolean acts = who.session().grant().role().may(Permission.CONNECT);
    return new ConnectionsView(
        book.name(),
        Words.time(now),
        asked,
        who.session().formKey(),
        paths.connections(),
        acts ? Optional.of(paths.connect()) : Optional.empty(),
        paths.connectionsLive(),
        new ConnectionStates(deployment).of(book).stream().map(state -> row(state, acts)).toList());
  }

  private Row row(ConnectionStates.State state, boolean acts) {
    Connection connection = state.connection();
    boolean asksAnApi = connection.isLive() && !connection.credentials().isEmpty();
    return new Row(
        "connection-" + connection.name(),
        connection.name().value(),
        platform(connection.source()),
        connection.origin().account(),
        ConnectionBadge.of(state, zone, now),
        state.circuit().filter(_ -> connection.isLive()).map(this::trouble),
        acts && connection.isLive() && KnownPlatforms.find(connection.source()).isPresent()
            ? Optional.of(paths.connection(connection.name()))
            : Optional.empty(),
        asksAnApi && acts
            ? Optional.of(paths.connection(connection.name(), "pull"))
            : Optional.empty(),
        state
            .lastWebhook()
            .map(at -> "in the quarter hour of " + Words.minute(at, zone))
            .orElse("never"),
        Words.count(state.missed()),
        state.check().map(this::subscriptions).orElse("not known"),
        state
            .check()
            .map(check -> Words.span(Duration.between(check.at(), now)) + " ago")
            .orElse("never"),
        connection.isLive() ? state.check().map(Check::remarks).orElse(List.of()) : List.of(),
        connection.isLive() ? sweeps(state) : List.of());
  }

  private static String platform(String source) {
    return KnownPlatforms.find(source).map(Platform::title).orElse(source);
  }

  private String trouble(Circuit circuit) {
    return "Its API fails since "
        + Words.minute(circuit.since(), zone)
        + ", "
        + Words.counted(circuit.failures(), "sweep", "sweeps")
        + " in a row: "
        + circuit.reason()
        + "."
        + circuit
            .pausedUntil()
            .filter(now::isBefore)
            .map(until ->
                " It is left alone until "
                    + Words.minute(until, zone)
                    + ", and the other connections go on.")
            .orElse("");
  }

  private String subscriptions(Check check) {
    if (check.topics().isEmpty()) {
      return "not told by its API";
    }
    return check.topics().size()
        + check
            .lastRepair()
            .map(repair ->
                "; made again "
                    + Words.counted(check.repairs(), "time", "times")
                    + ", last "
                    + Words.minute(repair.at(), zone)
                    + ": "
                    + String.join(", ", repair.topics()))
            .orElse("");
  }

  private List<SweepRow> sweeps(ConnectionStates.State state) {
    List<SweepRow> rows = new ArrayList<>();
    state
        .sweeps()
        .forEach((resource, sweep) ->
            rows.add(
                new SweepRow(
                    resource,
                    SweepWords.age(resource, sweep, now),
                    progress(sweep, Optional.ofNullable(state.seen().get(resource))))));
    return rows;
  }

  private String progress(Sweep sweep, Optional<SweepSeen> seen) {
    if (sweep.running().isEmpty()) {
      return "";
    }
    Sweep.Window window = sweep.running().get();
    return "from "
        + Words.minute(window.from(), zone)
        + " to "
        + Words.minute(window.to(), zone)
        + seen.filter(
                counted -> counted.from().equals(window.from()) && counted.to().equals(window.to()))
            .map(counted ->
                ": "
                    + Words.counted(counted.objects(), "object", "objects")
                    + " so far, the last page "
                    + Words.span(Duration.between(counted.at(), now))
                    + " ago")
            .orElse(": begun");
  }
}
