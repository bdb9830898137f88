package io.daybook.books.privacy;

import io.daybook.books.Desks;
import io.daybook.books.PersonalAsks;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.PersonalAsk;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people asked of a book, and the messages that it is about. */
public final class Requests {
  /**
   * A request that is not done.
   *
   * @param ask what is asked; absent if the message names nobody
   * @param asked the same in words
   */
  public record Request(
      PersonalAsks.Open open,
      Message message,
      String source,
      String asked,
      Optional<PersonalAsk> ask) {}

  /** The messages of a connection's day. */
  record Place(ConnectionName connection, LocalDate day) {
    @Override
    public String toString() {
      return connection + "/" + day;
    }
  }

  private final InboxStore inbox;
  private final PersonalAsks asks;
  private final Connections connections;

  /** The requests of a book. */
  public Requests(Deployment deployment, Book book) {
    StateStore state = deployment.stores().state(book);
    this.inbox = deployment.stores().inbox(book);
    this.asks = new PersonalAsks(state);
    this.connections = new Connections(state, deployment.secrets());
  }

  /** Those that are not done; one whose message has expired is struck off. */
  public List<Request> open() {
    List<Request> open = new ArrayList<>();
    for (PersonalAsks.Open one : asks.open()) {
      Optional<Message> message = inbox.get(one.message());
      Optional<Platform> platform =
          connections
              .find(one.message().connection())
              .map(Connection::source)
              .flatMap(KnownPlatforms::find);
      if (message.isEmpty() || platform.isEmpty()) {
        asks.strike(one.message());
      } else {
        open.add(request(one, message.get(), platform.get()));
      }
    }
    return open;
  }

  private static Request request(PersonalAsks.Open open, Message message, Platform platform) {
    return new Request(
        open,
        message,
        platform.name(),
        platform.privacyRequest(message.topic()).orElse(message.topic()),
        platform.personalAsk(message.topic(), message.body().toArray()));
  }

  /** The messages that a request is about. */
  public List<Message> messages(Request request) {
    return places(request).stream().flatMap(place -> messages(request, place).stream()).toList();
  }

  /** Where messages of the same account may be, in order: it may have been connected under several names. */
  List<Place> places(Request request) {
    Optional<Connection> asked = connections.find(request.message().connection());
    return connections.all().stream()
        .filter(one -> asked.filter(a -> a.origin().equals(one.origin())).isPresent())
        .flatMap(one -> inbox.days(one.name()).stream().map(day -> new Place(one.name(), day)))
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  /** Those of one place; no request that is open, for who asks is forgotten last. */
  List<Message> messages(Request request, Place place) {
    Set<MessageId> open =
        asks.open().stream().map(PersonalAsks.Open::message).collect(Collectors.toSet());
    return inbox.day(place.connection(), place.day()).stream()
        .filter(message -> !open.contains(message.id()))
        .filter(message -> isMeant(request, message))
        .toList();
  }

  private static boolean isMeant(Request request, Message message) {
    return request
        .ask()
        .map(ask ->
            switch (ask) {
              case PersonalAsk.Show(PersonalAsk.Person person) -> new Mentions(person).in(message);
              case PersonalAsk.Erase(PersonalAsk.Person person) -> new Mentions(person).in(message);
              case PersonalAsk.EraseAll() -> true;
            })
        .orElse(false);
  }

  /** Where messages of platforms lie that were received before a day. */
  List<Place> before(LocalDate day) {
    return inbox.connections().stream()
        .filter(connection -> !Desks.isOwn(connection))
        .flatMap(connection ->
            inbox.days(connection).headSet(day).stream().map(old -> new Place(connection, old)))
        .toList();
  }
}
