package io.daybook.simulation.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A month of the shop: everything that happened, as the platforms and the bank would know it at its end. Orders of the
 * week before the cut-over are in it too; they are context.
 *
 * @param setting who and when
 * @param seed what it was made from
 * @param orders in time order, those before the cut-over included
 * @param costs what items cost, in time order
 * @param movements both processors' ledgers, in time order
 * @param payouts in time order
 * @param dispute the dispute
 * @param stray the charge that no order knows of
 * @param bankOpeningMinor the bank's booked balance when the month begins
 * @param bankLines the bank's lines of the month, in booking order
 * @param opening the opening balances at the cut-over
 */
public record Month(
    Setting setting,
    long seed,
    List<Order> orders,
    List<Cost> costs,
    List<Movement> movements,
    List<Payout> payouts,
    Dispute dispute,
    StrayCharge stray,
    long bankOpeningMinor,
    List<BankLine> bankLines,
    List<OpeningRow> opening) {
  /** Copies the lists. */
  public Month {
    orders = List.copyOf(orders);
    costs = List.copyOf(costs);
    movements = List.copyOf(movements);
    payouts = List.copyOf(payouts);
    bankLines = List.copyOf(bankLines);
    opening = List.copyOf(opening);
  }

  /** The orders placed in the month itself. */
  public List<Order> ordersOfTheMonth() {
    return orders.stream().filter(order -> !order.placedAt().isBefore(setting.start())).toList();
  }

  /** The one payout that does not tie. */
  public Payout difference() {
    return payouts.stream()
        .filter(payout -> payout.differenceMinor() != 0)
        .findFirst()
        .orElseThrow();
  }

  /** The bank's booked balance when the month ends. */
  public long bankClosingMinor() {
    return bankOpeningMinor + bankLines.stream().mapToLong(BankLine::amountMinor).sum();
  }

  /** Whether a payout has arrived by the month's end. */
  public boolean arrived(Payout payout) {
    return arrived(payout, setting.end());
  }

  /** Whether a payout has arrived before an instant. */
  public boolean arrived(Payout payout, Instant seen) {
    return payout.arrivesOn().atStartOfDay(setting.zone()).toInstant().isBefore(seen);
  }

  /** What the platforms knew at an instant: orders, costs, ledgers and payouts without what came later. */
  public Month asOf(Instant seen) {
    return new Month(
        setting,
        seed,
        orders.stream()
            .filter(order -> !order.placedAt().isAfter(seen))
            .map(order -> order.asOf(seen))
            .toList(),
        costs.stream().filter(cost -> !cost.from().isAfter(seen)).toList(),
        movements.stream().filter(movement -> !movement.at().isAfter(seen)).toList(),
        payouts.stream().filter(payout -> !payout.at().isAfter(seen)).toList(),
        dispute,
        stray,
        bankOpeningMinor,
        bankLines,
        opening);
  }

  /** The month's last day. */
  public LocalDate lastDay() {
    return setting.month().atEndOfMonth();
  }

  /** The opening balances as a file: a header, then one row a line. */
  public String openingCsv() {
    StringBuilder csv = new StringBuilder("account,currency,amount,reference\n");
    opening.forEach(row -> csv.append(row.csv()).append('\n'));
    return csv.toString();
  }
}
