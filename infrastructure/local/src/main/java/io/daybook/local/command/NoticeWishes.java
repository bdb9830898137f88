package io.daybook.local.command;

import io.daybook.notices.Destination;
import io.daybook.notices.NoticeKind;
import io.daybook.notices.Pace;
import io.daybook.notices.Preferences;
import io.daybook.notices.QuietHours;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person wants changed in how a kind of notice is told; what is not named stays. */
final class NoticeWishes {
  private static final String NEVER = "never";

  @Option(names = "--on", description = "Tell it.")
  boolean on;

  @Option(names = "--off", description = "Silence it.")
  boolean off;

  @Option(
      names = "--mail",
      paramLabel = "A",
      description = "A mail address; again for more. Places named replace those before.")
  List<String> mail = List.of();

  @Option(names = "--topic", description = "The hub's topic.")
  boolean topic;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "An HTTPS address; again for more.")
  List<String> webhooks = List.of();

  @Option(names = "--own", description = "Back to where the hub tells by itself.")
  boolean own;

  @Option(
      names = "--least",
      paramLabel = "AMOUNT",
      description = "Amounts closer to zero are not told, such as 50.00.")
  @Nullable String least;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      description = "How long it must last first, such as 30m, 6h or 5d.")
  @Nullable String after;

  @Option(
      names = "--again",
      paramLabel = "TIME",
      description = "Remind after this long, such as 1d; or never.")
  @Nullable String again;

  @Option(names = "--pace", paramLabel = "P", description = "at-once, hourly or daily (at 08:00).")
  @Nullable String pace;

  @Option(
      names = "--quiet",
      paramLabel = "HOURS",
      description = "Tell nothing in these hours, such as '22:00-07:00 Europe/Berlin'; or never.")
  @Nullable String quiet;

  @Option(
      names = "--settled",
      paramLabel = "yes|no",
      description = "Whether people hear that it is over.")
  @Nullable String settled;

  /** Whether anything is to change. */
  boolean any() {
    return on
        || off
        || topic
        || own
        || !mail.isEmpty()
        || !webhooks.isEmpty()
        || least != null
        || after != null
        || again != null
        || pace != null
        || quiet != null
        || settled != null;
  }

  List<String> webhooks() {
    return webhooks;
  }

  /**
   * The preferences with what is wished.
   *
   * @throws IllegalArgumentException naming what cannot be as wished
   */
  Preferences on(Preferences before, NoticeKind kind, ZoneId zone) {
    if (on && off) {
      throw new IllegalArgumentException("a notice is either --on or --off");
    }
    if (least != null && !kind.hasAmount()) {
      throw new IllegalArgumentException(
          kind.code() + " has no amount, so that --least says nothing");
    }
    String most = least;
    String wait = after;
    String remind = again;
    String rhythm = pace;
    String hours = quiet;
    String over = settled;
    return new Preferences(
        on || (before.on() && !off),
        places(before),
        most == null ? before.least() : Optional.of(amount(most)),
        wait == null ? before.after() : time(wait),
        remind == null
            ? before.again()
            : remind.equals(NEVER) ? Optional.empty() : Optional.of(time(remind)),
        rhythm == null ? before.pace() : Pace.parse(rhythm),
        hours == null
            ? before.quiet()
            : hours.equals(NEVER) ? Optional.empty() : Optional.of(QuietHours.parse(hours, zone)),
        over == null ? before.settled() : yes(over));
  }

  private List<Destination> places(Preferences before) {
    List<Destination> places = new ArrayList<>();
    mail.forEach(address -> places.add(new Destination.Mail(address)));
    if (topic) {
      places.add(new Destination.Topic());
    }
    webhooks.forEach(address -> places.add(new Destination.Webhook(URI.create(address))));
    if (own && !places.isEmpty()) {
      throw new IllegalArgumentException("--own goes with no other place");
    }
    return places.isEmpty() && !own ? before.to() : places;
  }

  private static BigDecimal amount(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "the least amount is '" + text + "', expected such as 50.00", wrong);
    }
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new IllegalArgumentException("--settled is '" + text + "', expected yes or no");
    };
  }

  private static Duration time(String text) {
    if (!text.matches("[0-9]{1,6}[mhd]")) {
      throw new IllegalArgumentException("time is '" + text + "', expected such as 30m, 6h or 5d");
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  /** Times as they are typed. */
  private static String words(Duration time) {
    if (time.toSeconds() % Duration.ofDays(1).toSeconds() == 0) {
      return time.toDays() + "d";
    }
    return time.toMinutes() % 60 == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }

  /** A kind and how it is told, as the verb lists it. */
  static String words(NoticeKind kind, Preferences wish) {
    StringBuilder how = new StringBuilder(wish.on() ? "on" : "off");
    if (!wish.after().isZero()) {
      how.append(", after ").append(words(wish.after()));
    }
    how.append(", ").append(wish.pace().code());
    wish.least().ifPresent(amount -> how.append(", least ").append(amount.toPlainString()));
    wish.again().ifPresent(time -> how.append(", again after ").append(words(time)));
    wish.quiet().ifPresent(hours -> how.append(", quiet ").append(hours));
    how.append(wish.settled() ? ", settled told" : "");
    return String.format(
        "%-20s %s%n%20s %s%n%20s to %s%n",
        kind.code(),
        kind.explanation(),
        "",
        how,
        "",
        wish.to().isEmpty()
            ? "where the hub tells by itself"
            : String.join(", ", wish.to().stream().map(Destination::text).toList()));
  }

  /** The same for scripts. */
  static Map<String, Object> json(Preferences wish) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("on", wish.on());
    json.put("to", wish.to().stream().map(Destination::text).toList());
    wish.least().ifPresent(amount -> json.put("least", amount.toPlainString()));
    json.put("after", words(wish.after()));
    json.put("again", wish.again().map(NoticeWishes::words).orElse(NEVER));
    json.put("pace", wish.pace().code());
    json.put("quiet", wish.quiet().map(QuietHours::toString).orElse(NEVER));
    json.put("settled", wish.settled() ? "yes" : "no");
    return json;
  }
}
