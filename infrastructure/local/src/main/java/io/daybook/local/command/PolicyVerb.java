package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.PolicyDesk;
import io.daybook.books.acts.Reposting;
import io.daybook.books.acts.Who;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.ledger.Book;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.PolicySwitches.Switch;
import io.daybook.local.hub.Hub;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policy}: the switches of a book's accounting. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "Show every switch of a book's accounting with its meaning, its default and where it stands.",
      "With --set or --preset, change them from a day on: for what happens from then on; 'repost' takes along what is posted.",
      "With --dry-run, show what the change would post otherwise, were its range posted again; nothing is changed."
    })
final class PolicyVerb extends Verb {
  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--set",
      paramLabel = "THEME.SWITCH=VALUE",
      description = "A switch to change; as many as needed.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--preset",
      paramLabel = "us|eu|uk",
      description = "Set what the defaults of these differ in.")
  @Nullable String preset;

  @Option(names = "--dry-run", description = "Only show what it would post otherwise.")
  boolean dryRun;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "From which day on it counts (default: today, or the beginning if nothing is posted).")
  @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day that a dry run looks at (default: today).")
  @Nullable String to;

  @Option(names = "--by", paramLabel = "WHO", description = "Who changes it.", defaultValue = "")
  String by = "";

  @Option(names = "--reason", paramLabel = "REASON", description = "Why.", defaultValue = "")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    PolicyDesk policies =
        new PolicyDesk(hub.deployment(), meant, message -> hub.tell(meant, message));
    List<Setting> settings = settings();
    try {
      if (settings.isEmpty()) {
        if (dryRun) {
          throw new Complaint("What would change? Name it with --set or --preset.");
        }
        List<Switch> switches = policies.switches();
        List<PolicyDesk.Dated> dated = policies.dated();
        return new Report(
            words(switches) + dated(dated), Map.of("switches", switches, "dated", dated));
      }
      Optional<LocalDate> day = policies.from(from());
      if (dryRun) {
        LocalDate today = LocalDate.now(hub.deployment().clock());
        return tried(policies, settings, day, today);
      }
      List<Setting> changes = policies.changes(settings, day);
      int version = policies.change(settings, day, new Who(by, reason));
      return new Report(
          list(changes)
              + "These are rules "
              + version
              + ". They count for what happens "
              + since(day)
              + " and is not posted yet; 'repost' takes an open range along.",
          Map.of("book", meant.name(), "rules", version, "from", since(day), "changes", changes));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private Optional<LocalDate> from() throws Complaint {
    return from == null ? Optional.empty() : Optional.of(ActWords.day("--from", from));
  }

  private static String since(Optional<LocalDate> day) {
    return day.map(date -> "from " + date + " on").orElse("from the beginning on");
  }

  private static String dated(List<PolicyDesk.Dated> dated) {
    return dated.stream()
        .map(one ->
            System.lineSeparator()
                + "Changed from "
                + one.from()
                + " on: "
                + one.settings().stream()
                    .map(setting -> setting.name() + " = " + setting.value())
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining());
  }

  private Report tried(
      PolicyDesk policies, List<Setting> settings, Optional<LocalDate> day, LocalDate today)
      throws Complaint, ActRefused {
    LocalDate last = to == null ? today : ActWords.day("--to", to);
    LocalDate first = day.orElse(last);
    List<Setting> changes = policies.changes(settings, day);
    if (first.isAfter(last)) {
      return new Report(
          list(changes)
              + "It would count "
              + since(day)
              + "; nothing is posted there yet. Nothing was changed.",
          Map.of("changes", changes, "entries", Map.of()));
    }
    Reposting.Preview preview = policies.wouldPost(settings, day, first, last);
    String posted =
        preview.entries().isEmpty()
            ? "What has entries from " + first + " to " + last + " would be posted the same."
            : ActWords.of(preview)
                + "This would be posted for "
                + ActWords.count(preview.entries().size(), "subject")
                + ", if the range were posted again.";
    return new Report(
        list(changes) + posted + " Nothing was changed.",
        Map.of("changes", changes, "entries", preview.entries()));
  }

  private List<Setting> settings() throws Complaint {
    List<Setting> settings = new ArrayList<>();
    if (preset != null) {
      settings.addAll(PolicySwitches.preset(country(preset)));
    }
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new Complaint("--set is '" + set + "', expected THEME.SWITCH=VALUE.");
      }
      settings.add(new Setting(set.substring(0, equals), set.substring(equals + 1)));
    }
    return settings;
  }

  private static Policy country(String name) throws Complaint {
    return switch (name) {
      case "us" -> Policy.unitedStates();
      case "eu" -> Policy.europeanUnion();
      case "uk" -> Policy.unitedKingdom();
      default -> throw new Complaint("--preset is '" + name + "', expected us, eu or uk.");
    };
  }

  private static String list(List<Setting> changes) {
    return changes.stream()
        .map(change -> change.name() + " = " + change.value() + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static String words(List<Switch> switches) {
    return switches.stream()
        .map(PolicyVerb::words)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String words(Switch one) {
    String standing =
        one.standard().isEmpty()
            ? one.value() + " (as the book was begun)"
            : one.value().equals(one.standard())
                ? one.value() + " (the default)"
                : one.value() + " (the default is " + one.standard() + ")";
    String choices =
        one.choices().isEmpty() ? "" : " One of " + String.join(", ", one.choices()) + ".";
    return one.name()
        + " = "
        + standing
        + System.lineSeparator()
        + "    "
        + one.meaning()
        + choices;
  }
}
