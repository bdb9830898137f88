package io.daybook.books;

import io.daybook.catalogue.Metric;
import io.daybook.events.Fact;
import io.daybook.intake.ConcurrentChange;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepSeen;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.notices.Missed;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Source;
import io.daybook.sources.Translation;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Sweeps one resource of one connection, a page at a time: keeps what tells the ledger something new, as messages of at
 * most {@value PulledObjects#MAX} objects, and saves its cursor after each page.
 */
final class Sweeper {
  /** Who wants a sweep. */
  enum Asked {
    /** The schedule: it comes again, and need not look at everything each time. */
    BY_CLOCK,
    /** A person, or a program of theirs. */
    BY_HAND
  }

  /** What a trouble concerns. */
  enum Whose {
    /** One resource, such as a scope that is missing. */
    RESOURCE,
    /** The connection: nobody answers, or the token is not believed. */
    CONNECTION
  }

  /** What a sweep of a page came to. */
  sealed interface Step {
    /** Another page is to come. */
    record More(int seen, int missed, List<MessageId> kept) implements Step {}

    /** The window is swept. */
    record Done(int seen, int missed, List<MessageId> kept) implements Step {}

    /** The platform prepares the answer; meanwhile other things may be swept. */
    record Later(String words, Duration pause) implements Step {}

    /** The platform asks to wait. */
    record Wait(Duration pause) implements Step {}

    /**
     * The platform refuses or does not answer: said to a person, tried again with the next sweep.
     *
     * @param whose whether the trouble is this resource's alone
     */
    record Stopped(String reason, Whose whose) implements Step {}
  }

  /** How long before the cut-over a first sweep begins: orders placed before it may ship after it. */
  static final Duration CONTEXT = Duration.ofDays(60);

  /** How far a sweep reaches back into what the sweep before saw: what a platform lists is some minutes behind. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  /** The same for the first sweep of a day (UTC), which finds what came to be listed later still (decision 13). */
  private static final Duration DAILY_OVERLAP = Duration.ofHours(26);

  /** The same for what is listed by creation and changes later: a payout's status, a dispute's. */
  private static final Duration LONG_OVERLAP = Duration.ofDays(21);

  /** The same for reports: their data is complete a day later, and a payout comes under the day of its arrival. */
  private static final Duration REPORT_OVERLAP = Duration.ofDays(3);

  private static final int MAX_TRIES = 10;
  private static final int UNAUTHORISED = 401;

  /**
   * What of a page was kept.
   *
   * @param missed how many objects of it a webhook should have told
   */
  private record Kept(int missed, List<MessageId> messages) {}

  private final Deployment deployment;
  private final Book book;
  private final Connection connection;
  private final Source source;
  private final Retriever retriever;
  private final Endpoint endpoint;
  private final Bookkeeper keeper;

  Sweeper(
      Deployment deployment,
      Book book,
      Connection connection,
      Source source,
      Retriever retriever,
      Endpoint endpoint,
      Bookkeeper keeper) {
    this.deployment = deployment;
    this.book = book;
    this.connection = connection;
    this.source = source;
    this.retriever = retriever;
    this.endpoint = endpoint;
    this.keeper = keeper;
  }

  /**
   * Begins a new window, unless one is still running, or the resource is not due yet.
   *
   * @param first from when on, if the resource was never swept
   */
  void begin(String resource, Instant first, Asked asked) {
    keeper.readAgain();
    StateStore state = deployment.stores().state(book);
    Instant now = deployment.clock().instant();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Sweep> before = Sweep.find(state, connection.name(), resource);
      Optional<Sweep.Window> running = before.flatMap(Sweep::running);
      if (running.isPresent()) {
        return;
      }
      if ((asked == Asked.BY_CLOCK || Sweep.isReport(resource))
          && before
              .map(Sweep::sweptTo)
              .filter(now.minus(Sweep.every(resource))::isBefore)
              .isPresent()) {
        return;
      }
      Sweep next = next(resource, before, first, Optional.empty(), now);
      if (next.save(state, connection.name(), resource, before)) {
        return;
      }
    }
    throw new ConcurrentChange("the sweep of " + connection.name() + "/" + resource);
  }

  /**
   * Begins a backfill of all resources, in one write: killed before it, nothing has begun; killed after it, any later sweep
   * goes on with it, whoever asks. What is being swept from as early on already is not begun anew: what a platform prepares
   * for it is not asked for twice.
   */
  void backfill(List<String> resources, Instant first, Instant from) {
    StateStore state = deployment.stores().state(book);
    Instant now = deployment.clock().instant();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      List<StateStore.Write> writes = new ArrayList<>();
      int underWay = 0;
      for (String resource : resources) {
        Optional<Sweep> before = Sweep.find(state, connection.name(), resource);
        if (before.flatMap(Sweep::running).filter(one -> !one.from().isAfter(from)).isPresent()) {
          underWay++;
          continue;
        }
        next(resource, before, first, Optional.of(from), now)
            .writing(state, connection.name(), resource, before)
            .ifPresent(writes::add);
      }
      if (writes.size() + underWay == resources.size()
          && (writes.isEmpty() || state.putAll(writes))) {
        return;
      }
    }
    throw new ConcurrentChange("the sweeps of " + connection.name());
  }

  private Sweep next(
      String resource, Optional<Sweep> before, Instant first, Optional<Instant> from, Instant now) {
    Instant due =
        before
            .flatMap(Sweep::running)
            .map(Sweep.Window::from)
            .or(() ->
                before.map(done -> done.sweptTo().minus(overlap(resource, done.sweptTo(), now))))
            .orElse(first);
    // A backfill that begins later than what is due leaves no hole: it begins with what is due.
    Instant begin = from.filter(wanted -> wanted.isBefore(due) || before.isEmpty()).orElse(due);
    return new Sweep(
        before.map(Sweep::sweptTo).orElse(begin),
        Optional.of(new Sweep.Window(begin, now, Optional.empty())));
  }

  /** Sweeps the next page of the running window. */
  Step step(String resource) {
    StateStore state = deployment.stores().state(book);
    Optional<Sweep> sweep = Sweep.find(state, connection.name(), resource);
    Optional<Sweep.Window> running = sweep.flatMap(Sweep::running);
    if (sweep.isEmpty() || running.isEmpty()) {
      return new Step.Done(0, 0, List.of());
    }
    Sweep.Window window = running.get();
    Fetched fetched =
        retriever.fetch(
            endpoint, new Request(resource, window.from(), window.to(), window.cursor()));
    return switch (fetched) {
      case Fetched.Page page -> {
        Kept kept = keep(page.objects());
        Sweep after =
            page.next().isPresent()
                ? new Sweep(
                    sweep.get().sweptTo(),
                    Optional.of(new Sweep.Window(window.from(), window.to(), page.next())))
                : new Sweep(window.to(), Optional.empty());
        boolean saved = after.save(state, connection.name(), resource, sweep);
        if (saved && (page.next().isPresent() || window.cursor().isPresent())) {
          SweepSeen.count(
              state,
              connection.name(),
              resource,
              window,
              page.objects().size(),
              deployment.clock().instant());
        }
        yield page.next().isPresent() || !saved
            ? new Step.More(page.objects().size(), kept.missed(), kept.messages())
            : new Step.Done(page.objects().size(), kept.missed(), kept.messages());
      }
      case Fetched.Preparing preparing -> new Step.Later(preparing.words(), preparing.pause());
      case Fetched.Throttled throttled -> new Step.Wait(throttled.pause());
      case Fetched.Refused refused ->
          new Step.Stopped(
              "refused with " + refused.status() + ": " + refused.reason(),
              refused.status() == UNAUTHORISED ? Whose.CONNECTION : Whose.RESOURCE);
      case Fetched.Unavailable unavailable ->
          new Step.Stopped(unavailable.reason(), Whose.CONNECTION);
    };
  }

  private static Duration overlap(String resource, Instant sweptTo, Instant now) {
    if (Sweep.isReport(resource)) {
      return REPORT_OVERLAP;
    }
    if (Sweep.changesLater(resource)) {
      return LONG_OVERLAP;
    }
    boolean sameDay = sweptTo.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return sameDay ? OVERLAP : DAILY_OVERLAP;
  }

  private Kept keep(List<Fetched.PulledObject> objects) {
    Map<String, List<Bytes>> newByTopic = new LinkedHashMap<>();
    List<String> missed = new ArrayList<>();
    Instant now = deployment.clock().instant();
    Supplier<Set<String>> announced = announced();
    for (Fetched.PulledObject object : objects) {
      List<Fact> news = new ArrayList<>();
      if (tellsSomething(object, news)) {
        newByTopic.computeIfAbsent(object.topic(), _ -> new ArrayList<>()).add(object.json());
      }
      PushedFacts.missed(connection, news, now)
          .filter(_ -> news.stream().noneMatch(fact -> announced.get().contains(fact.key().id())))
          .ifPresent(missed::add);
    }
    // Counted before they are kept: once kept, they are known and would never be counted.
    int counted = count(missed, now);
    List<MessageId> kept = new ArrayList<>();
    newByTopic.forEach((topic, texts) -> {
      for (int start = 0; start < texts.size(); start += PulledObjects.MAX) {
        kept.add(
            put(topic, texts.subList(start, Math.min(start + PulledObjects.MAX, texts.size()))));
      }
    });
    return new Kept(counted, kept);
  }

  /** Read once a page, and only where something seems to be missed. */
  private Supplier<Set<String>> announced() {
    AtomicReference<Optional<Set<String>>> read = new AtomicReference<>(Optional.empty());
    return () -> {
      if (read.get().isEmpty()) {
        read.set(Optional.of(new Announced(deployment.stores().state(book)).of(connection.name())));
      }
      return read.get().orElseThrow();
    };
  }

  private int count(List<String> missed, Instant now) {
    int counted =
        new Missed(deployment.stores().state(book))
            .count(connection.name(), LocalDate.ofInstant(now, ZoneOffset.UTC), missed);
    if (counted > 0) {
      deployment.telemetry().record(Metric.MISSED.title(), counted);
    }
    return counted;
  }

  /**
   * What is not understood is kept as well: parked and visible, never dropped.
   *
   * @param news gets the facts that the ledger does not know
   */
  private boolean tellsSomething(Fetched.PulledObject object, List<Fact> news) {
    return switch (source.translate(object.topic(), object.json().toArray(), connection.origin())) {
      case Translation.Facts facts -> {
        facts.facts().stream().filter(fact -> !keeper.knows(List.of(fact))).forEach(news::add);
        yield !news.isEmpty();
      }
      case Translation.Unknown _, Translation.Malformed _ -> true;
    };
  }

  private MessageId put(String topic, List<Bytes> texts) {
    Message message =
        new Message(
            connection.name(),
            deployment.clock().instant(),
            Message.Via.PULL,
            topic,
            PulledObjects.join(texts));
    InboxStore.Put _ = deployment.stores().inbox(book).put(message);
    return message.id();
  }
}
