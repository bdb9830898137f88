package io.daybook.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.intake.ConnectionStates;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Counters;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.OperationsView;
import io.daybook.portal.page.OperationsView.BookHealth;
import io.daybook.portal.page.OperationsView.ConnectionHealth;
import io.daybook.portal.page.OperationsView.SetbackRow;
import io.daybook.portal.page.OperationsView.SweepHealth;
import io.daybook.portal.page.Words;
import io.daybook.reconciliation.Lease;
import io.daybook.reconciliation.Reconciler;
import io.daybook.sources.Sources;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What the operations page shows: of messages their place, topic and time, never what they say. */
final class OperationsPages {
  /** As many setbacks of a book as one looks through; the command lists them all. */
  static final int SETBACKS = 50;

  /** A webhook that waits longer than this is worth a look. */
  static final Duration PROMPT = Duration.ofMinutes(2);

  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final Deployment deployment;
  private final Sources sources;
  private final Instant now;

  OperationsPages(Deployment deployment, Sources sources) {
    this.deployment = deployment;
    this.sources = sources;
    this.now = deployment.clock().instant();
  }

  OperationsView view(SignedIn who, Optional<String> asked) {
    return new OperationsView(
        Words.time(now),
        asked,
        who.session().formKey(),
        who.session().grant().allBooks()
            ? Optional.of("/operations/shopify-app")
            : Optional.empty(),
        who.books().stream().map(this::health).toList());
  }

  private BookHealth health(Book book) {
    StateStore state = deployment.stores().state(book);
    List<Setback> setbacks = new Setbacks(state).all();
    Waiting waiting =
        new Waiting(
            deployment,
            book,
            sources,
            setbacks.stream().map(Setback::message).collect(Collectors.toSet()));
    List<Optional<Receipt>> oldest = new ArrayList<>();
    List<ConnectionHealth> connections = new ArrayList<>();
    for (ConnectionStates.State connection : new ConnectionStates(deployment).of(book)) {
      Days days = days(book, connection.connection());
      Optional<Receipt> waits = waiting.oldest(connection.connection(), days.recent());
      oldest.add(waits);
      connections.add(health(connection, days, waits));
    }
    Map<Setback.Kind, Long> counts =
        setbacks.stream().collect(Collectors.groupingBy(Setback::kind, Collectors.counting()));
    return new BookHealth(
        book.name(),
        new Paths(book).overview(),
        new Paths(book).connections(),
        new Paths(book).replay(),
        today().minusDays(1).toString(),
        lag(oldest.stream().flatMap(Optional::stream)),
        reconciled(state),
        Words.count(state.counted(Counters.REFUSED)),
        Words.count(state.counted(Counters.DUPLICATES)),
        Words.count(counts.getOrDefault(Setback.Kind.FAILED, 0L)),
        Words.count(counts.getOrDefault(Setback.Kind.PARKED, 0L)),
        connections,
        setbacks.stream()
            .sorted(NEWEST_FIRST)
            .limit(SETBACKS)
            .map(setback -> row(book, setback))
            .toList(),
        Math.max(0, setbacks.size() - SETBACKS));
  }

  /** What came lately: today and the day before, or, if nothing did, on the last day on which something did. */
  private record Days(List<Receipt> recent, Optional<Instant> last, long today) {}

  private Days days(Book book, Connection connection) {
    InboxStore inbox = deployment.stores().inbox(book);
    SortedSet<LocalDate> days = inbox.days(connection.name());
    LocalDate yesterday = today().minusDays(1);
    List<Receipt> receipts = new ArrayList<>();
    for (LocalDate day : days.tailSet(yesterday)) {
      receipts.addAll(inbox.receipts(connection.name(), day));
    }
    if (receipts.isEmpty() && !days.isEmpty()) {
      receipts.addAll(inbox.receipts(connection.name(), days.last()));
    }
    return new Days(
        receipts,
        receipts.stream().map(Receipt::receivedAt).max(Comparator.naturalOrder()),
        receipts.stream().filter(receipt -> receipt.message().day().equals(today())).count());
  }

  private ConnectionHealth health(
      ConnectionStates.State state, Days days, Optional<Receipt> waits) {
    return new ConnectionHealth(
        state.connection().name().value(),
        state.connection().source(),
        ConnectionBadge.of(state, ZoneOffset.UTC, now),
        days.last().map(Words::time),
        days.last().map(at -> Words.span(Duration.between(at, now)) + " ago").orElse(""),
        Words.count(days.today()),
        lag(waits.stream()),
        state.sweeps().entrySet().stream()
            .map(sweep ->
                new SweepHealth(
                    sweep.getKey(), SweepWords.age(sweep.getKey(), sweep.getValue(), now)))
            .toList());
  }

  private Badge lag(java.util.stream.Stream<Receipt> waiting) {
    return waiting
        .map(Receipt::receivedAt)
        .min(Comparator.naturalOrder())
        .map(at -> Duration.between(at, now))
        .map(lag ->
            new Badge(
                "since " + Words.span(lag),
                lag.compareTo(PROMPT) > 0 ? Badge.Tone.BAD : Badge.Tone.WAITING))
        .orElseGet(() -> new Badge("nothing", Badge.Tone.GOOD));
  }

  /** A run's lease ends with the run, or, should it be killed, when its time is up. */
  private String reconciled(StateStore state) {
    return state
        .get(Kind.LEASE, Reconciler.LEASE)
        .map(OperationsPages::held)
        .map(held ->
            held.until().isAfter(now)
                ? "running"
                : Words.span(Duration.between(held.until(), now)) + " ago")
        .orElse("never");
  }

  private static Lease.Held held(StateStore.Item item) {
    try {
      return MAPPER.readValue(item.json(), Lease.Held.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lease " + item.id() + " cannot be read", e);
    }
  }

  private SetbackRow row(Book book, Setback setback) {
    Optional<MessageId> id = MessageIds.parse(setback.message());
    String receivedAt =
        id.flatMap(deployment.stores().inbox(book)::get)
            .map(message -> Words.time(message.receivedAt()).words())
            .or(() -> id.map(known -> Words.day(known.day())))
            .orElse("");
    return new SetbackRow(
        setback.message(),
        "replay-" + id.map(MessageId::digest).orElse(""),
        switch (setback.kind()) {
          case PARKED -> new Badge("parked", Badge.Tone.WAITING);
          case FAILED -> new Badge("failed", Badge.Tone.BAD);
        },
        id.map(known -> known.connection().value()).orElse(""),
        setback.topic(),
        receivedAt,
        Words.sentence(setback.reason()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static final Comparator<Setback> NEWEST_FIRST =
      Comparator.comparing((Setback setback) ->
              MessageIds.parse(setback.message()).map(MessageId::day).orElse(LocalDate.MIN))
          .reversed()
          .thenComparing(Setback::message);
}
