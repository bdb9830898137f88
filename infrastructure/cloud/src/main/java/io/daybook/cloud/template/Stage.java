package io.daybook.cloud.template;

import io.daybook.catalogue.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deployment, and all in which one differs from another.
 *
 * @param name {@code prod}, {@code dev}
 * @param care how much would be lost with it
 * @param generation of the ledger's table; a restored one is the next
 * @param alarmMail who is mailed when an alarm sounds, besides whoever subscribes to the topic
 * @param mailFrom the verified address that notices come from; without one none are mailed
 * @param domain a name of one's own in front
 * @param budgetDollars what the account may cost a month before somebody is told
 * @param ingestReserved how many runs of {@code ingest} are kept free; 0 keeps none, as in an account whose quota is 10
 * @param lockDays how long a statement can be neither rewritten nor removed
 * @param partnerBuses buses of platforms in the account, each by the webhook path of the connection whose events it carries
 */
public record Stage(
    String name,
    Care care,
    int generation,
    Optional<String> alarmMail,
    Optional<String> mailFrom,
    Optional<OwnDomain> domain,
    int budgetDollars,
    int ingestReserved,
    int lockDays,
    Map<String, String> partnerBuses) {
  /** The stage that serves. */
  public static final String PROD = "prod";

  /** How much would be lost. */
  public enum Care {
    /** Somebody's books: nothing goes, not even by an administrator's hand. */
    SERVING,
    /** Nobody's books yet: as protected, but an administrator can undo it. */
    TRIAL,
    /** Made to be thrown away: goes with its stack. */
    DISPOSABLE
  }

  private static final int BUDGET_DOLLARS = 50;
  private static final int SERVING_LOCK_DAYS = 365;
  private static final int OTHER_LOCK_DAYS = 1;

  private static final Map<String, String> CONTEXT =
      Map.of(
          "generation", "the ledger's generation (1)",
          "disposable", "true: everything goes with the stack (not for prod)",
          "alarmMail", "who is mailed when an alarm sounds",
          "mailFrom", "the address notices come from, verified in SES",
          "domainName", "a name of one's own, with certificateArn",
          "certificateArn", "its certificate in us-east-1",
          "budget", "dollars a month before somebody is told (50)",
          "ingestConcurrency", "runs of ingest kept free (200 in prod, 0 elsewhere)",
          "partnerBuses", "SOURCE/BOOK.CONNECTION=BUS, with commas between",
          "lockDays", "days a statement is locked (365 in prod, 1 elsewhere)");

  private static final Pattern BUS =
      Pattern.compile(
          "([a-z0-9-]{1,40}/[a-z0-9][a-z0-9-]{0,39}[.][a-z0-9][a-z0-9-]{0,39})=(aws[.]partner/[A-Za-z0-9_./-]{1,200})");

  /** Checks what names and limits allow. */
  public Stage {
    partnerBuses = Collections.unmodifiableMap(new TreeMap<>(partnerBuses));
    // A bucket's name has 63 characters, of which the account and the longest region take 27.
    if (!name.matches("[a-z]([a-z0-9-]{0,14}[a-z0-9])?")) {
      throw new CannotSynthesise(
          "The stage is '"
              + name
              + "', expected up to 16 small letters, digits and hyphens, a letter first.");
    }
    if (care == Care.DISPOSABLE && name.equals(PROD)) {
      throw new CannotSynthesise("Stage prod is never disposable.");
    }
  }

  /** A stage with nothing said of it. */
  public static Stage of(String name) {
    return of(name, Map.of());
  }

  /**
   * A stage as the command's {@code --context} says.
   *
   * @throws CannotSynthesise naming the key or value that is wrong
   */
  public static Stage of(String name, Map<String, String> context) {
    for (String key : context.keySet()) {
      if (!CONTEXT.containsKey(key)) {
        throw new CannotSynthesise("There is no context '" + key + "'. " + known());
      }
    }
    Care care = care(name, context);
    boolean serves = care == Care.SERVING;
    return new Stage(
        name,
        care,
        number(context, "generation", 1, 1),
        Optional.ofNullable(context.get("alarmMail")),
        Optional.ofNullable(context.get("mailFrom")),
        domain(context),
        number(context, "budget", BUDGET_DOLLARS, 1),
        number(context, "ingestConcurrency", serves ? Settings.INGEST_RESERVED : 0, 0),
        number(context, "lockDays", serves ? SERVING_LOCK_DAYS : OTHER_LOCK_DAYS, 1),
        buses(context.getOrDefault("partnerBuses", "")));
  }

  /** Every context key with what it says, a line each. */
  public static String known() {
    StringBuilder lines = new StringBuilder("Known:");
    for (String key : new TreeSet<>(CONTEXT.keySet())) {
      lines.append(String.format("%n  %-18s %s", key, CONTEXT.get(key)));
    }
    return lines.toString();
  }

  /** What all its names begin with. */
  public String prefix() {
    return "daybook-" + name + "-";
  }

  private static Care care(String name, Map<String, String> context) {
    String disposable = context.getOrDefault("disposable", "false");
    return switch (disposable) {
      case "true" -> Care.DISPOSABLE;
      case "false" -> name.equals(PROD) ? Care.SERVING : Care.TRIAL;
      default ->
          throw new CannotSynthesise("disposable is '" + disposable + "', expected true or false.");
    };
  }

  private static Optional<OwnDomain> domain(Map<String, String> context) {
    String name = context.getOrDefault("domainName", "");
    String certificate = context.getOrDefault("certificateArn", "");
    if (name.isEmpty() != certificate.isEmpty()) {
      throw new CannotSynthesise("domainName and certificateArn go together.");
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new OwnDomain(name, certificate));
  }

  private static Map<String, String> buses(String text) {
    Map<String, String> buses = new TreeMap<>();
    for (String one : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      Matcher matcher = BUS.matcher(one.strip());
      if (!matcher.matches()) {
        throw new CannotSynthesise(
            "partnerBuses has '"
                + one
                + "', expected such as stripe/shop.stripe=aws.partner/stripe.com/ed_1.");
      }
      buses.put("/hooks/" + matcher.group(1), matcher.group(2));
    }
    return buses;
  }

  private static int number(Map<String, String> context, String key, int otherwise, int least) {
    String text = context.getOrDefault(key, Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least) {
      throw new CannotSynthesise(
          key + " is '" + text + "', expected a number of at least " + least + ".");
    }
    return Integer.parseInt(text);
  }
}
