package io.daybook.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.Bookkeeper;
import io.daybook.books.Platforms;
import io.daybook.books.ReconcileFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.events.Fact;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.Step;
import io.daybook.ledger.Stores;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.posting.Routing;
import io.daybook.sources.Sources;
import io.daybook.sources.Translation;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds one book after a load against what must be in it: every accepted message kept and posted, none posted twice,
 * nothing kept that was not sent, and the balances that the same messages give when one reads them quietly, one after the
 * other, into an empty book in memory.
 */
public final class Verdict {
  /**
   * What came of it.
   *
   * @param entries in the ledger
   * @param expectedEntries of the quiet run; a rush may lead to the same balances in fewer or more
   * @param subjects that learnt something
   * @param broken what is wrong, in words
   */
  public record Judged(int entries, int expectedEntries, int subjects, List<String> broken) {
    /** Copies the list. */
    public Judged {
      broken = List.copyOf(broken);
    }
  }

  private static final int MAX_WORDS = 20;
  private static final int MAX_ROUNDS = 10;

  private final Deployment hub;
  private final Book book;
  private final Sources sources = new Platforms().sources();
  private final Set<String> broken = new LinkedHashSet<>();

  /** A verdict on a book of a hub that nobody serves at the moment. */
  public Verdict(Deployment hub, Book book) {
    this.hub = hub;
    this.book = book;
  }

  /**
   * Judges.
   *
   * @param accepted what the hub promised to keep
   * @param genuine everything that was sent with the right signature, whether or not it was accepted
   */
  public Judged judge(List<Message> accepted, List<Message> genuine) {
    List<Message> kept = kept();
    requireKept(accepted, kept);
    requireSent(genuine, kept);
    Set<SubjectId> subjects = requirePosted(kept);
    Stores quiet = postQuietly(kept);
    LedgerStore ledger = hub.stores().ledger(book);
    subjects.forEach(subject -> requireOnce(ledger.read(subject)));
    compare(balances(quiet.ledger(book)), balances(ledger));
    compareSetbacks(quiet);
    return new Judged(
        entries(ledger),
        entries(quiet.ledger(book)),
        subjects.size(),
        broken.stream().limit(MAX_WORDS).toList());
  }

  /** Everything that the inbox holds, in the order in which it came. */
  private List<Message> kept() {
    InboxStore inbox = hub.stores().inbox(book);
    List<Message> kept = new ArrayList<>();
    for (ConnectionName connection : inbox.connections()) {
      for (LocalDate day : inbox.days(connection)) {
        kept.addAll(inbox.day(connection, day));
      }
    }
    kept.sort(Comparator.comparing(Message::receivedAt).thenComparing(one -> one.id().toString()));
    return kept;
  }

  /** What makes a message the same, whenever it came. */
  private record Content(ConnectionName connection, String topic, Bytes body) {
    static Content of(Message message) {
      return new Content(message.connection(), message.topic(), message.body());
    }
  }

  private static Set<Content> contents(List<Message> messages) {
    Set<Content> contents = new HashSet<>();
    messages.forEach(message -> contents.add(Content.of(message)));
    return contents;
  }

  private void requireKept(List<Message> accepted, List<Message> kept) {
    Set<Content> contents = contents(kept);
    for (Message message : accepted) {
      if (!contents.contains(Content.of(message))) {
        broken.add(book + ": accepted and not in the inbox: " + message.id());
      }
    }
  }

  private void requireSent(List<Message> genuine, List<Message> kept) {
    Set<Content> contents = contents(genuine);
    for (Message message : kept) {
      if (message.via() == Message.Via.WEBHOOK && !contents.contains(Content.of(message))) {
        broken.add(book + ": kept, and nobody sent it with the right signature: " + message.id());
      }
    }
  }

  /** Every fact of every kept message is known to every subject that it concerns; returns those subjects. */
  private Set<SubjectId> requirePosted(List<Message> kept) {
    Connections connections = new Connections(hub.stores().state(book), hub.secrets());
    LedgerStore ledger = hub.stores().ledger(book);
    Map<SubjectId, List<Fact>> told = new HashMap<>();
    for (Message message : kept) {
      if (message.via() == Message.Via.WEBHOOK) {
        var connection = connections.find(message.connection()).orElseThrow();
        Translation translation =
            sources
                .find(connection.source())
                .orElseThrow()
                .translate(message.topic(), message.body().toArray(), connection.origin());
        if (translation instanceof Translation.Facts facts) {
          for (Fact fact : facts.facts()) {
            Routing.subjects(fact)
                .forEach(
                    subject -> told.computeIfAbsent(subject, _ -> new ArrayList<>()).add(fact));
          }
        }
      }
    }
    told.forEach((subject, facts) -> {
      var known = io.daybook.posting.requirement.Facts.in(ledger.read(subject));
      for (Fact fact : facts) {
        if (!known.know(fact)) {
          broken.add(book + ": kept and not posted: " + fact.key() + " of " + subject);
        }
      }
    });
    return told.keySet();
  }

  /** The same messages into an empty book of the same connections and rules. */
  private Stores postQuietly(List<Message> kept) {
    Stores memory = new MemoryStores(hub.clock());
    StateStore from = hub.stores().state(book);
    StateStore into = memory.state(book);
    for (Kind kind : List.of(Kind.CONNECTION, Kind.RULES)) {
      for (StateStore.Item item : from.list(kind)) {
        if (!into.put(new StateStore.Write(kind, item.id(), 0, item.json()))) {
          throw new IllegalStateException(kind + " " + item.id() + " is there twice");
        }
      }
    }
    Deployment deployment =
        new Deployment(memory, hub.secrets(), hub.statements(), hub.images(), hub.clock());
    Bookkeeper keeper = new Bookkeeper(deployment, sources, book);
    kept.stream()
        .filter(message -> message.via() != Message.Via.RECONCILE)
        .forEach(keeper::takeOrPassOver);
    reconcile(deployment, keeper);
    return memory;
  }

  /** What reconciliation finds it finds again by itself. */
  private void reconcile(Deployment deployment, Bookkeeper keeper) {
    LocalFunction reconcile =
        new LocalFunction(
            Catalogue.RECONCILE, new ReconcileFunction(deployment), deployment.clock());
    InboxStore inbox = deployment.stores().inbox(book);
    byte[] event = ("{\"book\":\"" + book + "\"}").getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      JsonNode told;
      try {
        told = new ObjectMapper().readTree(reconcile.invoke(event)).path("kept");
      } catch (IOException e) {
        throw new UncheckedIOException("reconcile answered what is no JSON", e);
      }
      if (told.isEmpty()) {
        return;
      }
      for (JsonNode id : told) {
        String[] parts = id.asText().split("/", 3);
        MessageId message =
            new MessageId(new ConnectionName(parts[0]), LocalDate.parse(parts[1]), parts[2]);
        inbox.get(message).ifPresent(keeper::takeOrPassOver);
      }
    }
    throw new IllegalStateException("reconciliation of " + book + " comes to no end");
  }

  private void requireOnce(List<Step> log) {
    Set<Fact> learnt = new HashSet<>();
    for (Step step : log) {
      for (Fact fact : step.facts()) {
        if (!learnt.add(fact)) {
          broken.add(book + ": learnt twice: " + fact.key() + " by " + step.subject());
        }
      }
    }
  }

  private void compare(Map<String, Long> expected, Map<String, Long> actual) {
    Set<String> places = new TreeSet<>(expected.keySet());
    places.addAll(actual.keySet());
    for (String place : places) {
      long is = actual.getOrDefault(place, 0L);
      long right = expected.getOrDefault(place, 0L);
      if (is != right) {
        broken.add(book + ": " + place + " is " + is + ", expected " + right);
      }
    }
    long sum = actual.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (sum != 0) {
      broken.add(book + ": all accounts together are " + sum + ", expected 0");
    }
  }

  /** By subject, account, reference, currency and day; these books have one currency. */
  private static Map<String, Long> balances(LedgerStore ledger) {
    Map<String, Long> balances = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      for (Step step : ledger.day(day, Optional.empty())) {
        step.entry()
            .orElseThrow()
            .legs()
            .forEach(leg ->
                balances.merge(
                    step.subject()
                        + " "
                        + leg.account()
                        + " "
                        + leg.reference()
                        + " "
                        + leg.currency()
                        + " "
                        + day,
                    leg.minor(),
                    Math::addExact));
      }
    }
    balances.values().removeIf(minor -> minor == 0);
    return balances;
  }

  /** What the platform sends and this version parks is parked in a rush as well, and nothing else is. */
  private void compareSetbacks(Stores quiet) {
    Set<Setback> expected = Set.copyOf(new Setbacks(quiet.state(book)).all());
    for (Setback setback : new Setbacks(hub.stores().state(book)).all()) {
      if (!expected.contains(setback)) {
        broken.add(book + ": not posted: " + setback.message() + ", " + setback.reason());
      }
    }
  }

  private static int entries(LedgerStore ledger) {
    int entries = 0;
    for (LocalDate day : ledger.days()) {
      entries += ledger.day(day, Optional.empty()).size();
    }
    return entries;
  }
}
