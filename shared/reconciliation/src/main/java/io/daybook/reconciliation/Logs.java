package io.daybook.reconciliation;

import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.BankStatement;
import io.daybook.events.Dispute;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Payout;
import io.daybook.events.PayoutComparison;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.ReportedPayout;
import io.daybook.events.State;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a subject's log says, whatever the order in which it was learnt. */
final class Logs {
  private Logs() {}

  static <T> Stream<T> facts(List<Step> log, Class<T> kind) {
    return log.stream()
        .flatMap(step -> step.facts().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  static <T extends State> Optional<T> newest(List<Step> log, Class<T> kind) {
    return facts(log, kind).max(Comparator.comparingLong(State::version));
  }

  static Optional<Payout> payout(List<Step> log) {
    return newest(log, Payout.class);
  }

  /** The traces of all tellings: a later one need not repeat it. */
  static Set<Reference> traces(List<Step> log) {
    return facts(log, Payout.class)
        .flatMap(payout -> payout.trace().stream())
        .collect(Collectors.toSet());
  }

  static Optional<BankStatement> statement(List<Step> log) {
    return newest(log, BankStatement.class);
  }

  static Optional<BankLine> line(List<Step> log) {
    return facts(log, BankLine.class).findFirst();
  }

  /** Whether a person, or an order's wire, says what a bank line was for, and it makes the line's amount (rule A15). */
  static boolean isExplained(List<Step> log) {
    boolean wired = facts(log, WireReceipt.class).findFirst().isPresent();
    return line(log)
        .filter(line ->
            facts(log, BankAllocation.class)
                .max(Comparator.comparingLong(BankAllocation::version))
                .map(said -> said.legs().stream().mapToLong(EnteredLeg::minor).sum())
                .map(sum -> sum == -line.amountMinor())
                .orElse(wired))
        .isPresent();
  }

  static Optional<BankMatch> match(List<Step> log) {
    return facts(log, BankMatch.class).findFirst();
  }

  /** The newest telling; of two of one version, the one that knows the order. */
  static Optional<Dispute> dispute(List<Step> log) {
    return facts(log, Dispute.class)
        .max(
            Comparator.comparingLong(Dispute::version)
                .thenComparing(dispute -> dispute.order().isPresent()));
  }

  /** The items of the newest reading of a payout's list of which every chunk is there. */
  static Optional<List<PayoutManifest.Item>> manifest(List<Step> log) {
    Map<Long, Map<Integer, PayoutManifest>> readings = new TreeMap<>(Comparator.reverseOrder());
    facts(log, PayoutManifest.class)
        .forEach(chunk ->
            readings
                .computeIfAbsent(chunk.version(), v -> new TreeMap<>())
                .put(chunk.chunk(), chunk));
    return readings.values().stream().filter(Logs::complete).map(Logs::items).findFirst();
  }

  /** A payout's list against the processor's report of it, if there is one. */
  static Optional<PayoutComparison> reported(List<Step> log, List<PayoutManifest.Item> list) {
    return ReportedPayout.lines(facts(log, ReportedPayout.class).toList())
        .map(report -> PayoutComparison.of(list, report));
  }

  private static boolean complete(Map<Integer, PayoutManifest> reading) {
    int chunks = reading.values().iterator().next().chunks();
    return IntStream.rangeClosed(1, chunks).allMatch(reading::containsKey);
  }

  private static List<PayoutManifest.Item> items(Map<Integer, PayoutManifest> reading) {
    return reading.values().stream().flatMap(chunk -> chunk.items().stream()).toList();
  }
}
