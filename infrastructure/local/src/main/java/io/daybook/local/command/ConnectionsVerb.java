package io.daybook.local.command;

import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.intake.ConnectionStates;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepSeen;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code connections}: what tells the books, and how it stands. */
@Command(
    name = "connections",
    mixinStandardHelpOptions = true,
    description = {
      "List what is connected: when the last webhook came, how far it is swept, what webhooks did not tell,",
      "whether its API fails, and its webhook subscriptions."
    })
final class ConnectionsVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: all).")
  @Nullable String book;

  @Override
  Report run(Hub hub) throws Complaint {
    List<Book> books =
        book == null ? List.copyOf(hub.deployment().stores().books()) : List.of(book(hub, book));
    StringBuilder words = new StringBuilder();
    List<Map<String, Object>> all = new ArrayList<>();
    for (Book one : books) {
      for (ConnectionStates.State state : new ConnectionStates(hub.deployment()).of(one)) {
        words.append(words(one, state));
        all.add(json(one, state));
      }
    }
    return new Report(
        all.isEmpty() ? "Nothing is connected." : words.toString().stripTrailing(), all);
  }

  private static String words(Book book, ConnectionStates.State state) {
    StringBuilder words = new StringBuilder();
    words.append(book).append(' ').append(state.connection());
    words.append(
        state
            .connection()
            .disconnectedAt()
            .map(at -> ": disconnected since " + at)
            .orElse(": connected since " + state.connection().connectedAt()));
    line(
        words,
        "last webhook "
            + state.lastWebhook().map(at -> "in the quarter hour of " + at).orElse("never")
            + "; swept to "
            + state.sweptTo().map(Object::toString).orElse("nothing yet")
            + "; in "
            + ConnectionStates.DAYS
            + " days "
            + state.missed()
            + " found that no webhook told");
    state
        .running()
        .forEach((resource, window) -> line(words, words(resource, window, state.seen())));
    state.circuit().ifPresent(circuit -> line(words, words(circuit)));
    state.check().ifPresent(check -> words(check).forEach(text -> line(words, text)));
    return words.append(System.lineSeparator()).toString();
  }

  private static String words(
      String resource, Sweep.Window window, SortedMap<String, SweepSeen> seen) {
    return resource
        + ": being swept from "
        + window.from()
        + " to "
        + window.to()
        + Optional.ofNullable(seen.get(resource))
            .map(so -> ", " + so.objects() + " seen so far")
            .orElse("");
  }

  private static String words(Circuit circuit) {
    return "its API fails since "
        + circuit.since()
        + ", "
        + circuit.failures()
        + " times: "
        + circuit.reason()
        + circuit
            .pausedUntil()
            .map(until -> "; left alone until " + until + " ('pull' asks at once)")
            .orElse("");
  }

  private static List<String> words(Check check) {
    List<String> lines = new ArrayList<>();
    if (!check.topics().isEmpty()) {
      lines.add(check.topics().size() + " webhook subscriptions, seen " + check.at());
    }
    check
        .lastRepair()
        .ifPresent(repair ->
            lines.add(
                "dropped and made again "
                    + check.repairs()
                    + " times, last "
                    + repair.at()
                    + ": "
                    + String.join(", ", repair.topics())));
    check.remarks().forEach(remark -> lines.add("note: " + remark));
    return lines;
  }

  private static void line(StringBuilder words, String text) {
    words.append(System.lineSeparator()).append("  ").append(text);
  }

  private static Map<String, Object> json(Book book, ConnectionStates.State state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("book", book.name());
    json.put("connection", state.connection().name().value());
    json.put("origin", state.connection().origin().toString());
    json.put("live", state.connection().isLive());
    state.lastWebhook().ifPresent(at -> json.put("lastWebhook", at.toString()));
    state.sweptTo().ifPresent(at -> json.put("sweptTo", at.toString()));
    json.put("running", state.running().keySet());
    json.put("missed", state.missed());
    state.circuit().ifPresent(circuit -> json.put("circuit", circuit));
    state.check().ifPresent(check -> json.put("check", check));
    return json;
  }
}
