package io.daybook.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A payout's list of transactions held against the processor's own report, transaction by transaction. Nets are compared:
 * what the balance changed by.
 *
 * @param listed how many transactions the list has, without the payout's own
 * @param listedMinor what they sum to
 * @param reported how many lines the report has
 * @param reportedMinor what they sum to
 * @param differences transactions that only one of them has, or that they tell with other amounts; in the report's order, then
 *     the list's
 */
public record PayoutComparison(
    int listed, long listedMinor, int reported, long reportedMinor, List<Difference> differences) {
  /**
   * A transaction on which they differ.
   *
   * @param listedMinor its net in the list; absent if the list has it not
   * @param reportedMinor its net in the report; absent if the report has it not
   */
  public record Difference(
      TransactionId id, Optional<Long> listedMinor, Optional<Long> reportedMinor) {}

  /** Copies the list. */
  public PayoutComparison {
    differences = List.copyOf(differences);
  }

  /** Both, held against each other. */
  public static PayoutComparison of(
      List<PayoutManifest.Item> list, List<ReportedPayout.Line> report) {
    Map<TransactionId, Long> nets = new HashMap<>();
    List<PayoutManifest.Item> items =
        list.stream().filter(item -> !isPayout(item.movement())).toList();
    long listed = 0;
    for (PayoutManifest.Item item : items) {
      listed = Math.addExact(listed, item.netMinor());
      nets.put(item.id(), item.netMinor());
    }
    long reported = 0;
    List<Difference> differences = new ArrayList<>();
    Set<TransactionId> seen = new HashSet<>();
    for (ReportedPayout.Line line : report) {
      reported = Math.addExact(reported, line.netMinor());
      Optional<Long> net = Optional.ofNullable(nets.get(line.id()));
      // A line that comes twice counts twice in the report's sum, and is a difference.
      if (!seen.add(line.id()) || !net.equals(Optional.of(line.netMinor()))) {
        differences.add(new Difference(line.id(), net, Optional.of(line.netMinor())));
      }
    }
    for (PayoutManifest.Item item : items) {
      if (!seen.contains(item.id())) {
        differences.add(new Difference(item.id(), Optional.of(item.netMinor()), Optional.empty()));
      }
    }
    return new PayoutComparison(items.size(), listed, report.size(), reported, differences);
  }

  /** Whether they say the same. */
  public boolean agrees() {
    return differences.isEmpty();
  }

  /** What the report has more than the list, minor units. */
  public long differenceMinor() {
    return Math.subtractExact(reportedMinor, listedMinor);
  }

  private static boolean isPayout(Movement movement) {
    return movement == Movement.PAYOUT || movement == Movement.PAYOUT_FAILURE;
  }
}
