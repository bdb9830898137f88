package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Payout;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stripe's reporting: runs of {@code payout_reconciliation.itemized.5}, each pending until it is asked after often enough,
 * then a file. Its data is complete to the midnight before.
 */
final class StripeReports {
  static final String REPORT = "payout_reconciliation.itemized.5";

  private record Run(long start, long end, List<String> columns, int asks) {}

  private final Month month;
  private final StripeObjects objects;
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<String, Long> misreported = new TreeMap<>();
  private int asksUntilMade = 1;
  private boolean broken;

  StripeReports(Month month, StripeObjects objects) {
    this.month = month;
    this.objects = objects;
  }

  /** From now on a run is made only when it was asked after so often. */
  synchronized void slow(int asks) {
    asksUntilMade = asks;
  }

  /** From now on every run fails. */
  synchronized void fail() {
    broken = true;
  }

  /** From now on the report tells a transaction with so much more than it is. */
  synchronized void misreport(String transaction, long moreMinor) {
    misreported.put(transaction, moreMinor);
  }

  synchronized int runs() {
    return runs.size();
  }

  ObjectNode type(Instant seen) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", REPORT);
    node.put("object", "reporting.report_type").put("livemode", true).put("version", 5);
    return node.put("data_available_start", 1_500_000_000L)
        .put("data_available_end", seen.truncatedTo(ChronoUnit.DAYS).getEpochSecond());
  }

  /** Makes a run of a request's form. */
  synchronized ObjectNode run(String body, Instant seen) {
    Map<String, List<String>> form = StripeEndpoints.form(body);
    if (!StripeEndpoints.first(form, "report_type").equals(Optional.of(REPORT))) {
      throw new StripeLists.Refusal("No such report type", "report_type");
    }
    long start = seconds(form, "parameters[interval_start]");
    long end = seconds(form, "parameters[interval_end]");
    if (start >= end || end > type(seen).get("data_available_end").longValue()) {
      throw new StripeLists.Refusal("The interval is not available", "parameters");
    }
    List<String> columns =
        form.entrySet().stream()
            .filter(field -> field.getKey().startsWith("parameters[columns]["))
            .flatMap(field -> field.getValue().stream())
            .toList();
    String id = "frr_1Q" + (runs.size() + 1);
    runs.put(id, new Run(start, end, columns, 0));
    return json(id, "pending");
  }

  private static long seconds(Map<String, List<String>> form, String name) {
    return StripeEndpoints.first(form, name)
        .map(Long::parseLong)
        .orElseThrow(() -> new StripeLists.Refusal("Missing required param", name));
  }

  /** A run, asked after once more. */
  synchronized Optional<ObjectNode> asked(String id) {
    Optional<Run> known = Optional.ofNullable(runs.get(id));
    known.ifPresent(
        run -> runs.put(id, new Run(run.start(), run.end(), run.columns(), run.asks() + 1)));
    return known.map(run -> {
      if (run.asks() + 1 < asksUntilMade) {
        return json(id, "pending");
      }
      return broken ? json(id, "failed") : json(id, "succeeded");
    });
  }

  private static ObjectNode json(String id, String status) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
    node.put("object", "reporting.report_run").put("livemode", true).put("status", status);
    node.put("report_type", REPORT);
    if (status.equals("succeeded")) {
      ObjectNode file = node.putObject("result").put("object", "file").put("type", "csv");
      file.put("id", fileOf(id)).put("url", "https://files.stripe.com/v1/files/" + fileOf(id));
    } else {
      node.putNull("result");
    }
    return node;
  }

  private static String fileOf(String run) {
    return run.replace("frr_", "file_");
  }

  /** A file's text. */
  synchronized Optional<String> file(String id) {
    return Optional.ofNullable(runs.get(id.replace("file_", "frr_"))).map(this::csv);
  }

  private String csv(Run run) {
    StringBuilder csv = new StringBuilder(row(run.columns()));
    for (Payout payout : objects.payouts()) {
      long effective = start(payout.arrivesOn());
      if (effective >= run.start() && effective < run.end()) {
        payout.movements().forEach(movement -> csv.append(row(cells(run, payout, movement))));
      }
    }
    return csv.toString();
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private List<String> cells(Run run, Payout payout, Movement movement) {
    long more = misreported.getOrDefault(movement.id(), 0L);
    Map<String, String> cells = new TreeMap<>();
    cells.put("automatic_payout_id", payout.id());
    cells.put("balance_transaction_id", movement.id());
    cells.put("currency", month.setting().currency().toLowerCase(java.util.Locale.ROOT));
    cells.put("gross", major(movement.amountMinor() + more));
    cells.put("fee", major(movement.feeMinor()));
    cells.put("net", major(movement.netMinor() + more));
    cells.put("reporting_category", StripeObjects.category(movement));
    return run.columns().stream().map(column -> cells.getOrDefault(column, "")).toList();
  }

  private static String major(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")) + "\n";
  }
}
