package io.daybook.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.Book;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubLog;
import io.daybook.local.hub.StoreKind;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all verbs share: the hub's folder, words or JSON. */
abstract class Verb implements Callable<Integer> {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The hub's folder (default: ./daybook-data; the demo's: a new temporary one).")
  @Nullable Path data;

  @Option(
      names = "--store",
      paramLabel = "S",
      description =
          "Where the hub keeps its data: ${COMPLETION-CANDIDATES} (default: as it was made).")
  @Nullable StoreKind store;

  @Option(names = "--json", description = "Print JSON for scripts.")
  boolean json;

  @Spec @Nullable CommandSpec spec;

  /** Does the work on an open hub. */
  abstract Report run(Hub hub) throws Exception;

  @Override
  public Integer call() throws Exception {
    HubFolder folder = folder();
    HubLog.into(folder);
    try (Hub hub = Hub.open(folder, Optional.ofNullable(store))) {
      Report report = run(hub);
      print(report);
      return report.code();
    }
  }

  /** The hub's folder; a mistyped one is not made by verbs that need a hub. */
  private HubFolder folder() throws Complaint {
    Path path = dataOrDefault();
    if (!Files.isDirectory(path) && !makesHub()) {
      throw new Complaint(
          "There is no hub in "
              + path
              + ". Name its folder with --data; './daybook connect' makes a new one.");
    }
    return HubFolder.open(path);
  }

  /** Whether the verb makes a hub where there is none. */
  boolean makesHub() {
    return false;
  }

  final Path dataOrDefault() {
    return Optional.ofNullable(data).orElse(Path.of("daybook-data"));
  }

  final void print(Report report) throws JsonProcessingException {
    PrintWriter out = out();
    out.println(
        json
            ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report.json())
            : report.words());
    out.flush();
  }

  /** Whether anybody would see progress. */
  final Progress.Audience audience() {
    return json ? Progress.Audience.SCRIPT : Progress.Audience.PERSON;
  }

  final PrintWriter out() {
    CommandSpec set = spec;
    if (set == null) {
      throw new IllegalStateException("picocli sets the spec before it calls a verb");
    }
    return set.commandLine().getOut();
  }

  /** The book that is meant: the one named, or the only one there is. */
  static Book book(Hub hub, @Nullable String named) throws Complaint {
    List<Book> books = List.copyOf(hub.deployment().stores().books());
    if (named != null) {
      Book book = parseBook(named);
      if (!books.contains(book)) {
        throw new Complaint(
            "There is no book '" + named + "' in " + hub.folder().path() + ". " + known(books));
      }
      return book;
    }
    if (books.size() == 1) {
      return books.getFirst();
    }
    throw new Complaint("Which book? Name it with --book. " + known(books));
  }

  static Book parseBook(String name) throws Complaint {
    try {
      return new Book(name);
    } catch (IllegalArgumentException e) {
      throw new Complaint("The " + e.getMessage() + ".");
    }
  }

  private static String known(List<Book> books) {
    return books.isEmpty()
        ? "It has none yet: './daybook connect' makes one."
        : "It has: " + String.join(", ", books.stream().map(Book::name).toList()) + ".";
  }
}
