package io.daybook.books;

import io.daybook.events.Origin;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.sources.Source;
import io.daybook.sources.Sources;
import io.daybook.sources.Translation;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the language of a kept message and has it translated. */
final class Interpreter {
  private final Sources sources;
  private final Connections connections;
  private final Origin own;

  /** Read once: an interpreter serves one piece of work. */
  private final Map<ConnectionName, Optional<Connection>> found = new HashMap<>();

  /**
   * An interpreter for one book.
   *
   * @param own the origin of the hub's own facts in this book
   */
  Interpreter(Sources sources, Connections connections, Origin own) {
    this.sources = sources;
    this.connections = connections;
    this.own = own;
  }

  Interpretation interpret(Message message) {
    if (Desks.isOwn(message.connection())) {
      return Interpretation.of(List.of(translate("daybook", own, message.topic(), message.body())));
    }
    Optional<Connection> connection =
        found.computeIfAbsent(message.connection(), connections::find);
    if (connection.isEmpty()) {
      return Interpretation.of(
          List.of(new Translation.Unknown("the connection " + message.connection() + " is gone")));
    }
    String source = connection.get().source();
    Origin origin = connection.get().origin();
    if (!message.topic().startsWith(PulledObjects.TOPIC)) {
      Interpretation told =
          Interpretation.of(List.of(translate(source, origin, message.topic(), message.body())));
      return told.with(PrivacyRequests.of(message, source, own));
    }
    List<Translation> translations = new ArrayList<>();
    try {
      for (Bytes object : PulledObjects.split(message.body())) {
        translations.add(translate(source, origin, message.topic(), object));
      }
    } catch (IOException notJson) {
      translations.add(new Translation.Malformed("objects", "a JSON list of pulled objects"));
    }
    return Interpretation.of(translations);
  }

  /** The object that a message only announces, if it does. */
  Optional<String> announced(Message message) {
    if (message.via() != Message.Via.WEBHOOK || Desks.isOwn(message.connection())) {
      return Optional.empty();
    }
    return found
        .computeIfAbsent(message.connection(), connections::find)
        .flatMap(connection -> sources.find(connection.source()))
        .flatMap(source -> source.announced(message.topic(), message.body().toArray()));
  }

  private Translation translate(String source, Origin origin, String topic, Bytes body) {
    Optional<Source> language = sources.find(source);
    return language.isEmpty()
        ? new Translation.Unknown("no source is called " + source)
        : language.get().translate(topic, body.toArray(), origin);
  }
}
