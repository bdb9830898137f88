package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.channel.HubChannels;
import io.daybook.catalogue.Metric;
import io.daybook.ledger.Book;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.notices.Channels;
import io.daybook.notices.Notice;
import io.daybook.notices.NoticeKind;
import io.daybook.notices.Teller;
import io.daybook.notices.Telling;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Tells people what needs them. The event may name a {@code book}; with {@code "test": true} each place of that book gets
 * a letter that says nothing else, and {@code "kind"} narrows that to the places of one kind. Answers with what was told
 * and what could not be sent. A book that fails does not keep the others from being told.
 */
public final class NotifyFunction implements RequestStreamHandler {
  /** A letter takes ten seconds at most, and noting it a few. */
  static final int MIN_MILLIS_LEFT = 15_000;

  /** Where the portal is, without a stroke at the end; without it, notices name paths. */
  private static final String PORTAL = "DAYBOOK_PORTAL_URL";

  private static final Logger LOG = System.getLogger("io.daybook.notify");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What was told of in a book. */
  private record Told(String book, List<Telling.Arrived> told, List<Telling.Unsent> unsent) {}

  private record Answer(List<Told> books, List<String> failed) {}

  private final Deployment deployment;
  private final Channels channels;
  private final String portal;
  private final RandomGenerator chance = new SecureRandom();

  /** As Lambda creates it: from its environment. */
  public NotifyFunction() {
    this(Deployment.fromEnvironment(System.getenv()), System.getenv());
  }

  private NotifyFunction(Deployment deployment, Map<String, String> environment) {
    this(
        deployment,
        HubChannels.cloud(environment, deployment),
        Optional.ofNullable(environment.get(PORTAL)).orElse(""));
  }

  /**
   * On a deployment of one's own.
   *
   * @param portal the portal's address, or empty
   */
  public NotifyFunction(Deployment deployment, Channels channels, String portal) {
    this.deployment = deployment;
    this.channels = channels;
    this.portal = portal;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = MAPPER.readTree(input);
    Optional<String> only =
        Optional.of(event.path("book")).filter(JsonNode::isTextual).map(JsonNode::asText);
    List<Told> books = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    long silent = 0;
    for (Book book : deployment.stores().books()) {
      if (only.map(book.name()::equals).orElse(true)) {
        try {
          silent += tell(book, event, context, books);
        } catch (RuntimeException broken) {
          LOG.log(Level.ERROR, "book " + book + " could not be looked at, comes again", broken);
          failed.add(book.name());
        }
      }
    }
    if (only.isEmpty()) {
      measure(silent, books);
    }
    MAPPER.writeValue(output, new Answer(books, failed));
  }

  /** Returns how many connections are silent. */
  private long tell(Book book, JsonNode event, Context context, List<Told> books) {
    StateStore state = deployment.stores().state(book);
    Optional<Rules> rules = new RulesVersions(state).current();
    if (rules.isEmpty()) {
      return 0;
    }
    Teller teller =
        new Teller(state, channels, deployment.clock(), rules.get().zone(), portal, chance);
    if (event.path("test").asBoolean()) {
      Telling test = teller.test(kinds(event));
      books.add(new Told(book.name(), test.told(), test.unsent()));
      return 0;
    }
    List<Notice> found =
        new Concerns(state, deployment.stores().ledger(book))
            .find(rules.get(), deployment.clock().instant());
    Telling telling =
        teller.tell(found, () -> context.getRemainingTimeInMillis() > MIN_MILLIS_LEFT);
    books.add(new Told(book.name(), telling.told(), telling.unsent()));
    return found.stream().filter(one -> one.kind() == NoticeKind.CONNECTION_SILENT).count();
  }

  private static Set<NoticeKind> kinds(JsonNode event) {
    return event.path("kind").isTextual()
        ? EnumSet.of(NoticeKind.parse(event.path("kind").asText()))
        : EnumSet.allOf(NoticeKind.class);
  }

  private void measure(long silent, List<Told> books) {
    deployment.telemetry().record(Metric.SILENT_CONNECTIONS.title(), silent);
    deployment
        .telemetry()
        .record(
            Metric.UNSENT_NOTICES.title(),
            books.stream().mapToLong(book -> book.unsent().size()).sum());
  }
}
