package io.daybook.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.channel.HubChannels;
import io.daybook.ledger.Book;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.local.hub.Hub;
import io.daybook.notices.Destination;
import io.daybook.notices.Lines;
import io.daybook.notices.NoticeKind;
import io.daybook.notices.Preferences;
import io.daybook.notices.PreferencesBook;
import io.daybook.notices.Trouble;
import io.daybook.notices.WebhookSecrets;
import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code notices}: what people are told, where and when. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description = {
      "List what people are told of, where and when; with --set, tune one kind; with --test, try it.",
      "A webhook's signing secret comes from DAYBOOK_NOTICES_SECRET, or is asked for."
    })
final class NoticesVerb extends Verb {
  private static final int MIN_SECRET = 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--set", paramLabel = "KIND", description = "The kind of notice to tune.")
  @Nullable String set;

  @Option(
      names = "--test",
      description = "Send a test notice to every place, or with --set to those of that kind.")
  boolean test;

  @ArgGroup(exclusive = false, heading = "With --set:%n")
  NoticeWishes wishes = new NoticeWishes();

  @Override
  Report run(Hub hub) throws Complaint, IOException {
    Book meant = book(hub, book);
    StateStore state = hub.deployment().stores().state(meant);
    PreferencesBook preferences = new PreferencesBook(state);
    if (set == null && wishes.any()) {
      throw new Complaint("Which kind of notice? Name it with --set. " + kinds());
    }
    if (set != null) {
      NoticeKind kind = kind(set);
      if (wishes.any()) {
        askForSecrets(hub, meant);
        amend(preferences, kind, zone(state));
      }
    }
    return test ? test(hub, meant) : list(meant, preferences, new Lines(state).troubles());
  }

  private void amend(PreferencesBook preferences, NoticeKind kind, ZoneId zone) throws Complaint {
    try {
      Preferences wished = wishes.on(preferences.of(kind), kind, zone);
      Preferences _ = preferences.amend(kind, _ -> wished);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint(sentence(wrong));
    }
  }

  /** A webhook that has a secret keeps it, unless the environment holds another. */
  private void askForSecrets(Hub hub, Book meant) throws Complaint {
    WebhookSecrets secrets = new WebhookSecrets(hub.deployment().stores().state(meant));
    for (String text : wishes.webhooks()) {
      URI address;
      try {
        address = new Destination.Webhook(URI.create(text)).address();
      } catch (IllegalArgumentException wrong) {
        throw new Complaint(sentence(wrong));
      }
      String fromEnvironment = System.getenv("DAYBOOK_NOTICES_SECRET");
      boolean given = fromEnvironment != null && !fromEnvironment.isBlank();
      if (given || secrets.find(address).isEmpty()) {
        String secret = given ? fromEnvironment : asked(address);
        if (secret.length() < MIN_SECRET) {
          throw new Complaint(
              "The secret is too short: at least " + MIN_SECRET + " characters, best by chance.");
        }
        secrets.save(
            address,
            HubChannels.box(hub.deployment(), meant).seal(secret.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static String asked(URI address) throws Complaint {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isEmpty()) {
      throw new Complaint(
          "The signing secret of the webhook is missing. Set DAYBOOK_NOTICES_SECRET in the"
              + " environment.");
    }
    char[] typed = terminal.get().readPassword("Signing secret for %s: ", address);
    return typed == null ? "" : new String(typed);
  }

  private Report test(Hub hub, Book meant) throws IOException {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("book", meant.name());
    event.put("test", true);
    Optional.ofNullable(set).ifPresent(kind -> event.put("kind", kind));
    JsonNode answer =
        MAPPER.readTree(
            hub.functions()
                .named("notify")
                .orElseThrow(() -> new IllegalStateException("no function notify"))
                .invoke(MAPPER.writeValueAsBytes(event)));
    StringBuilder words = new StringBuilder();
    boolean all = true;
    for (JsonNode one : answer.path("books")) {
      for (JsonNode told : one.path("told")) {
        words.append("Sent a test notice to ").append(told.path("place").asText()).append(".\n");
      }
      for (JsonNode unsent : one.path("unsent")) {
        all = false;
        words
            .append("Not sent to ")
            .append(unsent.path("place").asText())
            .append(": ")
            .append(unsent.path("reason").asText())
            .append(".\n");
      }
    }
    String said = words.toString().stripTrailing();
    return new Report(
        said.isEmpty() ? "Book '" + meant + "' tells nobody: there is no place to tell." : said,
        answer,
        all && !said.isEmpty() ? 0 : 1);
  }

  private static Report list(Book meant, PreferencesBook preferences, List<Trouble> troubles) {
    StringBuilder words = new StringBuilder();
    Map<String, Object> json = new LinkedHashMap<>();
    preferences
        .all()
        .forEach((kind, wish) -> {
          words.append(NoticeWishes.words(kind, wish));
          json.put(kind.code(), NoticeWishes.json(wish));
        });
    for (Trouble trouble : troubles) {
      words.append(
          "Nothing arrives at "
              + trouble.place()
              + " since "
              + trouble.since()
              + ": "
              + trouble.reason()
              + ".\n");
    }
    return new Report(
        words.toString().stripTrailing(),
        Map.of(
            "book",
            meant.name(),
            "kinds",
            json,
            "troubles",
            troubles.stream()
                .map(trouble ->
                    Map.of(
                        "place", trouble.place().text(),
                        "since", trouble.since().toString(),
                        "reason", trouble.reason()))
                .toList()));
  }

  private static NoticeKind kind(String word) throws Complaint {
    try {
      return NoticeKind.parse(word);
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("There is no kind of notice '" + word + "'. " + kinds());
    }
  }

  private static String kinds() {
    return "There are: "
        + String.join(", ", List.of(NoticeKind.values()).stream().map(NoticeKind::code).toList())
        + ".";
  }

  private static ZoneId zone(StateStore state) {
    return new RulesVersions(state).current().map(rules -> rules.zone()).orElse(ZoneOffset.UTC);
  }

  private static String sentence(IllegalArgumentException wrong) {
    String words = Optional.ofNullable(wrong.getMessage()).orElse("That is not understood");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
