package io.daybook.books.privacy;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.PersonalAsks;
import io.daybook.books.Platforms;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.items.MessageItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.sources.platform.PersonalAsk;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Does what people asked of a book, and erases raw messages whose time is up (decision 40). Each step may be done again: who
 * asks is forgotten last, and what was erased is not found a second time.
 */
public final class Erasure {
  /** How long a raw message is kept, as the cloud's expiry has it. */
  public static final Duration KEPT = MessageItem.KEPT;

  /** How long a request to see what is kept is itself kept: it names the person, and 30 days are the law's. */
  static final Duration TO_ANSWER = Duration.ofDays(28);

  /** The audit trail names this many messages at most. */
  private static final int NAMED = 10;

  /**
   * What was done.
   *
   * @param requests that are done, or of which people were told what is kept
   * @param erased messages that people asked to have erased
   * @param aged messages whose time was up
   * @param goesOn whether time did not suffice; the next run does the rest
   */
  public record Done(int requests, int erased, int aged, boolean goesOn) {}

  private final Deployment deployment;
  private final Book book;
  private final InboxStore inbox;
  private final Setbacks setbacks;
  private final PersonalAsks asks;
  private final Requests requests;
  private final Supplier<Bookkeeper> keepers;
  private int done;
  private int erased;

  /** The erasure of one book; for one run. */
  public Erasure(Deployment deployment, Book book) {
    StateStore state = deployment.stores().state(book);
    this.deployment = deployment;
    this.book = book;
    this.inbox = deployment.stores().inbox(book);
    this.setbacks = new Setbacks(state);
    this.asks = new PersonalAsks(state);
    this.requests = new Requests(deployment, book);
    this.keepers = Bookkeeper.again(deployment, new Platforms().sources(), book);
  }

  /**
   * Does what can be done.
   *
   * @param hasTime asked before each connection's day
   */
  public Done run(BooleanSupplier hasTime) {
    for (Requests.Request request : requests.open()) {
      if (request.ask().isPresent()) {
        serve(request, request.ask().get(), hasTime);
      }
    }
    int aged = age(hasTime);
    return new Done(done, erased, aged, !hasTime.getAsBoolean());
  }

  private void serve(Requests.Request request, PersonalAsk ask, BooleanSupplier hasTime) {
    switch (ask) {
      case PersonalAsk.Show _ -> show(request);
      case PersonalAsk.Erase _, PersonalAsk.EraseAll _ -> erase(request, hasTime);
    }
  }

  private void show(Requests.Request request) {
    switch (request.open().stage()) {
      case LOOKING -> {
        List<MessageId> found = requests.messages(request).stream().map(Message::id).toList();
        tell(request, "kept of the person: " + words(found));
        asks.reached(request.open(), PersonalAsks.Stage.TOLD, "");
        done++;
      }
      case TOLD -> {
        if (request.message().receivedAt().plus(TO_ANSWER).isBefore(deployment.clock().instant())) {
          forget(request);
        }
      }
    }
  }

  private void erase(Requests.Request request, BooleanSupplier hasTime) {
    List<MessageId> found = new ArrayList<>();
    int unposted = 0;
    String reached = request.open().place();
    boolean all = true;
    for (Requests.Place place : requests.places(request)) {
      if (place.toString().compareTo(request.open().place()) > 0) {
        if (!hasTime.getAsBoolean()) {
          all = false;
          break;
        }
        Bookkeeper keeper = keepers.get();
        for (Message message : requests.messages(request, place)) {
          // Its facts must be in the ledger before it goes.
          unposted += keeper.takeOrPassOver(message).setback().isPresent() ? 1 : 0;
          found.add(message.id());
        }
        reached = place.toString();
      }
    }
    // Told first: who dies in between does it again, and two lines are better than none.
    tell(
        request,
        "erased "
            + words(found)
            + (unposted == 0 ? "" : "; " + unposted + " of them were never understood")
            + (all ? "" : "; the rest follows"));
    erase(found);
    erased += found.size();
    if (all) {
      forget(request);
      done++;
    } else {
      asks.reached(request.open(), PersonalAsks.Stage.LOOKING, reached);
    }
  }

  /** Nothing can be done about an erased message any more: it is no exception either. */
  private void erase(List<MessageId> messages) {
    messages.forEach(message -> setbacks.record(message, Optional.empty()));
    inbox.erase(messages);
  }

  private void forget(Requests.Request request) {
    erase(List.of(request.message().id()));
    asks.strike(request.message().id());
  }

  private static String words(List<MessageId> messages) {
    String named =
        messages.stream().limit(NAMED).map(MessageId::toString).collect(Collectors.joining(", "));
    return messages.size()
        + (messages.size() == 1 ? " message" : " messages")
        + (messages.isEmpty() ? "" : ": " + named)
        + (messages.size() > NAMED ? " …" : "");
  }

  /** A line of the audit trail, through the inbox like any other. */
  private void tell(Requests.Request request, String what) {
    Instant now = deployment.clock().instant();
    Told line =
        new Told(
            Bookkeeper.own(book),
            new Reference(
                request.message().topic() + " " + request.message().id().digest() + " " + now),
            request.asked(),
            request.source(),
            what,
            now);
    InboxStore.Put _ =
        inbox.put(
            new Message(
                Desks.PEOPLE,
                now,
                Message.Via.PERSON,
                CanonicalSource.FACTS,
                Bytes.of(CanonicalSource.write(List.of(line)))));
  }

  /** What is parked or failed stays until somebody has seen to it, and requests until they are done. */
  private int age(BooleanSupplier hasTime) {
    LocalDate first = LocalDate.ofInstant(deployment.clock().instant().minus(KEPT), ZoneOffset.UTC);
    Set<String> waiting = setbacks.all().stream().map(Setback::message).collect(Collectors.toSet());
    asks.open().forEach(open -> waiting.add(open.message().toString()));
    int aged = 0;
    for (Requests.Place place : requests.before(first)) {
      if (!hasTime.getAsBoolean()) {
        return aged;
      }
      List<MessageId> old =
          inbox.day(place.connection(), place.day()).stream()
              .filter(message -> isRaw(message.via()))
              .map(Message::id)
              .filter(id -> !waiting.contains(id.toString()))
              .toList();
      inbox.erase(old);
      aged += old.size();
    }
    return aged;
  }

  /** What platforms said; people's files and acts are theirs. */
  private static boolean isRaw(Message.Via via) {
    return switch (via) {
      case WEBHOOK, PULL -> true;
      case PERSON, RECONCILE -> false;
    };
  }
}
