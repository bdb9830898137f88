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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      "With --set or --preset, change them: it counts for what is first posted from then on; 'repost' takes an open range along.",
      "With --dry-run, show what the change would post otherwise for a range; nothing is changed."
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

  @Option(names = "--from", paramLabel = "DATE", description = "The first day of a dry run.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day of a dry run.")
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
        return new Report(words(switches), Map.of("switches", switches));
      }
      if (dryRun) {
        return tried(policies, settings);
      }
      List<Setting> changes = policies.changes(settings);
      int version = policies.change(settings, new Who(by, reason));
      return new Report(
          list(changes)
              + "These are rules "
              + version
              + ". They count for what is first posted from now on; 'repost' takes an open range along.",
          Map.of("book", meant.name(), "rules", version, "changes", changes));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    }
  }

  private Report tried(PolicyDesk policies, List<Setting> settings) throws Complaint, ActRefused {
    if (from == null || to == null) {
      throw new Complaint("A dry run needs a range: --from DATE --to DATE.");
    }
    List<Setting> changes = policies.changes(settings);
    Reposting.Preview preview =
        policies.wouldPost(settings, ActWords.day("--from", from), ActWords.day("--to", to));
    String posted =
        preview.entries().isEmpty()
            ? "Subjects with entries in the range would be posted the same."
            : ActWords.of(preview)
                + "This would be posted for "
                + preview.entries().size()
                + " subjects, if the range were posted again.";
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
        one.value().equals(one.standard())
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
