package io.daybook.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.catalogue.Catalogue;
import io.daybook.ledger.Book;
import io.daybook.storage.deployment.Deployment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Asks for messages to be posted again, and says that it was asked. */
final class Replays {
  private static final Logger LOG = System.getLogger("io.daybook.portal");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DONE = "asked";

  private final Deployment deployment;

  Replays(Deployment deployment) {
    this.deployment = deployment;
  }

  /** Hands the function the one message or the first day that the form names; empty if it names neither. */
  Optional<HttpAnswer> ask(Book book, HttpRequest request) {
    Map<String, String> form = request.form();
    Optional<Map<String, String>> event =
        Optional.ofNullable(form.get("message"))
            .flatMap(MessageIds::parse)
            .map(message -> Map.of("book", book.name(), "message", message.toString()))
            .or(() ->
                Optional.ofNullable(form.get("from"))
                    .flatMap(Replays::day)
                    .map(day -> Map.of("book", book.name(), "from", day.toString())));
    return event.map(named -> {
      deployment.functions().invoke(Catalogue.REPLAY.name(), write(named));
      LOG.log(Level.INFO, "replay asked for: " + named);
      String what = named.containsKey("message") ? "message" : "day";
      return HttpAnswer.seeOther("/operations?" + DONE + "=" + what);
    });
  }

  /** What the page says after it was asked. */
  Optional<String> asked(HttpRequest request) {
    return request
        .query(DONE)
        .flatMap(what ->
            switch (what) {
              case "message" ->
                  Optional.of("Asked for: the message is posted again within a minute or so.");
              case "day" ->
                  Optional.of("Asked for: the messages are posted again, which can take minutes.");
              default -> Optional.empty();
            });
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static String write(Map<String, String> event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words cannot fail to be written", e);
    }
  }
}
