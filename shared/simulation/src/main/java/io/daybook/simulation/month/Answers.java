package io.daybook.simulation.month;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The month's right answers, as at the end of its last day.
 *
 * @param trialBalance by account code, minor units, debit positive; accounts at zero are left out
 * @param payouts those made in the month, in time order; one made before the cut-over is an opening balance
 * @param exceptions what must be on the exceptions list, and nothing else
 * @param facts how many distinct things the platforms and the bank have to tell, by kind
 */
public record Answers(
    Map<String, Long> trialBalance,
    List<PayoutAnswer> payouts,
    List<Exceptional> exceptions,
    Map<String, Integer> facts) {
  /**
   * What is right about a payout.
   *
   * @param processor whose
   * @param id the processor's id
   * @param amountMinor what was paid
   * @param status {@code reconciled}, {@code in transit} or {@code difference}
   * @param differenceMinor what was paid less what its list adds up to
   * @param bankLine the bank's reference of its arrival
   * @param issuedOn the day it left, in the shop's zone
   */
  public record PayoutAnswer(
      Processor processor,
      String id,
      long amountMinor,
      String status,
      long differenceMinor,
      Optional<String> bankLine,
      LocalDate issuedOn) {}

  /**
   * Something that the books cannot explain.
   *
   * @param kind as the exceptions list writes it
   * @param subject the payout, charge or bank line
   * @param minor the amount at stake, with the sign of the money: into the merchant's hands is positive
   */
  public record Exceptional(String kind, String subject, long minor) {}

  /** The answers under a book's names of accounts. */
  public static Answers of(Month month, AccountNames names) {
    return new Answers(trialBalance(month, names), payouts(month), exceptions(month), facts(month));
  }

  /** The answers under the standard names. */
  public static Answers of(Month month) {
    return of(month, AccountNames.standard());
  }

  private static Map<String, Long> trialBalance(Month month, AccountNames names) {
    Map<String, Long> balances = new TreeMap<>();
    for (OpeningRow row : month.opening()) {
      String account = renamed(row.account(), names);
      balances.merge(account, row.minor(), Long::sum);
      balances.merge("3000", -row.minor(), Long::sum);
    }
    for (Journal.Posting posting : Bookkeeper.keep(month, names).postings()) {
      boolean counts =
          !posting.day().isBefore(month.setting().cutOver())
              && !posting.day().isAfter(month.lastDay());
      if (counts) {
        balances.merge(posting.account(), posting.minor(), Long::sum);
      }
    }
    balances.values().removeIf(minor -> minor == 0);
    return balances;
  }

  /** The opening rows bear the standard names. */
  private static String renamed(String account, AccountNames names) {
    return switch (account) {
      case "1010:stripe" -> names.clearing(Processor.STRIPE);
      case "1010:shopify" -> names.clearing(Processor.SHOPIFY);
      case "1000:main" -> names.bankAccount();
      default -> account;
    };
  }

  private static List<PayoutAnswer> payouts(Month month) {
    return month.payouts().stream()
        .filter(payout -> !payout.at().isBefore(month.setting().start()))
        .map(payout ->
            new PayoutAnswer(
                payout.processor(),
                payout.id(),
                payout.amountMinor(),
                status(month, payout),
                payout.differenceMinor(),
                month.bankLines().stream()
                    .filter(line -> line.payout().equals(Optional.of(payout)))
                    .map(BankLine::id)
                    .findFirst(),
                month.setting().day(payout.at())))
        .toList();
  }

  private static String status(Month month, Payout payout) {
    if (payout.differenceMinor() != 0) {
      return "difference";
    }
    return month.arrived(payout) ? "reconciled" : "in transit";
  }

  private static List<Exceptional> exceptions(Month month) {
    Payout difference = month.difference();
    BankLine unknown =
        month.bankLines().stream()
            .filter(line -> line.payout().isEmpty())
            .findFirst()
            .orElseThrow();
    return List.of(
        new Exceptional("payout-does-not-tie", difference.id(), difference.differenceMinor()),
        new Exceptional(
            "payment-unclaimed", month.stray().id(), month.stray().movement().amountMinor()),
        new Exceptional("bank-line-unknown", unknown.id(), unknown.amountMinor()));
  }

  private static Map<String, Integer> facts(Month month) {
    Map<String, Integer> facts = new LinkedHashMap<>();
    facts.put("orders", month.ordersOfTheMonth().size());
    facts.put(
        "payments",
        month.ordersOfTheMonth().stream().mapToInt(order -> order.payments().size()).sum());
    facts.put("parcels", month.orders().stream().mapToInt(order -> since(month, order)).sum());
    facts.put("refunds", month.orders().stream().mapToInt(order -> order.refunds().size()).sum());
    facts.put(
        "edits", (int) month.orders().stream().filter(order -> order.edit().isPresent()).count());
    for (Processor processor : Processor.values()) {
      facts.put(
          "movements at " + processor.gateway(),
          (int)
              month.movements().stream()
                  .filter(movement -> movement.processor() == processor)
                  .filter(movement -> !movement.at().isBefore(month.setting().start()))
                  .count());
    }
    facts.put("payouts", month.payouts().size());
    facts.put("disputes", 1);
    facts.put("bank lines", month.bankLines().size());
    facts.put("costs", month.costs().size());
    return facts;
  }

  private static int since(Month month, Order order) {
    return (int)
        order.parcels().stream()
            .filter(parcel -> !parcel.at().isBefore(month.setting().start()))
            .count();
  }
}
