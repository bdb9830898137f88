package io.daybook.catalogue;

import io.daybook.catalogue.AlarmSpec.Statistic;
import io.daybook.catalogue.AlarmSpec.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every alarm of a deployment, by name. */
public final class Alarms {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  /** A stream that is this far behind will not catch up by itself; its records live for 24 hours. */
  private static final Duration OLDEST_RECORD = Duration.ofMinutes(15);

  /** A night's seal that is missing by the next evening. */
  private static final Duration OLDEST_UNSEALED = Duration.ofHours(36);

  private Alarms() {}

  /** All of them, those of the functions first. */
  public static List<AlarmSpec> all() {
    List<AlarmSpec> alarms = new ArrayList<>();
    Catalogue.all().forEach(function -> alarms.addAll(of(function)));
    for (Table table : Table.values()) {
      alarms.addAll(of(table));
    }
    alarms.addAll(measured());
    alarms.add(
        new AlarmSpec(
            "failures-received",
            "A batch that no retry could deliver, or an event that no run could take, lies in the failures bucket.",
            new Watched.ObjectsPut(Bucket.FAILURES),
            0,
            FIVE_MINUTES,
            1));
    alarms.add(
        new AlarmSpec(
            "schedule-dropped",
            "The scheduler could not hand over a call; the next one comes by itself.",
            new Watched.DroppedSchedules(),
            0,
            FIVE_MINUTES,
            1));
    return List.copyOf(alarms);
  }

  /** Those by which a new version of a function is called back while it is being brought in. */
  public static List<AlarmSpec> of(FunctionSpec function) {
    List<AlarmSpec> alarms = new ArrayList<>();
    String name = function.name();
    alarms.add(
        new AlarmSpec(
            name + "-errors",
            "Function " + name + " failed, or ran out of time.",
            new Watched.OfFunction(name, "Errors", Statistic.SUM),
            0,
            MINUTE,
            1));
    alarms.add(
        new AlarmSpec(
            name + "-throttles",
            "Function " + name + " was wanted more often at once than it may run.",
            new Watched.OfFunction(name, "Throttles", Statistic.SUM),
            0,
            MINUTE,
            1));
    if (function.triggers().stream().anyMatch(Trigger.Stream.class::isInstance)) {
      alarms.add(
          new AlarmSpec(
              name + "-iterator-age",
              "Function " + name + " is behind its stream, which forgets after 24 hours.",
              new Watched.OfFunction(name, "IteratorAge", Statistic.MAXIMUM),
              OLDEST_RECORD.toMillis(),
              FIVE_MINUTES,
              2));
    }
    return List.copyOf(alarms);
  }

  private static List<AlarmSpec> of(Table table) {
    List<String> operations = operations(table);
    return List.of(
        new AlarmSpec(
            table.word() + "-throttled",
            "DynamoDB turned calls of the " + table.word() + " away: a partition is hot.",
            new Watched.OfTable(table, "ThrottledRequests", operations),
            0,
            FIVE_MINUTES,
            2),
        new AlarmSpec(
            table.word() + "-system-errors",
            "DynamoDB itself failed at calls of the " + table.word() + ".",
            new Watched.OfTable(table, "SystemErrors", operations),
            0,
            FIVE_MINUTES,
            2));
  }

  /** Which operations functions use on a table; a metric of DynamoDB is counted by operation. */
  private static List<String> operations(Table table) {
    Set<String> operations = new TreeSet<>();
    for (FunctionSpec function : Catalogue.all()) {
      for (Access access : function.touches()) {
        if (access instanceof Access.OnTable(Table on, List<String> actions) && on == table) {
          operations.addAll(actions);
        }
      }
    }
    if (table == Table.STATE) {
      operations.add("TransactWriteItems");
    }
    return List.copyOf(operations);
  }

  private static List<AlarmSpec> measured() {
    return List.of(
        new AlarmSpec(
            "webhooks-not-kept",
            "Webhooks could not be kept and were answered 503; platforms will try again, for a while.",
            measured(Metric.NOT_KEPT, Statistic.SUM, Catalogue.INGEST),
            0,
            MINUTE,
            1),
        new AlarmSpec(
            "failed-messages",
            "Messages failed by their content: kept, not posted, on the exceptions list.",
            measured(Metric.FAILED_MESSAGES, Statistic.SUM, Catalogue.POST, Catalogue.REPLAY),
            0,
            FIVE_MINUTES,
            1),
        new AlarmSpec(
            "ledger-overwritten",
            "Somebody changed or removed what the ledger holds; the old image is in the statements bucket.",
            measured(Metric.LEDGER_OVERWRITES, Statistic.SUM, Catalogue.GUARD),
            0,
            MINUTE,
            1),
        new AlarmSpec(
            "unproven-books",
            "The balances of a book do not add up to zero.",
            measured(Metric.UNPROVEN_BOOKS, Statistic.MAXIMUM, Catalogue.RECONCILE),
            0,
            HOUR,
            1),
        new AlarmSpec(
            "oldest-unsealed-entry",
            "An entry has gone unsealed for longer than a night and a day.",
            measured(Metric.OLDEST_UNSEALED_SECONDS, Statistic.MAXIMUM, Catalogue.NOTIFY),
            OLDEST_UNSEALED.toSeconds(),
            HOUR,
            2),
        new AlarmSpec(
            "silent-connections",
            "Nothing came over a busy connection for longer than usual.",
            measured(Metric.SILENT_CONNECTIONS, Statistic.MAXIMUM, Catalogue.NOTIFY),
            0,
            Duration.ofMinutes(15),
            1),
        new AlarmSpec(
            "unsent-notices",
            "People were not told what they asked to be told.",
            measured(Metric.UNSENT_NOTICES, Statistic.SUM, Catalogue.NOTIFY),
            0,
            Duration.ofMinutes(15),
            2));
  }

  private static Watched measured(Metric metric, Statistic statistic, FunctionSpec... functions) {
    return new Watched.Measured(
        metric, List.of(functions).stream().map(FunctionSpec::name).toList(), statistic);
  }
}
